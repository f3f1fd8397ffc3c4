#include "catalog/cross_reference.h"

#include "catalog/sql.h"

namespace twofold::catalog {
namespace {

constexpr std::string_view kSelectPaper =
    "SELECT p.sequence, i.document_number, i.responsible, i.title, i.date, p.first_page, i.page_count, "
    "COALESCE(i.reference_code, i.provisional, i.storage_id), p.note_storage_id, p.note_address, i.state "
    "FROM paper_catalogue p JOIN item i ON i.id = p.item_id ";
constexpr std::string_view kSelectElectronic =
    "SELECT e.storage_id, i.title, i.date, o.format, o.size, o.sha256, e.address, e.note_number, e.note_shelf "
    "FROM item i JOIN electronic_catalogue e ON e.item_id = i.id "
    "LEFT JOIN item_object io ON io.item_id = i.id AND io.role = 'original' "
    "LEFT JOIN object o ON o.sha256 = io.sha256 ";

PaperRow read_paper(const Statement& row) {
  return PaperRow{.sequence = static_cast<int>(row.integer(0)),
                  .document_number = row.text(1),
                  .responsible = row.text(2),
                  .title = row.text(3),
                  .date = row.date(4),
                  .first_page = static_cast<int>(row.integer(5)),
                  .page_count = static_cast<int>(row.integer(6)),
                  .number = row.text(7),
                  .note_storage_id = row.text(8),
                  .note_address = row.text(9),
                  .struck = row.text(10) == text(ItemState::Struck)};
}

ElectronicRow read_electronic(const Statement& row) {
  return ElectronicRow{.storage_id = row.text(0),
                       .title = row.text(1),
                       .date = row.date(2),
                       .format = row.text(3),
                       .size = static_cast<std::uint64_t>(row.integer(4)),
                       .sha256 = row.is_null(5) ? Sha256() : Sha256::parse(row.text(5)),
                       .address = row.text(6),
                       .note_number = row.text(7),
                       .note_shelf = row.text(8)};
}

// One item with both its rows, as the catalogues and the records tell it.
struct Link {
  std::string number, storage_id, shelf;
  bool paper = false, electronic = false;          // which tracks the records know
  bool paper_row = false, electronic_row = false;  // which rows there are
  bool same_volume = true;
  std::string note_storage_id, note_address;                     // R26
  std::string row_storage_id, address, note_number, note_shelf;  // R27
};

// Destroyed items are out of the catalogues; a stub tells which track of a living item is gone.
constexpr std::string_view kSelectLinks =
    "SELECT COALESCE(i.reference_code, i.provisional, i.storage_id), i.storage_id, COALESCE(l.code, ''), i.paper, "
    "COALESCE(s.track, ''), p.item_id, e.item_id, p.volume_id = i.volume_id, p.note_storage_id, p.note_address, "
    "e.storage_id, e.address, e.note_number, e.note_shelf "
    "FROM item i LEFT JOIN paper_catalogue p ON p.item_id = i.id LEFT JOIN electronic_catalogue e ON e.item_id = i.id "
    "LEFT JOIN stub s ON s.item_id = i.id LEFT JOIN volume v ON v.id = i.volume_id "
    "LEFT JOIN shelf_location l ON l.id = v.location_id "
    "WHERE i.category > 0 AND i.state NOT IN ('struck', 'destroyed') ORDER BY i.id";

Link read_link(const Statement& row) {
  Link link;
  link.number = row.text(0);
  link.storage_id = row.text(1);
  link.paper = row.integer(3) != 0;
  link.shelf = link.paper ? row.text(2) : "";
  link.electronic = row.text(4) != "electronic" && row.text(4) != "both";
  link.paper_row = !row.is_null(5);
  link.electronic_row = !row.is_null(6);
  link.same_volume = row.is_null(7) || row.integer(7) != 0;
  link.note_storage_id = row.text(8);
  link.note_address = row.text(9);
  link.row_storage_id = row.text(10);
  link.address = row.text(11);
  link.note_number = row.text(12);
  link.note_shelf = row.text(13);
  return link;
}

using TakeFault = std::function<void(const LinkFault&)>;

// `noted` is what the note says, `truth` what it must say. `one_way`: the key for a note that says nothing.
void compare(const Link& link, const std::string& noted, const std::string& truth, const char* one_way,
             const TakeFault& take) {
  if (noted == truth) return;
  const std::string detail = noted + " ≠ " + truth;
  if (noted.empty()) return take({link.number, one_way, truth});
  take({link.number, truth.empty() ? "xref.dangling" : "xref.disagrees", detail});
}

void check_rows(const Link& link, const TakeFault& take) {
  if (link.paper && !link.paper_row) take({link.number, "xref.missing_row", "paper"});
  if (link.electronic && !link.electronic_row) take({link.number, "xref.missing_row", "electronic"});
  if (!link.paper && link.paper_row) take({link.number, "xref.dangling", "paper"});
  if (!link.electronic && link.electronic_row) take({link.number, "xref.dangling", "electronic"});
  if (!link.same_volume) take({link.number, "xref.disagrees", "volume"});
}

void check_link(const Link& link, const TakeFault& take) {
  check_rows(link, take);
  if (link.electronic_row) {
    const auto id = StorageId::try_parse(link.storage_id);
    compare(link, link.row_storage_id, link.storage_id, "xref.dangling", take);
    compare(link, link.address, id ? id->address() : "", "xref.dangling", take);
    // The note names the paper; without it nobody who holds the file finds the sheet.
    compare(link, link.note_number, link.paper ? link.number : "", "xref.one_way_electronic", take);
    compare(link, link.note_shelf, link.shelf, "xref.one_way_electronic", take);
  }
  if (link.paper_row) {
    compare(link, link.note_storage_id, link.electronic ? link.storage_id : "", "xref.one_way_paper", take);
    const auto id = link.electronic ? StorageId::try_parse(link.storage_id) : std::nullopt;
    compare(link, link.note_address, id ? id->address() : "", "xref.one_way_paper", take);
  }
}

}  // namespace

void each_paper_row(const Database& database, std::int64_t volume_id,
                    const std::function<void(const PaperRow&)>& take) {
  Statement row(database, std::string(kSelectPaper) + "WHERE p.volume_id = ? ORDER BY p.sequence");
  row.bind(volume_id);
  while (row.step()) take(read_paper(row));
}

void each_electronic_row(const Database& database, std::int64_t volume_id,
                         const std::function<void(const ElectronicRow&)>& take) {
  Statement row(database, std::string(kSelectElectronic) + "WHERE i.volume_id = ? ORDER BY i.position");
  row.bind(volume_id);
  while (row.step()) take(read_electronic(row));
}

std::optional<PaperRow> paper_row_of(const Database& database, std::int64_t item_id) {
  Statement row(database, std::string(kSelectPaper) + "WHERE p.item_id = ?");
  row.bind(item_id);
  if (!row.step()) return std::nullopt;
  return read_paper(row);
}

std::optional<ElectronicRow> electronic_row_of(const Database& database, std::int64_t item_id) {
  Statement row(database, std::string(kSelectElectronic) + "WHERE i.id = ?");
  row.bind(item_id);
  if (!row.step()) return std::nullopt;
  return read_electronic(row);
}

void refresh_notes(Transaction& transaction, std::int64_t volume_id) {
  const Database& database = transaction.database();
  Statement paper(database,
                  "UPDATE paper_catalogue SET "
                  "note_storage_id = COALESCE((SELECT e.storage_id FROM electronic_catalogue e "
                  "WHERE e.item_id = paper_catalogue.item_id), ''), "
                  "note_address = COALESCE((SELECT e.address FROM electronic_catalogue e "
                  "WHERE e.item_id = paper_catalogue.item_id), '') "
                  "WHERE item_id IN (SELECT id FROM item WHERE volume_id = ?)");
  paper.bind(volume_id).run();
  Statement electronic(
      database,
      "UPDATE electronic_catalogue SET note_number = r.number, note_shelf = r.shelf FROM ("
      "SELECT i.id, CASE WHEN i.paper THEN COALESCE(i.reference_code, i.provisional, '') ELSE '' END AS number, "
      "CASE WHEN i.paper THEN COALESCE(l.code, '') ELSE '' END AS shelf "
      "FROM item i JOIN volume v ON v.id = i.volume_id "
      "LEFT JOIN shelf_location l ON l.id = v.location_id WHERE i.volume_id = ?) r "
      "WHERE electronic_catalogue.item_id = r.id");
  electronic.bind(volume_id).run();
}

std::int64_t verify_cross_references(const Database& database, const std::function<void(const LinkFault&)>& take) {
  Statement row(database, kSelectLinks);
  std::int64_t checked = 0;
  for (; row.step(); ++checked) check_link(read_link(row), take);
  return checked;
}

}  // namespace twofold::catalog
