#include "catalog/items.h"

#include "base/error.h"
#include "catalog/sql.h"

#include <array>

namespace twofold::catalog {
namespace {

constexpr std::array<std::pair<ItemState, std::string_view>, 8> kItemStates = {{
    {ItemState::Draft, "draft"}, {ItemState::Proofed, "proofed"}, {ItemState::Signed, "signed"}, {ItemState::Filed, "filed"},
    {ItemState::Bound, "bound"}, {ItemState::Struck, "struck"},   {ItemState::Destroyed, "destroyed"},
    {ItemState::Removed, "removed"},
}};

ItemState parse_item_state(const std::string& name) {
  if (const auto state = try_parse_item_state(name)) return *state;
  throw Error(ErrorKind::Corrupt, msg("item.bad_state", name));
}

constexpr std::string_view kItemColumns =
    "SELECT id, provisional, storage_id, reference_code, customer_id, category, chapter_id, volume_id, document_type, title, "
    "document_number, responsible, date, year, retention, state, paper, page_count, source_name FROM item ";

std::optional<std::int64_t> optional_id(const Statement& row, std::size_t column) {
  if (row.is_null(column)) return std::nullopt;
  return row.integer(column);
}

template <class Number>
std::optional<Number> optional_number(const Statement& row, std::size_t column) {
  if (row.is_null(column)) return std::nullopt;
  return Number::parse(row.text(column));
}

Item item_at(const Statement& row) {
  Item item{.storage_id = StorageId::parse(row.text(2))};
  item.id = row.integer(0);
  item.provisional = optional_number<ProvisionalNumber>(row, 1);
  item.reference_code = optional_number<ReferenceCode>(row, 3);
  item.customer_id = optional_id(row, 4);
  item.category = static_cast<int>(row.integer(5));
  item.chapter_id = optional_id(row, 6);
  item.volume_id = optional_id(row, 7);
  item.document_type = row.text(8);
  item.title = row.text(9);
  item.document_number = row.text(10);
  item.responsible = row.text(11);
  item.date = row.date(12);
  item.year = static_cast<int>(row.integer(13));
  item.retention = try_parse_retention(row.text(14)).value_or(Retention::Permanent);
  item.state = parse_item_state(row.text(15));
  item.paper = row.integer(16) != 0;
  item.page_count = static_cast<int>(row.integer(17));
  item.source_name = row.text(18);
  return item;
}

constexpr std::string_view kSelectPage =
    "SELECT number, text, width, height, dpi, skew, quarter_turns, blank, recognised, confidence, recogniser, picture_hash "
    "FROM page WHERE item_id = ? ";

ItemPage page_at(const Statement& row) {
  ItemPage page;
  page.number = static_cast<int>(row.integer(0));
  page.text = row.text(1);
  page.width = static_cast<int>(row.integer(2));
  page.height = static_cast<int>(row.integer(3));
  page.dpi = row.real(4);
  page.skew = row.real(5);
  page.quarter_turns = static_cast<int>(row.integer(6));
  page.blank = row.integer(7) != 0;
  page.recognised = row.integer(8) != 0;
  page.confidence = row.real(9);
  page.recogniser = row.text(10);
  page.picture_hash = row.text(11);
  return page;
}

StoredObject object_at(const Statement& row) {
  return {Sha256::parse(row.text(0)), static_cast<std::uint64_t>(row.integer(1)), row.text(2)};
}

}  // namespace

bool is_present(ItemState state) {
  return state != ItemState::Removed && state != ItemState::Struck && state != ItemState::Destroyed;
}

std::optional<ItemState> try_parse_item_state(std::string_view text) {
  for (const auto& [state, known] : kItemStates)
    if (known == text) return state;
  return std::nullopt;
}

std::string text(ItemState state) {
  for (const auto& [known, name] : kItemStates)
    if (known == state) return std::string(name);
  return {};
}

std::string Item::number() const {
  if (reference_code) return reference_code->text();
  return provisional ? provisional->text() : storage_id.text();
}

std::optional<Item> find_item(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kItemColumns) + "WHERE id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return item_at(row);
}

std::optional<Item> find_item_by_content(const Database& database, const Sha256& sha256) {
  Statement row(database, std::string(kItemColumns) +
                              "WHERE id = (SELECT min(item_id) FROM item_object JOIN item ON item.id = item_id "
                              "WHERE sha256 = ? AND (role = 'original' OR role LIKE 'before.%.original') AND item.state NOT IN ('struck', 'destroyed'))");
  row.bind(sha256.text());
  if (!row.step()) return std::nullopt;
  return item_at(row);
}

std::vector<ItemPage> pages_of(const Database& database, std::int64_t item_id) {
  Statement row(database, std::string(kSelectPage) + "ORDER BY number");
  row.bind(item_id);
  std::vector<ItemPage> pages;
  while (row.step()) pages.push_back(page_at(row));
  return pages;
}

std::optional<ItemPage> find_page(const Database& database, std::int64_t item_id, int number) {
  Statement row(database, std::string(kSelectPage) + "AND number = ?");
  row.bind(item_id).bind(number);
  if (!row.step()) return std::nullopt;
  return page_at(row);
}

