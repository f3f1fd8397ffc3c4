#include "catalog/stacks/stocktake.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"
#include "catalog/stacks/label.h"

namespace twofold::catalog {
namespace {

constexpr std::size_t kLongestWords = 200;  // kept of a line that is no label

// What the records say of a volume whose label was read.
struct OnRecord {
  std::int64_t id = 0;
  std::string code, title, state, place, loan, borrower, container;
  bool missing = false;
  std::string seen_before;  // in this stocktake
};

constexpr std::string_view kSelectOnRecord =
    "SELECT v.id, v.code, v.title, v.state, COALESCE(l.code, ''), COALESCE(n.state, ''), COALESCE(n.borrower, ''), "
    "v.missing_since IS NOT NULL, COALESCE(g.at_label, ''), COALESCE(c.number, '') FROM volume v "
    "LEFT JOIN shelf_location l ON l.id = v.location_id LEFT JOIN container c ON c.id = v.container_id "
    "LEFT JOIN loan n ON n.volume_id = v.id AND n.state IN ('out', 'returned', 'lost') "
    "LEFT JOIN sighting g ON g.stocktake_id = ? AND g.volume_id = v.id ";

OnRecord read_on_record(const Statement& row) {
  return OnRecord{.id = row.integer(0),
                  .code = row.text(1),
                  .title = row.text(2),
                  .state = row.text(3),
                  .place = row.text(4),
                  .loan = row.text(5),
                  .borrower = row.text(6),
                  .container = row.text(9),
                  .missing = row.integer(7) != 0,
                  .seen_before = row.text(8)};
}

class Sitting {
 public:
  Sitting(Transaction& transaction, Stocktake& stocktake) : transaction_(transaction), stocktake_(stocktake) {}

  ScanAnswer take(const std::string& words) {
    ++stocktake_.lines;
    const Label label = read_label(words);
    if (const auto* part = std::get_if<ShelfPrefix>(&label)) return take_shelf(words, *part);
    if (std::holds_alternative<std::monostate>(label)) return take_torn(words);
    if (stocktake_.at_label.empty()) return unread(words, msg("stocktake.no_shelf_yet", shown(words)));
    if (const auto* box = std::get_if<ContainerNumber>(&label)) return take_box(words, *box);
    return take_volume(words, std::get<VolumeCode>(label));
  }

 private:
  static std::string shown(const std::string& words) { return scrub_utf8(trim(words).substr(0, kLongestWords)); }
  ScanAnswer answer(const std::string& words, Sight sight, Message message) const {
    return {.line = stocktake_.lines,
            .words = shown(words),
            .sight = sight,
            .name = {},
            .title = {},
            .at = stocktake_.at_label,
            .belongs = {},
            .message = std::move(message)};
  }

  ScanAnswer unread(const std::string& words, Message message) {
    Statement(transaction_.database(),
              "INSERT INTO unread_line(stocktake_id, line, words, reason, at_label) VALUES (?, ?, ?, ?, ?)")
        .bind(stocktake_.id)
        .bind(stocktake_.lines)
        .bind(shown(words))
        .bind(message.key)
        .bind(stocktake_.at_label)
        .run();
    return answer(words, Sight::Unread, std::move(message));
  }

  // What is left of a shelf's label ends the shelf before, as the whole label would have.
  ScanAnswer take_torn(const std::string& words) {
    std::string_view rest = trim(words);
    while (rest.ends_with('-') || rest.ends_with('0')) rest.remove_suffix(1);
    const auto part = ShelfPrefix::try_parse(rest);
    if (!part || part->depth() == 0 || !has_shelves(*part))
      return unread(words, msg("stocktake.no_label", shown(words)));
    stocktake_.at_label.clear();
    return unread(words, msg("stocktake.torn_shelf", shown(words)));
  }

  bool has_shelves(const ShelfPrefix& part) const {
    const auto keys = part.keys(ShelfPrefix::kShelf);
    Statement row(transaction_.database(), "SELECT 1 FROM shelf WHERE sort_key >= ? AND sort_key < ? LIMIT 1");
    row.bind(keys.low).bind(keys.high);
    return row.step();
  }

  ScanAnswer take_shelf(const std::string& words, const ShelfPrefix& part) {
    // Whatever is wrong with the label: what follows must not count for the shelf before.
    stocktake_.at_label.clear();
    const ShelfPrefix& whole = stocktake_.part;
    const bool inside = whole.overlaps(part) && part.depth() >= whole.depth();
    if (!inside) return unread(words, msg("stocktake.outside", part, stocktake_.part_words()));
    if (!exists(part)) return unread(words, msg("stocktake.no_such_place", part));
    stocktake_.at_label = part.text();
    Statement(transaction_.database(),
              "INSERT INTO stocktake_shelf(stocktake_id, shelf, walked_at) VALUES (?, ?, ?) "
              "ON CONFLICT(stocktake_id, shelf) DO UPDATE SET walked_at = excluded.walked_at")
        .bind(stocktake_.id)
        .bind(part.cut(ShelfPrefix::kShelf).text())
        .bind(transaction_.now())
        .run();
    ScanAnswer taken = answer(words, Sight::Shelf, msg("stocktake.at_shelf", part));
    taken.name = part.text();
    return taken;
  }

  bool exists(const ShelfPrefix& part) const {
    Statement row(transaction_.database(), part.depth() == ShelfPrefix::kShelf
                                               ? "SELECT 1 FROM shelf WHERE code = ?"
                                               : "SELECT 1 FROM shelf_location WHERE code = ?");
    row.bind(part.text());
    return row.step();
  }

