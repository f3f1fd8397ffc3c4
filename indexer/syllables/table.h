#pragma once
// The form of the table of syllables, as make-syllables writes it and pinyin.cpp looks into it: the number of each page of
// characters, the syllables, then page by page the number of the syllable that a character is read as. Page 0 and syllable 0
// are empty.

#include "indexer/folding/table.h"

namespace twofold::indexer::syllables {

using folding::kPages;
using folding::kPageSize;
inline constexpr std::size_t kMostSyllables = 512, kLongest = 8;  // letters, the rest of them zeros

}  // namespace twofold::indexer::syllables