std::optional<StoredObject> object_of(const Database& database, std::int64_t item_id, std::string_view role) {
  Statement row(database,
                "SELECT object.sha256, object.size, object.format FROM item_object JOIN object USING (sha256) "
                "WHERE item_id = ? AND role = ?");
  row.bind(item_id).bind(role);
  if (!row.step()) return std::nullopt;
  return object_at(row);
}

std::vector<Item> list_items(const Database& database, const ItemFilter& filter, std::int64_t after_id, std::size_t most) {
  std::string where = "WHERE id > ?";
  if (filter.customer_id) where += " AND customer_id = ?";
  if (filter.volume_id) where += " AND volume_id = ?";
  if (filter.category) where += " AND category = ?";
  if (filter.year) where += " AND year = ?";
  if (filter.state) where += " AND state = ?";
  Statement row(database, std::string(kItemColumns) + where + " ORDER BY id LIMIT ?");
  row.bind(after_id);
  if (filter.customer_id) row.bind(*filter.customer_id);
  if (filter.volume_id) row.bind(*filter.volume_id);
  if (filter.category) row.bind(*filter.category);
  if (filter.year) row.bind(*filter.year);
  if (filter.state) row.bind(text(*filter.state));
  row.bind(static_cast<std::int64_t>(most));
  std::vector<Item> items;
  while (row.step()) items.push_back(item_at(row));
  return items;
}

std::int64_t count_items(const Database& database) {
  Statement row(database, "SELECT count(*) FROM item");
  row.step();
  return row.integer(0);
}

std::int64_t count_absent_items(const Database& database) {
  Statement row(database, "SELECT count(*) FROM item WHERE state IN ('removed', 'struck', 'destroyed')");
  row.step();
  return row.integer(0);
}

void each_item(const Database& database, const std::function<void(const Item&)>& take) {
  Statement row(database, std::string(kItemColumns) + "ORDER BY id");
  while (row.step()) take(item_at(row));
}

std::int64_t add_receipt(Transaction& transaction, const Receipt& receipt) {
  Statement(transaction.database(),
            "INSERT INTO receipt(path, sha256, size, outcome, reason, detail, item_id, at) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(receipt.path)
      .bind(receipt.sha256.text())
      .bind(static_cast<std::int64_t>(receipt.size))
      .bind(receipt.outcome)
      .bind(receipt.reason)
      .bind(receipt.detail)
      .bind(receipt.item_id)
      .bind(transaction.now())
      .run();
  return last_insert_id(transaction.database());
}

namespace {

constexpr std::string_view kReceiptColumns = "SELECT id, path, sha256, size, outcome, reason, detail, item_id FROM receipt ";

Receipt receipt_at(const Statement& row) {
  return {row.integer(0), row.text(1), Sha256::parse(row.text(2)), static_cast<std::uint64_t>(row.integer(3)), row.text(4),
          row.text(5),    row.text(6), optional_id(row, 7)};
}

}  // namespace

std::optional<Receipt> find_receipt(const Database& database, const Sha256& sha256) {
  Statement row(database, std::string(kReceiptColumns) + "WHERE sha256 = ? ORDER BY id DESC LIMIT 1");
  row.bind(sha256.text());
  if (!row.step()) return std::nullopt;
  return receipt_at(row);
}

std::vector<Receipt> list_receipts(const Database& database, std::string_view outcome, std::int64_t after_id, std::size_t most) {
  const std::string where = outcome.empty() ? "WHERE id > ?" : "WHERE id > ? AND outcome = ?";
  Statement row(database, std::string(kReceiptColumns) + where + " ORDER BY id LIMIT ?");
  row.bind(after_id);
  if (!outcome.empty()) row.bind(outcome);
  row.bind(static_cast<std::int64_t>(most));
  std::vector<Receipt> receipts;
  while (row.step()) receipts.push_back(receipt_at(row));
  return receipts;
}

std::vector<Item> items_received_below(const Database& database, std::string_view path) {
  // From the path itself up to the path with its last byte raised: a range of the index instead of a pattern.
  std::string end(path);
  end.back() = static_cast<char>(end.back() + 1);
  Statement row(database, std::string(kItemColumns) +
                              "WHERE id IN (SELECT item_id FROM receipt WHERE path >= ? AND path < ? AND item_id IS NOT NULL) "
                              "ORDER BY id");
  row.bind(path).bind(end);
  std::vector<Item> items;
  while (row.step()) items.push_back(item_at(row));
  return items;
}

bool is_destroyed(const Database& database, const Sha256& sha256) {
  Statement row(database, "SELECT 1 FROM object WHERE sha256 = ? AND state = 'destroyed'");
  row.bind(sha256.text());
  return row.step();
}

std::uint64_t stored_bytes(const Database& database) {
  Statement row(database, "SELECT ifnull(sum(size), 0) FROM object WHERE state = 'present'");
  row.step();
  return static_cast<std::uint64_t>(row.integer(0));
}

void each_object(const Database& database, const std::function<void(const StoredObject&)>& take) {
  Statement row(database, "SELECT sha256, size, format FROM object WHERE state = 'present' ORDER BY sha256");
  while (row.step()) take(object_at(row));
}

}  // namespace twofold::catalog