  ScanAnswer take_volume(const std::string& words, const VolumeCode& code) {
    Statement row(transaction_.database(), std::string(kSelectOnRecord) + "WHERE v.code = ?");
    row.bind(stocktake_.id).bind(code.text());
    if (!row.step()) return unread(words, msg("stocktake.no_such_volume", code));
    const OnRecord volume = read_on_record(row);
    ScanAnswer taken = answer(words, Sight::AsRecorded, {});
    std::tie(taken.sight, taken.message) = judge(volume);
    taken.name = volume.code;
    taken.title = volume.title;
    taken.belongs = volume.place;
    note(volume.id);
    return taken;
  }

  // A box is counted closed: what belongs in it is there, but for what is lent.
  ScanAnswer take_box(const std::string& words, const ContainerNumber& number) {
    Statement box(transaction_.database(),
                  "SELECT COALESCE(l.code, '') FROM container c LEFT JOIN shelf_location l ON l.id = c.location_id "
                  "WHERE c.number = ?");
    box.bind(number.text());
    if (!box.step()) return unread(words, msg("stocktake.no_such_box", number));
    ScanAnswer taken = answer(words, Sight::AsRecorded, {});
    taken.name = number.text();
    taken.belongs = box.text(0);
    Statement row(transaction_.database(),
                  std::string(kSelectOnRecord) + "WHERE c.number = ? AND COALESCE(n.state, '') NOT IN ('out', 'lost')");
    row.bind(stocktake_.id).bind(number.text());
    std::vector<std::int64_t> members;
    while (row.step()) members.push_back(row.integer(0));
    for (const auto id : members) note(id);
    std::tie(taken.sight, taken.message) = judge(number, taken.belongs, members.size());
    return taken;
  }

  std::pair<Sight, Message> judge(const ContainerNumber& number, const std::string& belongs,
                                  std::size_t members) const {
    const std::string& at = stocktake_.at_label;
    if (const auto other = other_at_place({.container = number.text()}))
      return {Sight::PlaceTaken, msg("stocktake.place_taken", at, *other, number)};
    if (belongs.empty()) return {Sight::Unexpected, msg("stocktake.unexpected", number, at)};
    if (!stands_at(belongs, at)) return {Sight::Misplaced, msg("stocktake.misplaced", number, at, belongs)};
    return {Sight::AsRecorded, msg("stocktake.box_as_recorded", number, members)};
  }

  std::pair<Sight, Message> judge(const OnRecord& volume) const {
    const std::string& at = stocktake_.at_label;
    if (volume.state == "destroyed" || volume.state == "transferred")
      return {Sight::Gone, msg("stocktake.gone", volume.code, at)};
    if (volume.loan == "out" || volume.loan == "lost")
      return {Sight::OnLoan, msg("stocktake.on_loan", volume.code, volume.borrower, at)};
    if (!volume.seen_before.empty() && volume.seen_before != at)
      return {Sight::TwoPlaces, msg("stocktake.two_places", volume.code, volume.seen_before, at)};
    if (const auto other = other_at_place(volume))
      return {Sight::PlaceTaken, msg("stocktake.place_taken", at, *other, volume.code)};
    if (volume.place.empty()) return {Sight::Unexpected, msg("stocktake.unexpected", volume.code, at)};
    if (!stands_at(volume.place, at))
      return {Sight::Misplaced, msg("stocktake.misplaced", volume.code, at, volume.place)};
    if (!volume.seen_before.empty()) return {Sight::Again, msg("stocktake.again", volume.code)};
    if (volume.missing) return {Sight::Found, msg("stocktake.found", volume.code, at)};
    return {Sight::AsRecorded, msg("stocktake.as_recorded", volume.code)};
  }

  // What was seen before at the same place, where that is one place and not a box that both are in.
  std::optional<std::string> other_at_place(const OnRecord& volume) const {
    if (!ShelfCode::try_parse(stocktake_.at_label)) return std::nullopt;
    Statement row(transaction_.database(),
                  "SELECT v.code, COALESCE(c.number, '') FROM sighting g JOIN volume v ON v.id = g.volume_id "
                  "LEFT JOIN container c ON c.id = v.container_id WHERE g.stocktake_id = ? AND g.at_label = ? AND "
                  "g.volume_id <> ?");
    row.bind(stocktake_.id).bind(stocktake_.at_label).bind(volume.id);
    while (row.step())
      if (row.text(1).empty() || row.text(1) != volume.container) return row.text(0);
    return std::nullopt;
  }

  void note(std::int64_t volume_id) {
    Statement(
        transaction_.database(),
        "INSERT INTO sighting(stocktake_id, volume_id, at_label, seen_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(stocktake_id, volume_id) DO UPDATE SET at_label = excluded.at_label, seen_at = excluded.seen_at")
        .bind(stocktake_.id)
        .bind(volume_id)
        .bind(stocktake_.at_label)
        .bind(transaction_.now())
        .run();
  }

  Transaction& transaction_;
  Stocktake& stocktake_;
};

}  // namespace

std::vector<ScanAnswer> scan_lines(Transaction& transaction, Stocktake& stocktake, std::span<const std::string> lines) {
  if (!stocktake.open) throw Error(ErrorKind::Refused, msg("stocktake.finished", stocktake.number));
  Sitting sitting(transaction, stocktake);
  std::vector<ScanAnswer> answers;
  for (const auto& line : lines)
    if (!trim(line).empty()) answers.push_back(sitting.take(line));
  if (answers.empty()) return answers;
  Statement(transaction.database(), "UPDATE stocktake SET at_label = ?, lines = ? WHERE id = ?")
      .bind(stocktake.at_label)
      .bind(stocktake.lines)
      .bind(stocktake.id)
      .run();
  record_event(transaction, "stocktake.scanned", stocktake.number,
               {{"lines", std::to_string(answers.size())}, {"until_line", std::to_string(stocktake.lines)}});
  return answers;
}

}  // namespace twofold::catalog
