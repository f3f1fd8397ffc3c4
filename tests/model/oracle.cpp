#include "tests/model/oracle.h"

#include <algorithm>

namespace twofold::model {

Date month_after(const Date& day) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int month = static_cast<int>(day.month()) % 12 + 1, year = day.year() + (month == 1 ? 1 : 0);
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const int last = month == 2 && leap ? 29 : kDays[month - 1];
  return Date(year, static_cast<unsigned>(month), static_cast<unsigned>(std::min(last, static_cast<int>(day.day()))));
}

int Oracle::open_volume(int chapter, int year) const {
  for (const auto& [id, volume] : volumes)
    if (volume.chapter == chapter && volume.year == year && volume.state == "open") return id;
  return 0;
}

bool Oracle::may_sign(int id, const std::string& kind, const std::string& person) const {
  const Item& item = items.at(id);
  if (!present(item) || item.state == "bound" || item.signatures.contains(kind)) return false;
  if (kind != "proofread" && !item.signatures.contains("proofread")) return false;
  // R10: a signature of the customer, or its waiver; never both.
  if ((kind == "customer" && item.signatures.contains("waiver")) || (kind == "waiver" && item.signatures.contains("customer"))) return false;
  for (const auto& [other, who] : item.signatures) {
    const bool work = other == "proofread" || other == "handler", own_work = kind == "proofread" || kind == "handler";
    if (who == person && ((kind == "leader" && work) || (other == "leader" && own_work))) return false;
    // Everybody of the walk is of the house: nobody is both handler and customer.
    if (who == person && ((kind == "customer" && other == "handler") || (kind == "handler" && other == "customer"))) return false;
  }
  return true;
}

void Oracle::sign(int id, const std::string& kind, const std::string& person) {
  Item& item = items.at(id);
  item.signatures[kind] = person;
  if (item.state != "filed") item.state = complete(item) ? "signed" : "proofed";
}

bool Oracle::may_file(int id) const {
  const Item& item = items.at(id);
  return present(item) && item.state != "bound" && item.state != "filed" && complete(item);
}

bool Oracle::complete(const Item& item) const {
  const auto& given = item.signatures;
  return given.contains("proofread") && given.contains("handler") && given.contains("leader") &&
         (given.contains("customer") || given.contains("waiver"));
}

bool Oracle::may_bind(int id, const Date& today) const {
  const Volume& volume = volumes.at(id);
  if (volume.state != "open") return false;
  int count = 0;
  for (const int each : volume.items) {
    const Item& item = items.at(each);
    if (!living(item)) continue;
    if (item.state != "filed" || item.date > today) return false;
    ++count;
  }
  return count > 0;
}

void Oracle::bind(int id) {
  Volume& volume = volumes.at(id);
  volume.state = "bound";
  for (const int each : volume.items)
    if (living(items.at(each))) items.at(each).state = "bound";
}

bool Oracle::item_held(int id) const {
  const Item& item = items.at(id);
  return std::ranges::any_of(holds, [&](const auto& entry) {
    const Hold& hold = entry.second;
    return !hold.lifted &&
           ((hold.scope == 'i' && hold.target == id) || (hold.scope == 'v' && hold.target == item.volume) ||
            (hold.scope == 'c' && hold.target == item.customer) || (hold.scope == 'q' && hold.found.contains(id)));
  });
}

bool Oracle::volume_held(int id) const {
  const auto& members = volumes.at(id).items;
  if (std::ranges::any_of(members, [&](int item) { return item_held(item); })) return true;
  return std::ranges::any_of(holds, [&](const auto& entry) {
    return !entry.second.lifted && entry.second.scope == 'v' && entry.second.target == id;
  });
}

bool Oracle::may_be_removed(int id, const std::string& state) const {
  const Item& item = items.at(id);
  const Volume& volume = volumes.at(item.volume);
  const bool filed = state == "filed" || state == "bound";
  return !transferred(item) && !item_held(id) && volume.state != "listed" && volume.loan.empty() &&
         (!filed || volume.category != 3 || settled(item));
}

