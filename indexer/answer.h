#pragma once
// What may be asked of the index, and what it answers. Values only.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace twofold::indexer {

// What one person may see: an item of any of these. Enforced inside the query for results, totals, facets, snippets and
// suggestions alike, so that what is hidden looks like what does not exist.
struct Rights {
  std::vector<std::int64_t> chapters, customers, items;
};

// What is counted over all results, exactly.
enum class Facet { Category, Year, Manager, Type, Customer, Place, State };
std::string_view name_of(Facet facet);  // "category", "year" … as in the field table
struct FacetCount {
  std::string value;              // as documents have it; the place is the room and row: K1-02
  std::size_t count = 0;
};
struct FacetTable {
  Facet facet = Facet::Category;
  std::vector<FacetCount> counts; // the most frequent first, at most Query::most_facet_values; equal ones by value
  std::size_t different = 0;      // how many values there are in all
};

struct Hit {
  std::int64_t item_id = 0;
  int page = 0;                   // of the best match; 0 where only the catalogue fields match
  std::string snippet;            // plain text around the match; UTF-8
  std::vector<std::pair<int, int>> highlights;  // byte ranges [begin, end) in `snippet`
  double score = 0;
  bool some_words_only = false;   // beyond Answer::total: fills up the first page where few items have every word
  // as stored with the document, for lists that need no look-up
  std::string number, title, customer_name, storage_id, shelf;
  int category = 0;
};

enum class Order { Relevance, Newest, Oldest };  // without a date: last

struct Query {
  std::string text;               // as the user typed it; never throws, see Answer::ignored
  std::size_t first = 0, most = 20;
  Order order = Order::Relevance;
  std::optional<Rights> rights;   // none: everything may be seen
  std::size_t most_facet_values = 0;  // 0: facets are not counted
};

struct Answer {
  std::size_t total = 0;          // exact; an estimate where some_words_only, unless sorted by date; facets are of the 500 best there
  // Nothing has every word: these have some, the best first. Never where operators or quotes were written.
  bool some_words_only = false;
  std::vector<Hit> hits;          // pages do not overlap: ties stand in the order of the item ids
  std::vector<std::string> ignored;  // parts of the query that could not be understood, as typed
  std::vector<FacetTable> facets;
  std::vector<std::string> did_you_mean;  // questions that do find something, where this one found nothing; at most 3
};

// A customer offered while somebody types.
struct Suggestion {
  std::string number, name;
  std::size_t items = 0;          // that may be seen
};

}  // namespace twofold::indexer
