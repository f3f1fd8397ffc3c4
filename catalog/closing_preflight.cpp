// What blocks a closing: one streamed query per open volume, each rule a small function over its row.

#include <array>

#include "base/error.h"
#include "catalog/closing.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

// Everything the rules need of one item.
struct Candidate {
  std::string number, state, document_type;
  bool provisional = false, positioned = false, same_volume_kind = false;
  bool paper = false, paper_row = false, electronic_row = false, row_in_volume = false;
  int page_count = 0;
  std::optional<Date> date;
  std::string storage_id, note_storage_id, note_address, row_storage_id, address, note_number, note_shelf;
  bool proofread = false, customer = false, handler = false, leader = false;
  std::string object_state;  // of the original; empty: none
};

constexpr std::string_view kSelectCandidates =
    "SELECT COALESCE(i.reference_code, i.provisional, i.storage_id), i.state, i.document_type, i.provisional IS NOT "
    "NULL, "
    "i.position IS NOT NULL, i.year = v.year AND i.category = v.category AND i.chapter_id = v.chapter_id "
    "AND i.retention = v.retention, i.paper, p.item_id IS NOT NULL, e.item_id IS NOT NULL, p.volume_id = i.volume_id, "
    "i.page_count, i.date, i.storage_id, p.note_storage_id, p.note_address, e.storage_id, e.address, e.note_number, "
    "e.note_shelf, "
    "EXISTS (SELECT 1 FROM signature s WHERE s.item_id = i.id AND s.kind = 'proofread'), "
    "EXISTS (SELECT 1 FROM signature s WHERE s.item_id = i.id AND s.kind IN ('customer', 'waiver')), "
    "EXISTS (SELECT 1 FROM signature s WHERE s.item_id = i.id AND s.kind = 'handler'), "
    "EXISTS (SELECT 1 FROM signature s WHERE s.item_id = i.id AND s.kind = 'leader'), "
    "(SELECT o.state FROM item_object io JOIN object o ON o.sha256 = io.sha256 WHERE io.item_id = i.id AND io.role = "
    "'original') "
    "FROM item i JOIN volume v ON v.id = i.volume_id LEFT JOIN paper_catalogue p ON p.item_id = i.id "
    "LEFT JOIN electronic_catalogue e ON e.item_id = i.id "
    "WHERE i.volume_id = ? AND i.state NOT IN ('struck', 'destroyed') ORDER BY i.position, i.id";

Candidate read_candidate(const Statement& row) {
  Candidate item;
  item.number = row.text(0);
  item.state = row.text(1);
  item.document_type = row.text(2);
  item.provisional = row.integer(3) != 0;
  item.positioned = row.integer(4) != 0;
  item.same_volume_kind = row.integer(5) != 0;
  item.paper = row.integer(6) != 0;
  item.paper_row = row.integer(7) != 0;
  item.electronic_row = row.integer(8) != 0;
  item.row_in_volume = row.integer(9) != 0;
  item.page_count = static_cast<int>(row.integer(10));
  item.date = row.date(11);
  item.storage_id = row.text(12);
  item.note_storage_id = row.text(13);
  item.note_address = row.text(14);
  item.row_storage_id = row.text(15);
  item.address = row.text(16);
  item.note_number = row.text(17);
  item.note_shelf = row.text(18);
  item.proofread = row.integer(19) != 0;
  item.customer = row.integer(20) != 0;
  item.handler = row.integer(21) != 0;
  item.leader = row.integer(22) != 0;
  item.object_state = row.text(23);
  return item;
}

// What the rules are asked about: one item in its volume.
struct Question {
  const Profile& profile;
  const Volume& volume;
  Date today;
  const Candidate& item;
  const std::function<void(const Blocker&)>& report;
  std::int64_t& count;

  void block(const char* rule, const Message& message) const {
    ++count;
    report({.rule = rule, .number = item.number, .message = message});
  }
};

void check_signatures(const Question& ask) {
  const Candidate& item = ask.item;
  if (!item.proofread) ask.block("R9", msg("closing.not_proofread", item.number));
  if (!item.customer) ask.block("R10", msg("closing.no_customer_signature", item.number));
  if (!item.handler) ask.block("R10", msg("closing.no_handler", item.number));
  if (!item.leader) ask.block("R10", msg("closing.no_leader", item.number));
  if (item.state != text(ItemState::Filed)) ask.block("filed", msg("closing.not_filed", item.number));
}

