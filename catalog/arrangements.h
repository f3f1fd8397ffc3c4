#pragma once
// Pages of drafts parted, joined, turned or put in another order. What an item was before stays with it, its file among it, so that an
// arrangement can be undone as long as nothing else has happened to its items.

#include "catalog/items.h"

namespace twofold::catalog {

enum class ArrangementKind { Split, Merge, Rotate, Reorder };
std::string text(ArrangementKind kind);  // "split" …; stable

// What an item holds from now on.
struct ArrangedContent {
  StoredObject original;
  std::optional<StoredObject> reading_copy, words;
  std::vector<ItemPage> pages;  // numbered from 1
};

struct ArrangementPlan {
  ArrangementKind kind = ArrangementKind::Split;
  std::int64_t item_id = 0;               // keeps its number
  ArrangedContent content;
  std::vector<ArrangedContent> made;      // become items of their own, described as the first is
  std::vector<std::int64_t> absorbed;     // their pages are in `content`; no longer to be found
};

struct Arrangement {
  std::int64_t id = 0;
  ArrangementKind kind = ArrangementKind::Split;
  std::string actor;
  Timestamp at;
  bool undone = false;
  std::vector<std::string> kept, made, absorbed;  // numbers
};

// Whether its pages may be arranged: a draft that nobody has signed, whose text is the first that was read. Throws Error{Refused,
// "arrange.not_a_draft" | "arrange.signed" | "arrange.read_again"}.
void require_arrangeable(const Database& database, const Item& item);

// One transaction: contents, new items, catalogue rows, outbox rows, event "pages.arranged". Throws as require_arrangeable(), and
// Error{Refused, "arrange.of_two_files"} where the items are not of one customer, volume and category.
Arrangement record_arrangement(Transaction& transaction, const ArrangementPlan& plan);

// Everything as it was; items that it made are no longer to be found. Event "pages.arrangement_undone". Throws Error{NotFound,
// "arrange.unknown"}, Error{Refused, "arrange.undone" | "arrange.not_the_last" | "arrange.volume_closed"} and as require_arrangeable().
Arrangement undo_arrangement(Transaction& transaction, std::int64_t id);

std::optional<Arrangement> find_arrangement(const Database& database, std::int64_t id);
std::vector<Arrangement> list_arrangements(const Database& database, std::int64_t after_id, std::size_t most);
// The item that keeps its number in it.
std::int64_t item_kept_by(const Database& database, std::int64_t arrangement_id);

}  // namespace twofold::catalog
