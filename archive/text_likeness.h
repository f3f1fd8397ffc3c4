#pragma once
// How much two readings of the same page agree, and which figures one of them lacks.

#include <string>
#include <string_view>
#include <vector>

namespace twofold::archive {

// 1: the same but for widths, spaces and writing variants; 0: nothing in common. Two empty texts are alike.
double text_likeness(std::string_view one, std::string_view other);

// Numbers, dates and amounts of `expected`, as often as `read` lacks them, in order; after folding.
std::vector<std::string> figures_missing(std::string_view expected, std::string_view read);

}  // namespace twofold::archive
