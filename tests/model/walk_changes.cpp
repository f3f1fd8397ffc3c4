// Changes of what an item says and of how long a volume is kept.

#include "tests/model/walk.h"

#include "catalog/amendments.h"

namespace twofold::model {

using catalog::Transaction;

void Walk::amend() {
  if (oracle_.amendments.empty() || chance(40)) {
    const int item = pick(oracle_.items);
    const Deed deed{catalog::Action::RequestChange, {.item = item}};
    const std::string actor = person_for(deed);
    const catalog::WantedFields wanted{
        .title = "题名 " + std::to_string(++titles_), .document_number = {}, .responsible = {}, .date = {}};
    int id = 0;
    if (!attempt(deed, oracle_.may_ask_amendment(item), "ask to amend item " + std::to_string(item), actor,
                 [&](Transaction& t) { id = static_cast<int>(catalog::request_amendment(t, item, wanted, "题名有误").id); }))
      return;
    if (oracle_.needs_consent(item))
      oracle_.amendments[id] = {.item = item, .revision = oracle_.items[item].revision, .requester = actor};
    else oracle_.amend(item);
    return;
  }
  const int id = pick(oracle_.amendments);
  auto& amendment = oracle_.amendments[id];
  const Deed deed{catalog::Action::ConsentToChange, {}};
  const std::string actor = person_for(deed);
  if (chance(70)) {
    if (!attempt(deed, oracle_.may_consent_to_amendment(id, actor), "consent to amendment " + std::to_string(id), actor,
                 [&](Transaction& t) { catalog::consent_to_amendment(t, id); }))
      return;
    oracle_.amend(amendment.item);
    amendment.state = "applied";
  } else if (attempt(deed, amendment.state == "requested", "refuse amendment " + std::to_string(id), actor,
                     [&](Transaction& t) { catalog::refuse_amendment(t, id, "原题名无误"); })) {
    amendment.state = "refused";
  }
}

void Walk::extend() {
  const int id = pick_volume();
  auto& volume = oracle_.volumes[id];
  const Date review = records_.clock.today().plus_months(1 + static_cast<int>(random_() % 12));
  const auto code = code_of(id);
  const Deed deed{catalog::Action::ApproveDisposition, {}};
  if (attempt(deed, volume.state == "bound", "keep " + code.text() + " longer", person_for(deed),
              [&](Transaction& t) { catalog::extend_retention(t, code, review, "仍在使用"); }))
    volume.review_after = review;
}

}  // namespace twofold::model