bool Oracle::may_ask_removal(int id) const {
  const bool under_way = std::ranges::any_of(removals, [&](const auto& entry) {
    return entry.second.item == id && (entry.second.state == "requested" || entry.second.state == "hold");
  });
  return !under_way && present(items.at(id)) && may_be_removed(id, items.at(id).state);
}

bool Oracle::may_consent(int id, const std::string& actor) const {
  const Removal& removal = removals.at(id);
  return removal.state == "requested" && removal.requester != actor && present(items.at(removal.item)) &&
         may_be_removed(removal.item, items.at(removal.item).state);
}

void Oracle::consent(int id, const Date& today) {
  Removal& removal = removals.at(id);
  removal.state = "hold";
  removal.keep_until = month_after(today);
  removal.before = items.at(removal.item).state;
  items.at(removal.item).state = "removed";
}

bool Oracle::may_restore(int id) const {
  const Removal& removal = removals.at(id);
  return removal.state == "hold" && items.at(removal.item).state == "removed";
}

bool Oracle::may_confirm(int id, const std::string& actor, const Date& today) const {
  const Removal& removal = removals.at(id);
  return may_restore(id) && today > *removal.keep_until && removal.requester != actor &&
         may_be_removed(removal.item, removal.before);
}

void Oracle::confirm(int id) {
  Removal& removal = removals.at(id);
  removal.state = "destroyed";
  items.at(removal.item).state = removal.before == "bound" ? "struck" : "destroyed";
}

bool Oracle::may_lend(int id) const {
  const Volume& volume = volumes.at(id);
  return volume.state == "bound" && volume.paper && std::ranges::any_of(volume.items, [&](int item) { return living(items.at(item)); });
}

bool Oracle::may_approve_loan(int id, const std::string& actor, const Date& today) const {
  const Loan& loan = loans.at(id);
  return loan.state == "requested" && loan.borrower != actor && loan.due >= today && may_lend(loan.volume);
}

std::optional<int> Oracle::next_loan(int volume, const Date& today) const {
  for (const auto& [id, loan] : loans)
    if (loan.volume == volume && loan.state == "approved" && loan.due >= today) return id;
  return std::nullopt;
}

bool Oracle::may_renew(int id, const Date& today) const {
  constexpr int kMost = 2;
  const Volume& volume = volumes.at(id);
  const bool awaited = std::ranges::any_of(loans, [&](const auto& entry) {
    const Loan& loan = entry.second;
    return loan.volume == id && (loan.state == "requested" || loan.state == "approved") && loan.due >= today &&
           loan.borrower != volume.borrower;
  });
  return volume.loan == "out" && volume.renewals < kMost && !awaited;
}

bool Oracle::may_ask_amendment(int id) const { return present(items.at(id)) && !transferred(items.at(id)); }

bool Oracle::needs_consent(int id) const { return items.at(id).state == "filed" || items.at(id).state == "bound"; }

void Oracle::amend(int id) {
  Item& item = items.at(id);
  ++item.revision;
  if (needs_consent(id)) return;
  item.state = "draft";
  item.signatures.clear();
}

bool Oracle::may_consent_to_amendment(int id, const std::string& actor) const {
  const Amendment& amendment = amendments.at(id);
  const Item& item = items.at(amendment.item);
  return amendment.state == "requested" && amendment.requester != actor && present(item) && !transferred(item) &&
         item.revision == amendment.revision;
}

bool Oracle::settled(const Item& item) const {
  const auto found = settlements.find(item.customer);
  return found != settlements.end() && *found->second.rbegin() >= item.date;
}

bool Oracle::settled(const Volume& volume) const {
  if (volume.category != 3) return true;
  return std::ranges::all_of(volume.items, [&](int each) { return !living(items.at(each)) || settled(items.at(each)); });
}

