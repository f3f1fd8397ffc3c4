#pragma once
// The sentences of a sales department's files, with gaps to fill: {customer} {amount} {date} {year} {days} {percent}
// {count} {person} {manager} {place} {product} {phone} {trouble}. Written for this bench.

#include <string>
#include <string_view>
#include <vector>

namespace twofold::bench {

struct Line {
  std::string text;
  std::vector<std::string> questions;  // answered by this line; {customer} and {year} are the paper's
};

struct Form {
  std::string type, type_name;  // key of the document type, and its name
  bool english = false;
  int category = 1;
  std::vector<std::string> titles, openings, endings;
  std::vector<Line> lines;  // a paper takes some of them
};

const std::vector<Form>& forms();
// Long sentences that stand in papers of every form.
const std::vector<std::string>& chinese_clauses();
const std::vector<std::string>& english_clauses();

struct Names {
  std::vector<std::string> places, brands, trades, bodies, surnames, given, products, troubles, english_brands,
      english_trades, english_people, english_products, english_troubles;
};
const Names& names();

}  // namespace twofold::bench
