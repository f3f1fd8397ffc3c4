// Lists of what is to be destroyed, in both tracks or in one, from the drawing to the end (R42, R43).

#include "tests/model/walk.h"

namespace twofold::model {

using catalog::Action;
using catalog::Transaction;

void Walk::draw() {
  std::set<int> chosen = {pick_volume()};
  if (chance(30)) chosen.insert(pick_volume());
  const std::vector<int> list(chosen.begin(), chosen.end());
  const Date as_of = records_.clock.today().plus_days(chance(15) ? 1 + static_cast<int>(random_() % 4000) : 0);
  const auto track = chance(60) ? catalog::Track::Both : chance(50) ? catalog::Track::Paper : catalog::Track::Electronic;
  std::vector<catalog::VolumeCode> codes;
  for (const int id : list) codes.push_back(code_of(id));
  const Deed deed{Action::Appraise, {}};
  const std::string actor = person_for(deed), name = catalog::text(track);
  std::string number;
  if (attempt(deed, oracle_.may_draw(list, name, as_of, records_.clock.today()),
              "draw a list of " + codes.front().text() + " (" + name + ") as of " + as_of.text(), actor,
              [&](Transaction& t) { number = catalog::draw_list(t, as_of, codes, track).number; }))
    oracle_.draw(number, list, name, actor);
}

void Walk::decide() {
  if (oracle_.lists.empty()) return;
  const std::string number = pick(oracle_.lists);
  const auto& list = oracle_.lists[number];
  switch (random_() % 6) {
    case 0: return list.state == "approved" ? witness(number, person()) : appraise(number, person_for({Action::Appraise, {}}));
    case 1:
    case 2: return approve(number);
    case 3: return chance(35) ? send_back(number) : void();
    default: {
      const std::string first = person(), second = person();
      if (chance(80)) witness(number, first);
      if (chance(80)) witness(number, second);
      execute(number, person_for({Action::ExecuteDisposition, {}}), {first, second});
    }
  }
}

void Walk::appraise(const std::string& number, const std::string& actor) {
  auto& list = oracle_.lists[number];
  if (attempt({Action::Appraise, {}}, list.state == "listed" && !list.appraisers.contains(actor), "appraise " + number, actor,
              [&](Transaction& t) { catalog::sign_list(t, number, catalog::DispositionRole::Appraiser); }))
    list.appraisers.insert(actor);
}

void Walk::approve(const std::string& number) {
  auto& list = oracle_.lists[number];
  if (chance(70) && list.state == "listed")   // few lists find two appraisers by chance
    for (std::size_t tries = 0; list.appraisers.size() < 2 && tries < 20; ++tries) appraise(number, person_for({Action::Appraise, {}}));
  const Deed deed{Action::ApproveDisposition, {}};
  const std::string actor = person_for(deed);
  if (!attempt(deed, oracle_.may_approve_list(number, actor, records_.clock.today()), "approve " + number, actor,
               [&](Transaction& t) { catalog::approve_list(t, number, actor); }))
    return;
  list.state = "approved";
  list.approved_by = actor;
  list.approved_on = records_.clock.today();
}

// The whole list, or one volume of it.
void Walk::send_back(const std::string& number) {
  auto& list = oracle_.lists[number];
  const std::optional<int> one = chance(50) && !list.volumes.empty() ? std::optional(list.volumes.front()) : std::nullopt;
  const Date review = records_.clock.today().plus_months(3);
  const Deed deed{Action::ApproveDisposition, {}};
  if (attempt(deed, list.state == "listed" || list.state == "approved", "send back " + number, person_for(deed), [&](Transaction& t) {
        catalog::refuse_rows(t, number, one ? std::optional(code_of(*one)) : std::nullopt, review, "仍用");
      }))
    oracle_.send_back(number, one, review);
}

void Walk::witness(const std::string& number, const std::string& actor) {
  auto& list = oracle_.lists[number];
  if (attempt({Action::Witness, {}}, list.state == "approved" && list.approved_by != actor && !list.witnesses.contains(actor),
              "agree to witness " + number, actor,
              [&](Transaction& t) { catalog::sign_list(t, number, catalog::DispositionRole::Witness); }))
    list.witnesses.insert(actor);
}

void Walk::execute(const std::string& number, const std::string& executor, const std::vector<std::string>& witnesses) {
  if (attempt({Action::ExecuteDisposition, {}}, oracle_.may_execute(number, executor, witnesses, records_.clock.today()),
              "execute " + number + " with " + witnesses.front() + " and " + witnesses.back(), executor,
              [&](Transaction& t) { catalog::execute_list(t, records_.profile, number, {executor, witnesses}); }))
    oracle_.execute(number);
}

}  // namespace twofold::model