bool Oracle::on_transfer(int id) const {
  return std::ranges::any_of(
      transfers, [&](const auto& entry) { return entry.second.volume == id && entry.second.state == "drawn"; });
}

bool Oracle::free_to_go(int id, const Date& today) const {
  const Volume& volume = volumes.at(id);
  if (today < Date(volume.year + 11, 1, 1)) return false;                      // ten years after its own
  if (volume.review_after && today < *volume.review_after) return false;
  return volume.loan.empty() && !on_transfer(id) && !volume_held(id) && settled(volume);
}

// Of an item that was struck the paper alone is left.
bool Oracle::has_track(int id, const std::string& track) const {
  const Volume& volume = volumes.at(id);
  return std::ranges::any_of(volume.items, [&](int each) {
    const Item& item = items.at(each);
    if (item.state == "destroyed") return false;
    return track == "both" || (track == "paper" ? volume.paper : volume.electronic && item.state != "struck");
  });
}

bool Oracle::may_draw(const std::vector<int>& chosen, const std::string& track, const Date& as_of, const Date& today) const {
  return as_of <= today && std::ranges::all_of(chosen, [&](int id) {
           return volumes.at(id).state == "bound" && free_to_go(id, as_of) && has_track(id, track);
         });
}

void Oracle::draw(const std::string& number, const std::vector<int>& chosen, const std::string& track, const std::string& actor) {
  List list;
  list.volumes = chosen;
  list.track = track;
  list.drawn_by = actor;
  lists[number] = list;
  for (const int id : chosen) {
    volumes.at(id).state = "listed";
    volumes.at(id).review_after.reset();
  }
}

bool Oracle::may_approve_list(const std::string& number, const std::string& actor, const Date& today) const {
  const List& list = lists.at(number);
  return list.state == "listed" && list.drawn_by != actor && !list.appraisers.contains(actor) &&
         list.appraisers.size() >= 2 && std::ranges::all_of(list.volumes, [&](int id) { return free_to_go(id, today); });
}

bool Oracle::may_execute(const std::string& number, const std::string& executor,
                         const std::vector<std::string>& witnesses, const Date& today) const {
  const List& list = lists.at(number);
  if (list.state != "approved" || today < month_after(*list.approved_on)) return false;
  if (executor == list.approved_by || witnesses.size() != 2 || witnesses[0] == witnesses[1]) return false;
  for (const auto& witness : witnesses)
    if (witness == executor || witness == list.approved_by || !list.witnesses.contains(witness)) return false;
  return std::ranges::all_of(list.volumes, [&](int id) {
    return volumes.at(id).state == "listed" && free_to_go(id, today) && has_track(id, list.track);
  });
}

void Oracle::send_back(const std::string& number, const std::optional<int>& one, const Date& review) {
  List& list = lists.at(number);
  for (const int id : list.volumes)
    if (!one || id == *one) volumes.at(id).state = "bound", volumes.at(id).review_after = review;
  std::erase_if(list.volumes, [&](int id) { return !one || id == *one; });
  if (list.volumes.empty()) list.state = "refused";
}

void Oracle::execute(const std::string& number) {
  List& list = lists.at(number);
  list.state = "executing";
  for (const int id : list.volumes) {
    Volume& volume = volumes.at(id);
    if (list.track != "electronic") volume.paper = false;
    if (list.track != "paper") volume.electronic = false;
    bool gone = true;
    for (const int each : volume.items) {
      Item& item = items.at(each);
      if (!volume.paper && (!volume.electronic || item.state == "struck")) item.state = "destroyed";
      gone = gone && item.state == "destroyed";
    }
    volume.state = gone ? "destroyed" : "bound";
  }
}

bool Oracle::may_draw_transfer(int id) const {
  const Volume& volume = volumes.at(id);
  return volume.state == "bound" && volume.loan.empty() && !volume_held(id) && !on_transfer(id);
}

