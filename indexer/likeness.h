#pragma once
// How much of a question stands in a document as it was asked, letter by letter. Terms say that the words are there;
// this says that they stand together, and forgives single letters that a recogniser read wrong. For the indexer's
// sources alone.

#include "indexer/record.h"

#include <memory>
#include <string>
#include <vector>

namespace twofold::indexer {

// What a record is compared with: the words of a question and the question itself, folded.
class Wanted {
 public:
  // `asks`: the whole is a question rather than a piece of the text.
  Wanted(const std::vector<std::u32string>& words, const std::u32string& whole, bool asks);
  // How near the record comes, more than 0 where at least half of the letters stand in the right order. `budget`
  // counts down the bytes of text that may still be looked at; with none left the answer is 0.
  double likeness(const Record& record, std::size_t& budget) const;

 private:
  double nearness(const std::vector<std::size_t>& least_distances) const;
  struct Needle;
  std::shared_ptr<const std::vector<Needle>> needles_;
  double whole_weight_;
};

// Least number of wrong, missing or surplus letters with which `wanted` (1 … 64 letters) stands somewhere in `text`.
std::size_t distance_within(const std::u32string& text, std::u32string_view wanted);

}  // namespace twofold::indexer
