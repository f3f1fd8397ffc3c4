#include "tests/model/walk.h"

#include "catalog/events.h"
#include "catalog/people.h"
#include "catalog/rectifications.h"
#include "catalog/removals.h"

#include <algorithm>
#include <stdexcept>

namespace twofold::model {

using catalog::Transaction;

namespace {

struct Kind {
  const char* name;
  catalog::SignatureKind kind;
  catalog::Action action;
};
constexpr Kind kKinds[] = {{"proofread", catalog::SignatureKind::Proofread, catalog::Action::Proofread},
                           {"customer", catalog::SignatureKind::Customer, catalog::Action::SignAsCustomer},
                           {"waiver", catalog::SignatureKind::Waiver, catalog::Action::SignAsCustomer},
                           {"handler", catalog::SignatureKind::Handler, catalog::Action::SignAsHandler},
                           {"leader", catalog::SignatureKind::Leader, catalog::Action::SignAsLeader}};
constexpr const char* kCustomers[] = {"甲公司", "乙公司", "丙公司"};

[[noreturn]] void disagree(const std::string& what) { throw std::runtime_error(what); }

}  // namespace

Walk::Walk(unsigned seed) : random_(seed), records_(Date(2020, 1, 31)) {
  using enum catalog::Role;
  records_.profile.customer_classes = {"VIP", "普通"};
  records_.profile.class_rules = {{"VIP", 1000, 1}, {"普通", 0, 0}};
  const auto add = [&](const std::string& name, catalog::Role role) {
    records_.act([&](Transaction& t) {
      catalog::add_person(t, {.name = name, .manager = role == AccountManager ? name : "", .roles = {role}});
    });
    oracle_.roles[name] = catalog::text(role);
  };
  add("管理员", Administrator);   // the first must be one
  for (std::size_t i = 0; i < 3; ++i) add(people_[i], AccountManager);
  add("赵敏", GeneralManager);
  add("刘国栋", SalesManager);
  add("陈主任", DepartmentManager);
  add("周敏", Archivist);
  add("王书记", Leader);
  add("吴审计", Auditor);
  add("孙工", Employee);
}

void Walk::expect(bool expected, const std::string& what, const std::string& actor,
                  const std::function<void(Transaction&)>& work) {
  const std::string refusal = catalog::refusal([&] { records_.act(work, actor); });
  if (refusal.empty() != expected)
    disagree(what + " by " + actor + " on " + records_.clock.today().text() +
             (expected ? " was refused: " + refusal : " was not refused"));
  ++(expected ? done_ : refused_);
}

bool Walk::attempt(const Deed& deed, bool expected, const std::string& what, const std::string& actor,
                   const std::function<void(Transaction&)>& work) {
  const Date today = records_.clock.today();
  expected = expected && oracle_.may(actor, catalog::text(deed.action), deed.on, today);
  expect(expected, what, actor, [&](Transaction& t) {
    const auto known = catalog::actor_named(records_.database, actor, today);
    if (!catalog::may(*known, deed.action, record_of(deed.on), catalog::AccessPolicy::OwnCustomers))
      throw Error(ErrorKind::Refused, msg("access.refused"));
    work(t);
  });
  return expected;
}

catalog::RecordAccess Walk::record_of(const Subject& on) const {
  if (on.item != 0) return catalog::access_of(records_.database, records_.item(on.item));
  if (on.volume != 0) return catalog::access_of_volume(records_.database, on.volume);
  return on.customer != 0 ? catalog::access_of_customer(records_.database, on.customer) : catalog::RecordAccess{};
}

std::string Walk::person_for(const Deed& deed) {
  std::string found = person();
  const Date today = records_.clock.today();
  if (chance(15) || oracle_.may(found, catalog::text(deed.action), deed.on, today)) return found;
  std::vector<std::string> able;
  for (const auto& name : people_)
    if (oracle_.may(name, catalog::text(deed.action), deed.on, today)) able.push_back(name);
  return able.empty() ? found : able[random_() % able.size()];
}

void Walk::step() {
  using Operation = void (Walk::*)();
  static constexpr Operation kOperations[] = {
      &Walk::receive, &Walk::receive, &Walk::sign,      &Walk::sign,      &Walk::file_or_bind, &Walk::close,
      &Walk::remove,  &Walk::remove,  &Walk::hold,      &Walk::settle,    &Walk::settle,       &Walk::lend,
      &Walk::lend,    &Walk::lend,    &Walk::give_back, &Walk::give_back, &Walk::give_back,    &Walk::draw,
      &Walk::draw,    &Walk::decide,  &Walk::decide,    &Walk::decide,    &Walk::transfer,     &Walk::transfer,
      &Walk::amend,   &Walk::amend,   &Walk::renew,     &Walk::extend,    &Walk::move_clock,   &Walk::move_clock,
      &Walk::grant,   &Walk::grant,   &Walk::revoke,    &Walk::look,      &Walk::look,         &Walk::hand_over,
      &Walk::meet,    &Walk::describe, &Walk::describe, &Walk::inspect,  &Walk::rectify,      &Walk::rectify,
      &Walk::spend,   &Walk::discharge, &Walk::ask_for_access, &Walk::keep_daily_records, &Walk::keep_daily_records};
  if (oracle_.items.size() < 5) return receive();
  (this->*kOperations[random_() % std::size(kOperations)])();
}

void Walk::receive() {
  const int category = chance(50) ? 2 : 3, year = 2006 + static_cast<int>(random_() % 6);
  const Date date(year, 1 + static_cast<unsigned>(random_() % 12), 1 + static_cast<unsigned>(random_() % 28));
  const char* customer = kCustomers[random_() % std::size(kCustomers)];
  const std::string manager = people_[random_() % 2];
  const auto item = records_.receive({.category = category, .year = year, .date = date.text(),
                                      .type = category == 2 ? "letter" : "repayment_plan", .manager = manager,
                                      .customer = customer});
  const int id = static_cast<int>(item.id), volume = static_cast<int>(*item.volume_id),
            chapter = static_cast<int>(*item.chapter_id);
  if (oracle_.chapter_keepers.try_emplace(chapter, manager).first->second != manager)
    disagree("an item joined the chapter of " + oracle_.chapter_keepers[chapter] + ", not of " + manager);
  if (oracle_.receiving.try_emplace({category, manager}, chapter).first->second != chapter)
    disagree("an item joined another chapter of " + manager + " than the one that receives");
  oracle_.customer_keepers.try_emplace(static_cast<int>(*item.customer_id), manager);
  joined(volume, category, year, chapter);
  oracle_.volumes[volume].items.push_back(id);
  oracle_.items[id] = {.volume = volume, .customer = static_cast<int>(*item.customer_id), .date = date};
  ++done_;
}

void Walk::sign() {
  const int item = pick(oracle_.items);
  const auto& [name, kind, action] = kKinds[random_() % std::size(kKinds)];
  const Deed deed{action, {.item = item}};
  const std::string signer = person_for(deed);
  // R10: where there is a customer, their signature is waived for a reason.
  const std::string reason = kind == catalog::SignatureKind::Waiver && chance(70) ? "客户在外地" : "";
  const bool reasoned = kind != catalog::SignatureKind::Waiver || !reason.empty();
  if (attempt(deed, reasoned && oracle_.may_sign(item, name, signer), "sign item " + std::to_string(item) + " as " + name, signer,
              [&](Transaction& t) { catalog::sign_item(t, item, kind, signer, {.reason = reason}); }))
    oracle_.sign(item, name, signer);
}

void Walk::file_or_bind() {
  if (chance(75)) {
    const int item = pick(oracle_.items);
    const Deed deed{catalog::Action::File, {.item = item}};
    if (attempt(deed, oracle_.may_file(item), "file item " + std::to_string(item), person_for(deed),
                [&](Transaction& t) { catalog::file_item(t, item); }))
      oracle_.items[item].state = "filed";
    return;
  }
  bind(pick(oracle_.volumes));
}

void Walk::bind(int volume) {
  const Deed deed{catalog::Action::CloseYear, {}};
  if (attempt(deed, oracle_.may_bind(volume, records_.clock.today()), "bind volume " + std::to_string(volume), person_for(deed),
              [&](Transaction& t) { catalog::bind_volume(t, records_.profile, volume); }))
    oracle_.bind(volume);
}

int Walk::pick_volume() {
  if (chance(30)) return pick(oracle_.volumes);
  std::map<int, int> bound;
  for (const auto& [id, volume] : oracle_.volumes)
    if (volume.state == "bound" || volume.state == "listed") bound[id] = id;
  return bound.empty() ? pick(oracle_.volumes) : pick(bound);
}

void Walk::close() {
  const int volume = pick(oracle_.volumes);
  const Date today = records_.clock.today();
  for (const int item : oracle_.volumes[volume].items) {
    for (const auto& [name, kind, action] : kKinds)
      for (const auto& signer : people_)
        if (kind != catalog::SignatureKind::Waiver && oracle_.may_sign(item, name, signer) &&
            attempt({action, {.item = item}}, oracle_.may(signer, catalog::text(action), {.item = item}, today),
                    "sign item " + std::to_string(item), signer,
                    [&, as = kind](Transaction& t) { catalog::sign_item(t, item, as, signer); }))
          oracle_.sign(item, name, signer);
    if (!oracle_.may_file(item)) continue;
    expect(true, "file item " + std::to_string(item), person(), [&](Transaction& t) { catalog::file_item(t, item); });
    oracle_.items[item].state = "filed";
  }
  bind(volume);
}

void Walk::remove() {
  const Date today = records_.clock.today();
  if (oracle_.removals.empty() || chance(25)) {
    const int item = pick(oracle_.items);
    const Deed deed{catalog::Action::RequestChange, {.item = item}};
    const std::string actor = person_for(deed);
    int id = 0;
    if (attempt(deed, oracle_.may_ask_removal(item), "ask to remove item " + std::to_string(item), actor, [&](Transaction& t) {
          id = static_cast<int>(catalog::request_removal(t, item, catalog::RemovalCause::Erroneous, "误入").id);
        }))
      oracle_.removals[id] = {.item = item, .requester = actor};
    return;
  }
  const int id = pick(oracle_.removals);
  const std::string name = " removal " + std::to_string(id);
  switch (random_() % 3) {
    case 0: {
      const Deed deed{catalog::Action::ConsentToChange, {}};
      const std::string actor = person_for(deed);
      if (attempt(deed, oracle_.may_consent(id, actor), "consent to" + name, actor,
                  [&](Transaction& t) { catalog::consent_to_removal(t, id, 1); }))
        oracle_.consent(id, today);
      return;
    }
    case 1: {
      const Deed deed{catalog::Action::RestoreRemoved, {.item = oracle_.removals[id].item}};
      if (!attempt(deed, oracle_.may_restore(id), "restore" + name, person_for(deed),
                   [&](Transaction& t) { catalog::restore_removed(t, id); }))
        return;
      oracle_.items[oracle_.removals[id].item].state = oracle_.removals[id].before;
      oracle_.removals[id].state = "restored";
      return;
    }
    default: {
      const Deed deed{catalog::Action::ConfirmRemoval, {}};
      const std::string actor = person_for(deed);
      if (attempt(deed, oracle_.may_confirm(id, actor, today), "confirm" + name, actor,
                  [&](Transaction& t) { catalog::confirm_removal(t, id); }))
        oracle_.confirm(id);
    }
  }
}

void Walk::hold() {
  if (!oracle_.holds.empty() && chance(75)) {
    const int id = pick(oracle_.holds);
    const Deed deed{catalog::Action::LiftHold, {}};
    if (attempt(deed, !oracle_.holds[id].lifted, "lift hold " + std::to_string(id), person_for(deed),
                [&](Transaction& t) { catalog::lift_hold(t, id, "结案"); }))
      oracle_.holds[id].lifted = true;
    return;
  }
  if (chance(20)) return hold_question();
  Hold made;
  std::string number;
  Subject on;
  if (chance(45)) {
    made = {.scope = 'i', .target = pick(oracle_.items)};
    number = records_.item(made.target).number();
    on.item = made.target;
  } else if (chance(80)) {
    made = {.scope = 'v', .target = pick_volume()};
    number = code_of(made.target).text();
    on.volume = made.target;
  } else {
    made = {.scope = 'c', .target = oracle_.items[pick(oracle_.items)].customer};
    number = catalog::find_customer(records_.database, made.target)->number;
    on.customer = made.target;
  }
  const Deed deed{catalog::Action::PlaceHold, on};
  int id = 0;
  if (attempt(deed, true, "hold " + number, person_for(deed),
              [&](Transaction& t) { id = static_cast<int>(catalog::place_hold(t, number, "诉讼").id); }))
    oracle_.holds[id] = made;
}

// On all that a search found, as one hold; what was found is chosen here, for there is no index.
void Walk::hold_question() {
  Hold made{.scope = 'q'};
  for (std::size_t count = random_() % 4; count > 0; --count) made.found.insert(pick(oracle_.items));
  expect(!made.found.empty(), "hold what was found", person(), [&](Transaction& t) {
    const auto hold = catalog::hold_found(t, "王府 欠款", {made.found.begin(), made.found.end()}, "诉讼");
    oracle_.holds[static_cast<int>(hold.id)] = made;
  });
}

void Walk::settle() {
  const int customer = oracle_.items[pick(oracle_.items)].customer;
  const Date day =
      chance(70) ? records_.clock.today() : records_.clock.today().plus_days(1 - static_cast<int>(random_() % 4000));
  const Deed deed{catalog::Action::RecordSettlement, {.customer = customer}};
  if (attempt(deed, day <= records_.clock.today() && !oracle_.settlements[customer].contains(day),
              "settle customer " + std::to_string(customer), person_for(deed),
              [&](Transaction& t) { catalog::record_settlement(t, customer, day); }))
    oracle_.settlements[customer].insert(day);
  if (oracle_.settlements[customer].empty()) oracle_.settlements.erase(customer);
}

void Walk::sign_transfer(const std::string& number, catalog::TransferSide side) {
  const Deed deed{catalog::Action::Transfer, {}};
  const std::string actor = person_for(deed), name = catalog::text(side);
  // The receivers' names stand on the paper.
  const std::string signer = name.starts_with("giver") ? actor : chance(50) ? "陈馆长" : "林科员";
  if (attempt(deed, oracle_.may_sign_transfer(number, name, signer), "sign " + number, actor,
              [&](Transaction& t) { catalog::sign_transfer(t, number, side, signer); }))
    oracle_.transfers[number].signatures[name] = signer;
}

void Walk::transfer() {
  using enum catalog::TransferSide;
  static constexpr catalog::TransferSide kSides[] = {GiverLeader, GiverHandler, ReceiverLeader, ReceiverHandler};
  const Deed deed{catalog::Action::Transfer, {}};
  const std::string actor = person_for(deed);
  if (oracle_.transfers.empty() || chance(15)) {
    const int volume = pick_volume();
    std::string number;
    if (attempt(deed, oracle_.may_draw_transfer(volume), "draw a transfer", actor,
                [&](Transaction& t) { number = catalog::draw_transfer(t, {code_of(volume)}, "市档案馆", "移交").number; }))
      oracle_.transfers[number] = {.volume = volume};
    return;
  }
  const std::string number = pick(oracle_.transfers);
  auto& transfer = oracle_.transfers[number];
  const bool drawn = transfer.state == "drawn";
  if (chance(70)) {
    if (chance(50)) return sign_transfer(number, kSides[random_() % std::size(kSides)]);
    for (const auto side : kSides) sign_transfer(number, side);   // few find four signers by chance
  } else if (chance(40)) {
    if (attempt(deed, drawn, "pack " + number, actor, [&](Transaction& t) { catalog::record_package(t, number, sha256("list")); }))
      transfer.packed = true;
  } else if (chance(90)) {
    if (!attempt(deed, oracle_.may_complete(number), "complete " + number, actor,
                 [&](Transaction& t) { catalog::complete_transfer(t, number); }))
      return;
    transfer.state = "completed";
    oracle_.volumes[transfer.volume].state = "transferred";
  } else if (attempt(deed, drawn, "cancel " + number, actor, [&](Transaction& t) { catalog::cancel_transfer(t, number, "暂缓"); })) {
    transfer.state = "cancelled";
  }
}

// Days and months, leap days and month ends among them; now and then somebody sets the clock back.
void Walk::move_clock() {
  const Date today = records_.clock.today();
  if (chance(10)) records_.clock.set(today.plus_days(-static_cast<int>(random_() % 60)));
  else if (chance(60)) records_.clock.set(today.plus_days(static_cast<int>(random_() % 20)));
  else records_.clock.set(Date(today.year(), today.month(), 1).plus_months(1).plus_days(chance(50) ? -1 : 0));
}

void Walk::compare() {
  for (const auto& [id, item] : oracle_.items)
    if (catalog::text(records_.item(id).state) != item.state)
      disagree("item " + std::to_string(id) + " is " + catalog::text(records_.item(id).state) + ", not " + item.state);
  for (const auto& [id, volume] : oracle_.volumes) {
    if (catalog::text(records_.volume(id).state) != volume.state)
      disagree("volume " + std::to_string(id) + " is " + catalog::text(records_.volume(id).state) + ", not " +
               volume.state);
    const auto loan = catalog::live_loan(records_.database, id);
    if ((loan ? catalog::text(loan->state) : "") != volume.loan) disagree("the loan of volume " + std::to_string(id));
  }
  compare_desks();
  for (const auto& name : people_) compare_reading(name);
  compare_meetings();
}

void Walk::compare_desks() const {
  for (const auto& [id, loan] : oracle_.loans)
    if (loan.state != "out" && catalog::text(catalog::find_loan(records_.database, id)->state) != loan.state)
      disagree("loan " + std::to_string(id) + " is not " + loan.state);
  for (const auto& [id, defect] : oracle_.rectifications)
    if (catalog::text(catalog::find_rectification(records_.database, id)->state) != defect.state)
      disagree("rectification " + std::to_string(id) + " is not " + defect.state);
  const auto open = std::ranges::count_if(oracle_.inspections, [](const auto& entry) { return entry.second.open; });
  const auto listed = catalog::list_follow_ups(records_.database, {}, 0, 1'000'000).size();
  if (listed != static_cast<std::size_t>(open)) disagree(std::to_string(listed) + " follow-ups instead of " + std::to_string(open));
}

void Walk::count(std::map<std::string, std::size_t>& reached) const {
  for (const auto& [id, item] : oracle_.items) ++reached["items " + item.state];
  for (const auto& [id, volume] : oracle_.volumes) {
    ++reached["volumes " + volume.state];
    if (volume.paper != volume.electronic) ++reached["volumes with one track left"];
  }
  for (const auto& [id, removal] : oracle_.removals) ++reached["removals " + removal.state];
  for (const auto& [number, list] : oracle_.lists) ++reached["lists " + list.state];
  for (const auto& [number, transfer] : oracle_.transfers) ++reached["transfers " + transfer.state];
  for (const auto& [id, loan] : oracle_.loans) ++reached["loans " + loan.state];
  for (const auto& [id, amendment] : oracle_.amendments) ++reached["amendments " + amendment.state];
  for (const auto& [id, grant] : oracle_.grants)
    ++reached[grant.revoked                             ? "grants revoked"
              : grant.expires < records_.clock.today() ? "grants expired"
                                                        : "grants live"];
  for (const auto& [customer, changes] : oracle_.classes) reached["class reviews"] += changes.size();
  reached["months with a focus list"] += oracle_.focus.size();
  reached["daily records"] += oracle_.dailies.size();
  for (const auto& [id, inspection] : oracle_.inspections) ++reached[inspection.open ? "inspections open" : "inspections settled"];
  for (const auto& [id, defect] : oracle_.rectifications) ++reached["rectifications " + defect.state];
  for (const auto& [id, request] : oracle_.requests) ++reached["access requests " + request.state];
  for (const auto& [customer, days] : oracle_.discharges)
    for (const auto& [day, called] : days) ++reached[called ? "discharges called" : "discharges open"];
}

void Walk::finish() {
  for (auto& [id, hold] : oracle_.holds)
    if (!hold.lifted)
      records_.act([&, number = id](Transaction& t) { catalog::lift_hold(t, number, "结案"); }), hold.lifted = true;
  for (auto& [id, volume] : oracle_.volumes) {
    const auto code = code_of(id);
    if (volume.loan == "lost")
      records_.act([&](Transaction& t) { catalog::report_found(t, code); }), volume.loan = "returned";
    if (volume.loan == "out")
      records_.act([&](Transaction& t) { catalog::return_volume(t, code); }), volume.loan = "returned";
    if (volume.loan == "returned")
      records_.act([&](Transaction& t) { catalog::inspect_return(t, code, {}); }, "清点人"), volume.loan.clear();
  }
  for (auto& [number, transfer] : oracle_.transfers)
    if (transfer.state == "drawn")
      records_.act([&, name = number](Transaction& t) { catalog::cancel_transfer(t, name, "暂缓"); }),
          transfer.state = "cancelled";
  records_.clock.set(Date(2060, 1, 1));
  for (const auto& [id, item] : oracle_.items)
    if (oracle_.settlements[item.customer].insert(Date(2059, 12, 31)).second)
      records_.act([&, customer = item.customer](Transaction& t) {
        catalog::record_settlement(t, customer, Date(2059, 12, 31));
      });
  for (const auto& [number, list] : oracle_.lists)
    if (list.state == "approved") {
      for (const auto* name : {"孙工", "吴审计"})
        if (!list.witnesses.contains(name)) witness(number, name);
      execute(number, "周敏", {"孙工", "吴审计"});
    }
  for (const auto& [number, list] : oracle_.lists)
    if (list.state == "approved") disagree(number + " was approved and is left behind");
  compare();
  if (catalog::verify_chain(records_.database)) disagree("the audit trail is broken");
}

}  // namespace twofold::model
