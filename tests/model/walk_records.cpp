// What is done to single records beside signing and filing: set right, promoted, inspected, rectified.

#include "tests/model/walk.h"

#include "catalog/descriptions.h"
#include "catalog/promotion.h"
#include "catalog/rectifications.h"

#include <stdexcept>

namespace twofold::model {

using catalog::Action;
using catalog::Transaction;

// What the item says and, now and then, of which year it is; a volume is of one year (R5).
void Walk::describe() {
  const int id = pick(oracle_.items);
  const Deed deed{Action::RequestChange, {.item = id}};
  catalog::NewDescription wanted;
  wanted.title = "题名 " + std::to_string(++titles_);
  const Date date(2006 + static_cast<int>(random_() % 6), 6, 1);
  const bool moves = chance(40);
  if (moves) wanted.date = date;
  if (!attempt(deed, oracle_.may_describe(id), "describe item " + std::to_string(id), person_for(deed),
               [&](Transaction& t) { catalog::describe_item(t, id, wanted); }))
    return;
  oracle_.describe(id);
  if (!moves) return;
  auto& item = oracle_.items[id];
  item.date = date;
  if (oracle_.volumes[item.volume].year == date.year()) return;
  const int chapter = oracle_.volumes[item.volume].chapter, category = oracle_.volumes[item.volume].category;
  oracle_.move(id, joined(static_cast<int>(*records_.item(id).volume_id), category, date.year(), chapter));
}

// The volume that an item joined, which must be the open one of its chapter and year, or new.
int Walk::joined(int volume, int category, int year, int chapter) {
  const int expected = oracle_.open_volume(chapter, year);
  if (expected != 0 && expected != volume) throw std::runtime_error("an item joined volume " + std::to_string(volume));
  if (expected == 0 && oracle_.volumes.contains(volume)) throw std::runtime_error("an item joined a volume that is not open");
  if (expected == 0) oracle_.volumes[volume] = {.category = category, .year = year, .chapter = chapter};
  return volume;
}

void Walk::keep_daily_records() {
  if (oracle_.dailies.empty() || chance(50)) {
    const int customer = oracle_.items[pick(oracle_.items)].customer, year = 2006 + static_cast<int>(random_() % 6);
    const std::string bytes = "daily " + std::to_string(++titles_);
    catalog::NewItem made;
    made.customer_id = customer;
    made.document_type = "visit";
    made.title = bytes;
    made.date = Date(year, 6, 1);
    made.year = year;
    made.source_name = "访问表.tif";
    made.original = {.sha256 = sha256(bytes), .size = bytes.size(), .format = "tiff"};
    made.pages = {{.number = 1, .text = "正文"}};
    attempt({Action::Submit, {}}, true, "take in a daily record", person(), [&](Transaction& t) {
      oracle_.dailies[static_cast<int>(catalog::receive_item(t, made).id)] = {.customer = customer, .year = year};
    });
    return;
  }
  promote();
}

void Walk::promote() {
  const int id = chance(90) ? pick(oracle_.dailies) : pick(oracle_.items);
  const bool daily = oracle_.dailies.contains(id);
  const Deed deed{Action::Promote, {.item = id}};
  const std::string manager = people_[random_() % 2];
  const int category = chance(50) ? 2 : 3;
  int volume = 0, chapter = 0;
  const int year = daily ? oracle_.dailies[id].year : 0;
  if (!attempt(deed, daily, "promote item " + std::to_string(id), person_for(deed), [&](Transaction& t) {
        chapter = static_cast<int>(catalog::ensure_chapter(t, category, manager).id);
        volume = static_cast<int>(*catalog::promote_item(t, id, {.document_type = category == 2 ? "letter" : "repayment_plan",
                                                                 .category = category,
                                                                 .chapter_id = chapter,
                                                                 .customer_id = {},
                                                                 .retention = catalog::Retention::Years10,
                                                                 .paper = true}).volume_id);
      }))
    return;
  oracle_.chapter_keepers.try_emplace(chapter, manager);
  oracle_.receiving.try_emplace({category, manager}, chapter);
  oracle_.promote(id, joined(volume, category, year, chapter));
}

void Walk::inspect() {
  const Deed deed{Action::Inspect, {}};
  const std::string actor = person_for(deed);
  const Date today = records_.clock.today();
  if (!oracle_.inspections.empty() && chance(50)) {
    const int id = pick(oracle_.inspections);
    auto& inspection = oracle_.inspections[id];
    if (attempt(deed, inspection.open && today >= inspection.day, "resolve inspection " + std::to_string(id), actor,
                [&](Transaction& t) { catalog::resolve_follow_up(t, id, today, actor, "已熏蒸"); }))
      inspection.open = false;
    return;
  }
  const int volume = pick_volume();
  const Date day = today.plus_days(1 - static_cast<int>(random_() % 10)), again = day.plus_days(static_cast<int>(random_() % 5));
  const bool damaged = chance(50), followed = chance(70);
  const bool sound = day <= today && (followed || !damaged) && (!followed || again > day);
  int id = 0;
  if (attempt(deed, sound && oracle_.may_be_inspected(volume), "inspect " + code_of(volume).text(), actor, [&](Transaction& t) {
        catalog::NewInspection what{.volume = code_of(volume), .day = day, .damages = {}, .treatment = "", .inspector = actor, .follow_up = {}, .miscount = {}};
        if (damaged) what.damages.insert(catalog::Damage::Insects);
        if (followed) what.follow_up = again;
        id = static_cast<int>(catalog::inspect_volume(t, what).id);
      }))
    oracle_.inspections[id] = {.volume = volume, .day = day, .open = followed};
}

void Walk::rectify() {
  const Date today = records_.clock.today();
  const catalog::StepWords words{"门锁损坏", ""};
  if (oracle_.rectifications.empty() || chance(20)) {
    const int customer = oracle_.items[pick(oracle_.items)].customer;
    const Deed deed{Action::Rectify, {.customer = customer}};
    int id = 0;
    if (attempt(deed, true, "find a defect", person_for(deed), [&](Transaction& t) {
          id = static_cast<int>(catalog::open_rectification(t, catalog::find_customer(records_.database, customer)->number, words).id);
        }))
      oracle_.rectifications[id] = {.customer = customer};
    return;
  }
  const int id = pick(oracle_.rectifications);
  auto& defect = oracle_.rectifications[id];
  const Deed deed{Action::Rectify, {.customer = defect.customer}};
  const std::string actor = person_for(deed), name = " rectification " + std::to_string(id);
  switch (random_() % 3) {
    case 0: {
      const Date due = today.plus_days(static_cast<int>(random_() % 20) - 2);
      if (attempt(deed, defect.state == "open" && due >= today, "give notice of" + name, actor,
                  [&](Transaction& t) { catalog::give_notice(t, id, due, words); }))
        defect.state = "noticed";
      return;
    }
    case 1:
      if (attempt(deed, defect.state == "noticed", "report on" + name, actor, [&](Transaction& t) { catalog::report_work(t, id, words); }))
        defect.state = "reported", defect.reporter = actor;
      return;
    default: {
      const bool passed = chance(60);
      if (attempt(deed, defect.state == "reported" && defect.reporter != actor, "inspect" + name, actor,
                  [&](Transaction& t) { catalog::inspect_work(t, id, passed, words); }))
        defect.state = passed ? "passed" : "open";
    }
  }
}

}  // namespace twofold::model
