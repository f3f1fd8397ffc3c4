#pragma once
// A search's answer as people and as programs read it; shared by the commands that search.

#include "app/commands/records.h"
#include "app/context.h"
#include "archive/search.h"

namespace twofold::app {

// One question as the command line put it.
struct Asked {
  std::string question;              // empty with `like`
  indexer::Order order = indexer::Order::Relevance;
  std::optional<catalog::Item> like; // more like this one
  std::size_t first = 0, most = 10, most_facet_values = 0;
  bool boxes = false;

  indexer::Query query() const;
};

std::string_view name_of(indexer::Order order);            // "relevance" …
indexer::Order order_named(const std::string& name);       // Error{Usage, "search.unknown_sort"}

// As the profile calls it in the reader's language; 0 is the daily records.
std::string name_of_category(Context& context, int category);
std::string name_of_type(Context& context, const std::string& key);  // of a type that the profile knows no longer its key

Object record_of(const archive::SearchHit& found);
// With the boxes of each hit's words where they were asked for.
Object record_of(Context& context, const Asked& asked, const archive::SearchAnswer& answer);
void say(Context& context, const Asked& asked, const archive::SearchAnswer& answer);

}  // namespace twofold::app
