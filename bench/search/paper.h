#pragma once
// What the search bench looks for and in: documents, and what is known of each without searching.

#include "indexer/document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace twofold::bench {

// A sentence of a paper whose meaning is known: the line it was made from, and what may be asked about it.
struct Fact {
  int line = 0;                        // the same for every paper that says this
  std::vector<std::string> questions;  // with the customer filled in
};

struct Paper {
  indexer::Document document;
  std::string source;  // files, samples, paragraphs
  bool english = false;
  std::vector<Fact> facts;
};

struct Question {
  std::string kind, source;
  std::string text;
  std::vector<std::int64_t> expected;  // any of them is right; ascending
};

// Everything a reader may find in a paper: its title, its customer, its numbers, its pages.
std::string text_of(const Paper& paper);

}  // namespace twofold::bench
