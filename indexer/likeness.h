#pragma once
// How much of a question stands in a document as it was asked, letter by letter. Terms say that the words are there; this says that
// they stand together, and forgives single letters that a recogniser read wrong. For the indexer's sources alone.

#include "indexer/record.h"

#include <string>
#include <vector>

namespace twofold::indexer {

// 0 … 1. `needles` are folded. `budget` counts down the bytes of text that may still be looked at; with none left the answer is 0.
double likeness(const Record& record, const std::vector<std::u32string>& needles, std::size_t& budget);

// Least number of wrong, missing or surplus letters with which `wanted` (1 … 64 letters) stands somewhere in `text`.
std::size_t distance_within(const std::u32string& text, std::u32string_view wanted);

}  // namespace twofold::indexer
