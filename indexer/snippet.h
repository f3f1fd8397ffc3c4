#pragma once
// The page of the hit and the piece of text around it.

#include "indexer/document.h"

namespace twofold::indexer {

struct Snippet {
  int page = 0;  // 0: none of it stands in the text
  std::string text;
  std::vector<std::pair<int, int>> highlights;  // bytes of `text`, on character boundaries
};

// `needles` are folded. Whole needles count most, their two-character pieces or stems where none stands whole.
Snippet best_snippet(const std::vector<PageText>& pages, const std::vector<std::u32string>& needles);

// The same in one text: byte ranges that do not overlap, in order.
std::vector<std::pair<int, int>> highlights_in(const std::string& text, const std::vector<std::u32string>& needles);

}  // namespace twofold::indexer
