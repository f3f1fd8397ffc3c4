#pragma once
// Full-text search over items, on one Xapian database. The index is derived: it can always be rebuilt from the catalogue.
// Values only; Xapian stays behind this header. See indexer/fields.h for the table of index fields.

#include "base/clock.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace twofold::indexer {

struct PageText {
  int number = 1;
  std::string text;
};

// What is indexed of an item. Empty strings where the item has no such thing.
struct Document {
  std::int64_t item_id = 0;       // the key: adding the same id again replaces the document
  std::string title;
  std::string customer_number;    // 户号
  std::string customer_name;
  int category = 0;               // 1 … 6; 0 for a daily record
  std::string chapter;            // C03
  std::string manager;            // the account manager's name
  std::string document_type;      // the profile's key: contract …
  std::string document_type_name; // in the archive's language: 合同协议文本
  std::string document_number;    // 文号, contract number
  std::string responsible;        // 责任者
  int year = 0;
  std::optional<Date> date;       // signing date
  std::string number;             // 档号, or the provisional number before closing
  std::string earlier_number;     // the provisional number, once a 档号 has replaced it
  std::string storage_id;
  std::string shelf;              // K1-02-05-3-12; may be empty
  std::string state;              // draft, filed, bound …
  std::vector<PageText> pages;
};

struct Hit {
  std::int64_t item_id = 0;
  int page = 0;                   // of the best match; 0 where only the catalogue fields match
  std::string snippet;            // plain text around the match
  std::vector<std::pair<int, int>> highlights;  // byte ranges [begin, end) in `snippet`
  double score = 0;
  // as stored with the document, for lists that need no look-up
  std::string number, title, customer_name, storage_id, shelf;
  int category = 0;
};

struct Query {
  std::string text;               // as the user typed it; never throws, see Answer::ignored
  std::size_t first = 0, most = 20;
};

struct Answer {
  std::size_t total = 0;          // exact
  std::vector<Hit> hits;
  std::vector<std::string> ignored;  // parts of the query that could not be understood, as typed
};

// The one writer. Not thread-safe; nothing is visible to readers or durable before commit().
class IndexWriter {
 public:
  // Opens or creates. Throws Error{Corrupt, "index.damaged"} or Error{Conflict, "index.busy"}.
  explicit IndexWriter(const std::filesystem::path& folder);
  ~IndexWriter();
  void put(const Document& document);  // idempotent
  void remove(std::int64_t item_id);   // absent is fine
  void commit();                       // durable: Xapian's commit, then fsync of the folder
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
  bool contains(std::int64_t item_id);
  std::vector<std::int64_t> all_item_ids();  // ascending; for comparing with the catalogue

 private:
  Answer search_once(const Query& query);

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
