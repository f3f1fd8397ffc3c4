#pragma once
// Full-text search over items, on one Xapian database. The index is derived: it can always be rebuilt from the
// catalogue. Values only; Xapian stays behind this header. See indexer/fields.h for the table of index fields.

#include "indexer/answer.h"
#include "indexer/document.h"

#include <filesystem>
#include <memory>

namespace twofold::indexer {

// The one writer. Not thread-safe; nothing is visible to readers or durable before commit().
class IndexWriter {
 public:
  // Opens or creates. Throws Error{Corrupt, "index.damaged"} or Error{Conflict, "index.busy"}.
  explicit IndexWriter(const std::filesystem::path& folder);
  ~IndexWriter();
  void put(const Document& document);  // idempotent
  void remove(std::int64_t item_id);   // absent is fine
  void commit();                       // durable: Xapian's commit, then fsync of the folder
  // Makes the index small and quick again, beside and swapped, once enough has been written since the last time; else
  // nothing.
  void compact_when_worth_it();
  std::uint64_t count() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A reader sees the last commit; it reopens by itself before each search. One per thread.
class IndexReader {
 public:
  explicit IndexReader(const std::filesystem::path& folder);
  ~IndexReader();
  Answer search(const Query& query);
  // Items that speak of the same things, the nearest first; the item itself is left out. Nothing when it is not there
  // or hidden.
  Answer similar(std::int64_t item_id, const Query& range);
  // Customers whose name (from any character on), number, pinyin or pinyin initials begin so; the most items first.
  std::vector<Suggestion> suggest(std::string_view beginning, std::size_t most, const std::optional<Rights>& rights);
  // Where the words of a question stand in a text: byte ranges [begin, end), as they are highlighted.
  static std::vector<std::pair<int, int>> find_words(const std::string& question, const std::string& text);
  bool contains(std::int64_t item_id);
  std::vector<std::int64_t> all_item_ids();  // ascending; for comparing with the catalogue

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Rebuilds beside and swaps: writes into `folder`.new through the returned writer; finish() compacts, syncs and renames
// into place. A crash before leaves the old index.
class IndexRebuild {
 public:
  explicit IndexRebuild(const std::filesystem::path& folder);
  ~IndexRebuild();
  void put(const Document& document);
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// For help texts and the guide: every field of the query language with its prefix and an example.
struct FieldHelp {
  std::string name, example;
};
std::vector<FieldHelp> field_help();

}  // namespace twofold::indexer
