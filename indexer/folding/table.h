#pragma once
// The folding table as make_folding.cpp writes it: for each page of 256 characters a 16-bit page number, then the
// pages, then sequences. A value of 0 leaves the character as it is; another is the character it folds to, or one of
// the two below.

#include <cstddef>
#include <cstdint>

namespace twofold::indexer::folding {

constexpr std::size_t kPageSize = 256;
constexpr std::size_t kPages = 0x110000 / kPageSize;
constexpr std::uint32_t kNothing = 0x8000'0000;  // the character vanishes
constexpr std::uint32_t kSeveral = 0x4000'0000;  // with the length, and where among the values the sequence begins
constexpr unsigned kLengthShift = 22;
constexpr std::uint32_t kLengthMask = 0xFF;
constexpr std::uint32_t kBeginMask = (1U << kLengthShift) - 1;

}  // namespace twofold::indexer::folding
