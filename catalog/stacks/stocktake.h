#pragma once
// Stocktakes: a part of the stack is walked with a scanner, a shelf's or place's label first, then what stands there.
// What was seen is kept line by line, so that a sitting can stop anywhere and go on another day; the records change
// only when they are mended.

#include "base/message.h"
#include "catalog/stacks/shelf_prefix.h"
#include "catalog/volumes.h"

#include <span>

namespace twofold::catalog {

struct Stocktake {
  std::int64_t id = 0;
  std::string number;  // ST-2026-0001
  ShelfPrefix part;
  bool open = true;
  std::string started_by, finished_by;
  Timestamp started_at;
  std::optional<Timestamp> finished_at;
  std::string at_label;  // where the next volume stands; empty: no label yet
  std::int64_t lines = 0;

  std::string part_words() const { return part.depth() == 0 ? "—" : part.text(); }
};
// Error{NotFound, "shelf.nothing_there"}; Error{Refused, "stocktake.overlaps"} while another one counts some of it.
Stocktake start_stocktake(Transaction& transaction, const ShelfPrefix& part);
// Error{NotFound, "stocktake.unknown"}.
Stocktake require_stocktake(const Database& database, std::string_view number);
// Newest first, before that id (0: from the newest).
std::vector<Stocktake> list_stocktakes(const Database& database, std::int64_t before_id, std::size_t most);

// How a thing seen agrees with the records.
enum class Sight {
  Shelf,  // a label of a shelf or place: what follows stands there
  AsRecorded,
  Again,       // scanned before, at the same place
  Found,       // was missing, and stands at its place
  Misplaced,   // belongs elsewhere
  Unexpected,  // has no place on record
  OnLoan,      // on record as lent or lost
  Gone,        // on record as destroyed or handed over
  TwoPlaces,   // was scanned at another place before; the later counts
  PlaceTaken,  // another volume was scanned at this one place before
  Unread,      // no label, or one that names nothing here
};
std::string_view text(Sight sight);  // "as_recorded" …; stable

struct ScanAnswer {
  std::int64_t line = 0;  // of the stocktake, from 1
  std::string words;      // as scanned
  Sight sight = Sight::Unread;
  std::string name, title;  // volume, box or shelf
  std::string at, belongs;  // where it was seen; where the records have it
  Message message;          // with its remedy where something is to be done
};
// Takes lines in their order; empty ones are passed over. Every other one gets an answer, and none ends the sitting.
// After the label of a shelf that is not of this stocktake nothing is credited to the shelf before. Error{Refused,
// "stocktake.finished"}.
std::vector<ScanAnswer> scan_lines(Transaction& transaction, Stocktake& stocktake, std::span<const std::string> lines);

struct Finding {
  enum class Kind { Missing, Misplaced, Unexpected, OnLoan, Found, Unread } kind = Kind::Missing;
  std::int64_t volume_id = 0;
  std::string name, title;  // the volume; of an unread line what it said
  std::string container;
  std::string at, belongs;
  std::string holder;  // with OnLoan
  std::string loan;    // its state
  std::string reason;  // with Unread: a message key
};
std::string_view text(Finding::Kind kind);
// Why an unread line could not be used, and the way out.
Message why_unread(const Finding& finding, const Stocktake& stocktake);
// In this order: missing, then what was seen elsewhere than on record, shelf by shelf, then unread lines. What was
// moved, lent or returned by the rules since it was seen is no finding.
void each_finding(const Database& database, const Stocktake& stocktake,
                  const std::function<void(const Finding&)>& take);

struct StocktakeSummary {
  int shelves = 0, walked = 0;      // missing is looked for on walked shelves alone
  std::int64_t expected = 0;        // on those
  std::int64_t seen = 0, lent = 0;  // lent: rightly not there
  std::int64_t missing = 0, misplaced = 0, unexpected = 0, on_loan = 0, found = 0, unread = 0;
};
StocktakeSummary summary_of(const Database& database, const Stocktake& stocktake);

struct Mended {
  enum class Kind { Moved, MarkedMissing, Returned, Found, Left } kind = Kind::Moved;
  std::string name, from, to;
  Message message;  // of what is left: why, and the way out
};
std::string_view text(Mended::Kind kind);
// Makes the records say what was seen: moves and places volumes to where they stand, marks the missing (their place is
// kept until something else stands there), takes back what was lent and is there, and reports what was found.
std::vector<Mended> mend(Transaction& transaction, const Stocktake& stocktake);

// No more scans. What is not mended stays on record as it was.
void finish_stocktake(Transaction& transaction, Stocktake& stocktake);

}  // namespace twofold::catalog
