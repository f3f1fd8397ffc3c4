#include "catalog/cross_reference.h"

#include "base/error.h"
#include "catalog/events.h"
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
  std::string address;                             // what the storage ID's address must be; empty where it is none
  bool paper = false, electronic = false;          // which tracks the records know
  bool paper_row = false, electronic_row = false;  // which rows there are
  bool same_volume = true;
  std::string note_storage_id, note_address;                         // R26
  std::string row_storage_id, row_address, note_number, note_shelf;  // R27
};

// Rows of a table in the order of the items they belong to, walked beside the items.
class Beside {
 public:
  Beside(const Database& database, std::string_view sql) : row_(database, sql), more_(row_.step()) {}
  // Whether there is a row of that item; ids only ever rise.
  bool at(std::int64_t item_id) {
    while (more_ && row_.integer(0) < item_id) more_ = row_.step();
    return more_ && row_.integer(0) == item_id;
  }
  std::string text(std::size_t column) const { return row_.text(column); }
  std::int64_t integer(std::size_t column) const { return row_.integer(column); }

 private:
  Statement row_;
  bool more_;
};

// Where the volume stands; neighbours share theirs.
class ShelfOfVolume {
 public:
  explicit ShelfOfVolume(const Database& database) : database_(database) {}
  const std::string& of(std::int64_t volume_id) {
    if (volume_id == volume_id_) return shelf_;
    Statement row(
        database_,
        "SELECT COALESCE(l.code, '') FROM volume v LEFT JOIN shelf_location l ON l.id = v.location_id WHERE v.id = ?");
    row.bind(volume_id);
    shelf_ = row.step() ? row.text(0) : std::string();
    volume_id_ = volume_id;
    return shelf_;
  }

 private:
  const Database& database_;
  std::int64_t volume_id_ = -1;
  std::string shelf_;
};

// Every item that must be linked. Five tables are read side by side, each in its own order, once: looking the rows up
// item by item costs twice as much. Destroyed items are out of the catalogues; a stub tells which track of a living
// item is gone.
class LinkReader {
 public:
  explicit LinkReader(const Database& database)
      : item_(database,
              "SELECT id, COALESCE(reference_code, provisional, storage_id), storage_id, paper, COALESCE(volume_id, 0) "
              "FROM item "
              "WHERE category > 0 AND state NOT IN ('struck', 'destroyed') ORDER BY id"),
        paper_(database,
               "SELECT item_id, volume_id, note_storage_id, note_address FROM paper_catalogue ORDER BY item_id"),
        electronic_(
            database,
            "SELECT item_id, storage_id, address, note_number, note_shelf FROM electronic_catalogue ORDER BY item_id"),
        stub_(database, "SELECT item_id, track FROM stub ORDER BY item_id"),
        shelves_(database) {}

  bool next() { return item_.step(); }
  std::int64_t item_id() const { return item_.integer(0); }
  // Of the current item.
  Link link() {
    Link link;
    const std::int64_t id = item_id(), volume_id = item_.integer(4);
    link.number = item_.text(1);
    link.storage_id = item_.text(2);
    link.paper = item_.integer(3) != 0;
    if (link.paper && volume_id != 0) link.shelf = shelves_.of(volume_id);
    const std::string gone = stub_.at(id) ? stub_.text(1) : std::string();
    link.electronic = gone != "electronic" && gone != "both";
    if (const auto storage_id = StorageId::try_parse(link.storage_id)) link.address = storage_id->address();
    link.paper_row = paper_.at(id);
    if (link.paper_row) {
      link.same_volume = paper_.integer(1) == volume_id;
      link.note_storage_id = paper_.text(2);
      link.note_address = paper_.text(3);
    }
    link.electronic_row = electronic_.at(id);
    if (link.electronic_row) {
      link.row_storage_id = electronic_.text(1);
      link.row_address = electronic_.text(2);
      link.note_number = electronic_.text(3);
      link.note_shelf = electronic_.text(4);
    }
    return link;
  }

 private:
  Statement item_;
  Beside paper_, electronic_, stub_;
  ShelfOfVolume shelves_;
};

using TakeFault = std::function<void(const LinkFault&)>;

// `noted` is what the note says, `truth` what it must say. `one_way`: the key for a note that says nothing.
void compare(const Link& link, std::string_view noted, std::string_view truth, const char* one_way,
             const TakeFault& take) {
  if (noted == truth) return;
  if (noted.empty()) return take({link.number, one_way, std::string(truth)});
  take({link.number, truth.empty() ? "xref.dangling" : "xref.disagrees",
        std::string(noted) + " ≠ " + std::string(truth)});
}

void check_rows(const Link& link, const TakeFault& take) {
  const auto fault = [&](const char* reason, const char* detail) { take({link.number, reason, detail}); };
  if (link.paper && !link.paper_row) fault("xref.missing_row", "paper");
  if (link.electronic && !link.electronic_row) fault("xref.missing_row", "electronic");
  if (!link.paper && link.paper_row) fault("xref.dangling", "paper");
  if (!link.electronic && link.electronic_row) fault("xref.dangling", "electronic");
  if (!link.same_volume) fault("xref.disagrees", "volume");
}

void check_link(const Link& link, const TakeFault& take) {
  check_rows(link, take);
  if (link.electronic_row) {
    compare(link, link.row_storage_id, link.storage_id, "xref.dangling", take);
    compare(link, link.row_address, link.address, "xref.dangling", take);
    // The note names the paper; without it nobody who holds the file finds the sheet.
    compare(link, link.note_number, link.paper ? std::string_view(link.number) : std::string_view(),
            "xref.one_way_electronic", take);
    compare(link, link.note_shelf, link.shelf, "xref.one_way_electronic", take);
  }
  if (link.paper_row) {
    compare(link, link.note_storage_id, link.electronic ? std::string_view(link.storage_id) : std::string_view(),
            "xref.one_way_paper", take);
    compare(link, link.note_address, link.electronic ? std::string_view(link.address) : std::string_view(),
            "xref.one_way_paper", take);
  }
}

std::uint64_t highest_item(const Database& database) {
  Statement row(database, "SELECT COALESCE(MAX(id), 0) FROM item");
  return row.step() ? static_cast<std::uint64_t>(row.integer(0)) : 0;
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

void repair_notes(Transaction& transaction, const Item& item) {
  if (!item.volume_id) throw Error(ErrorKind::Refused, msg("xref.no_volume", item.number()));
  refresh_notes(transaction, *item.volume_id);
  record_event(transaction, "volume.notes_refreshed", find_volume(transaction.database(), *item.volume_id)->code.text(),
               {{"item", item.number()}});
}

std::int64_t verify_cross_references(const Database& database, const std::function<void(const LinkFault&)>& take,
                                     ProgressSink* progress) {
  constexpr std::int64_t kBetweenReports = 20'000;
  const std::uint64_t total = progress ? highest_item(database) : 0;
  LinkReader reader(database);
  std::int64_t checked = 0;
  for (; reader.next(); ++checked) {
    check_link(reader.link(), take);
    if (!progress || checked % kBetweenReports != 0) continue;
    progress->report({"progress.links", static_cast<std::uint64_t>(reader.item_id()), total, ""});
    if (progress->cancelled()) throw Error(ErrorKind::Cancelled, msg("work.cancelled"));
  }
  return checked;
}

}  // namespace twofold::catalog