bool Oracle::may_sign_transfer(const std::string& number, const std::string& side, const std::string& person) const {
  const Transfer& transfer = transfers.at(number);
  if (transfer.state != "drawn" || transfer.signatures.contains(side)) return false;
  return std::ranges::none_of(transfer.signatures, [&](const auto& given) { return given.second == person; });
}

bool Oracle::may_complete(const std::string& number) const {
  const Transfer& transfer = transfers.at(number);
  const Volume& volume = volumes.at(transfer.volume);
  return transfer.state == "drawn" && transfer.signatures.size() == 4 && transfer.packed && volume.state == "bound" &&
         volume.loan.empty() && !volume_held(transfer.volume);
}

bool Oracle::may_read(const std::string& person, int id, const Date& today) const { return may(person, "read", {.item = id}, today); }

bool Oracle::may_read_daily(const std::string& person, int id, const Date& today) const {
  return may(person, "read", {.item = id}, today);
}

void Oracle::hand_over(const std::string& from, const std::string& to) {
  for (const int category : {2, 3})
    if (auto given = receiving.extract({category, from})) {
      given.key() = {category, to};
      receiving.insert(std::move(given));   // the taker's own goes on
    }
  for (auto* keepers : {&customer_keepers, &chapter_keepers})
    for (auto& [id, keeper] : *keepers)
      if (keeper == from) keeper = to;
}

// What counts on a day is what was decided for the latest day until then; what has lapsed is the lowest class again (R40).
std::string Oracle::class_of(int customer, const Date& today) const {
  const ClassChange* counts = latest_change(customer, today);
  if (!counts) return "";
  return counts->valid_until && today > *counts->valid_until ? "普通" : counts->name;
}

void Oracle::spend(int customer, long cents, const Date& day, const Date& today) {
  constexpr long kForVip = 100'000;
  spent[customer] += cents;
  if (cents > 0) {
    Date& newest = newest_purchases.try_emplace(customer, day).first->second;
    newest = std::max(newest, day);
  }
  if (spent[customer] < 0) return;
  const bool vip = spent[customer] >= kForVip;
  const ClassChange change{today, vip ? "VIP" : "普通", vip ? std::optional(month_after(newest_purchases.at(customer))) : std::nullopt};
  // What changes nothing is no change.
  const ClassChange* stands = latest_change(customer);
  if (stands && stands->name == change.name && stands->valid_until == change.valid_until) return;
  classes[customer].push_back(change);
}

const ClassChange* Oracle::latest_change(int customer, const std::optional<Date>& until) const {
  const auto found = classes.find(customer);
  const ClassChange* latest = nullptr;
  if (found != classes.end())
    for (const auto& change : found->second)
      if ((!until || change.day <= *until) && (!latest || change.day >= latest->day)) latest = &change;
  return latest;
}

std::optional<Date> Oracle::call_answers(int customer, const Date& day) const {
  const auto found = discharges.find(customer);
  if (found == discharges.end()) return std::nullopt;
  for (const auto& [discharged, called] : found->second)
    if (!called && discharged <= day) return discharged;
  return std::nullopt;
}

bool Oracle::may_be_inspected(int id) const {
  return volumes.at(id).state != "destroyed" && volumes.at(id).state != "transferred";
}

bool Oracle::may_describe(int id) const { return present(items.at(id)) && !needs_consent(id); }

void Oracle::describe(int id) {
  items.at(id).state = "draft";
  items.at(id).signatures.clear();
}

void Oracle::promote(int id, int volume) {
  const Daily daily = dailies.at(id);
  dailies.erase(id);
  items[id] = {.volume = volume, .customer = daily.customer, .date = Date(daily.year, 6, 1)};
  volumes.at(volume).items.push_back(id);
}

void Oracle::move(int id, int volume) {
  std::erase(volumes.at(items.at(id).volume).items, id);
  items.at(id).volume = volume;
  volumes.at(volume).items.push_back(id);
}

}  // namespace twofold::model