void check_catalogues(const Question& ask) {
  const Candidate& item = ask.item;
  if (!item.provisional || !item.positioned) ask.block("R2", msg("closing.no_number", item.number));
  if (!item.same_volume_kind) ask.block("R5", msg("closing.mixed", item.number, ask.volume.code));
  if (!item.electronic_row) ask.block("R4", msg("closing.no_electronic_row", item.number));
  if (item.paper && (!item.paper_row || !item.row_in_volume)) ask.block("R4", msg("closing.no_paper_row", item.number));
  const DocumentType* type = ask.profile.document_type(item.document_type);
  if (type && type->voucher && !item.paper)
    ask.block("R22", msg("closing.voucher_without_paper", item.number, type->name.chinese));
}

void check_links(const Question& ask) {
  const Candidate& item = ask.item;
  bool whole = true;
  if (item.electronic_row) {
    const auto id = StorageId::try_parse(item.storage_id);
    whole = id && item.row_storage_id == item.storage_id && item.address == id->address() &&
            item.note_number == (item.paper ? item.number : "") &&
            item.note_shelf == (item.paper ? ask.volume.shelf : "");
  }
  if (item.paper_row)
    whole = whole && item.paper && item.note_storage_id == item.storage_id &&
            (!item.electronic_row || item.note_address == item.address);
  if (!whole) ask.block("R28", msg("closing.links_disagree", item.number));
}

void check_content(const Question& ask) {
  const Candidate& item = ask.item;
  if (item.page_count <= 0) ask.block("pages", msg("closing.no_pages", item.number));
  if (!item.date)
    ask.block("date", msg("closing.no_date", item.number));
  else if (*item.date > ask.today)
    ask.block("date", msg("closing.date_in_future", item.number, *item.date));
  else if (item.date->year() != ask.volume.code.year)
    ask.block("date", msg("closing.date_of_other_year", item.number, *item.date, ask.volume.code.year));
  if (item.object_state.empty())
    ask.block("object", msg("closing.no_object", item.number));
  else if (item.object_state != "present")
    ask.block("object", msg("closing.object_destroyed", item.number));
}

// Rows of the paper catalogue whose item is not in this volume (R4).
std::int64_t check_stray_rows(const Database& database, const Volume& volume,
                              const std::function<void(const Blocker&)>& take) {
  Statement row(database,
                "SELECT COALESCE(i.reference_code, i.provisional, i.storage_id) FROM paper_catalogue p JOIN item i ON "
                "i.id = p.item_id "
                "WHERE p.volume_id = ? AND (i.volume_id IS NULL OR i.volume_id <> p.volume_id) ORDER BY p.sequence");
  row.bind(volume.id);
  std::int64_t count = 0;
  for (; row.step(); ++count)
    take({.rule = "R4", .number = row.text(0), .message = msg("closing.row_without_item", volume.code, row.text(0))});
  return count;
}

}  // namespace

std::int64_t each_blocker_of(const Database& database, const Profile& profile, const Volume& volume, const Date& today,
                             const std::function<void(const Blocker&)>& take) {
  std::int64_t count = 0;
  Statement row(database, kSelectCandidates);
  row.bind(volume.id);
  while (row.step()) {
    const Candidate item = read_candidate(row);
    const Question ask{profile, volume, today, item, take, count};
    check_signatures(ask);
    check_catalogues(ask);
    check_links(ask);
    check_content(ask);
  }
  return count + check_stray_rows(database, volume, take);
}

std::int64_t each_blocker(const Database& database, const Profile& profile, const ClosingScope& scope,
                          const std::function<void(const Blocker&)>& take) {
  const Date today = scope.today ? *scope.today : SystemClock().today();
  std::int64_t count = 0;
  for (const auto& volume : volumes_to_close(database, scope))
    count += each_blocker_of(database, profile, volume, today, take);
  return count;
}

std::vector<Volume> volumes_to_close(const Database& database, const ClosingScope& scope) {
  std::string sql(kSelectVolume);
  sql +=
      "WHERE v.year = ? AND v.state IN ('open', 'closing') AND EXISTS (SELECT 1 FROM item i WHERE i.volume_id = v.id "
      "AND i.state NOT IN ('struck', 'destroyed')) ";
  if (scope.category) sql += "AND v.category = ? ";
  if (scope.manager)
    sql +=
        "AND v.chapter_id IN (SELECT k.chapter_id FROM chapter_custody k JOIN manager m ON m.id = k.manager_id "
        "WHERE k.until IS NULL AND m.name = ?) ";
  sql += "ORDER BY v.code";
  Statement row(database, sql);
  row.bind(scope.year);
  if (scope.category) row.bind(*scope.category);
  if (scope.manager) row.bind(*scope.manager);
  std::vector<Volume> volumes;
  while (row.step()) volumes.push_back(read_volume(row));
  return volumes;
}

}  // namespace twofold::catalog
