#pragma once
// The recognised words as the operators that write them, unseen, over a page's picture.

#include "scanner/reader.h"

#include <string>

namespace twofold::scanner {

// Codes are two bytes: UTF-16 units, but characters beyond U+FFFF have a code of this page alone, the i-th of them
// kFirstRareCode + i, because a code can stand for one whole character only.
constexpr unsigned kFirstRareCode = 0xD800, kMostRareCodes = 0x800;

struct TextLayer {
  std::string operators;  // from BT to ET, in font /F1; empty for a page without words
  std::u32string rare;    // the characters beyond U+FFFF, in the order of their codes
};

// `scale`: points per pixel. A word's box begins where the word does on the page and ends with it; words that join reach
// up to each other. All words of a line share its top and bottom, so that readers see one line.
TextLayer text_layer(const Page& page, double scale);

}  // namespace twofold::scanner
