#pragma once
// Cuts Chinese into words of a dictionary, the most probable way. The dictionary is part of the program
// (indexer/dictionary/).

#include <string_view>
#include <vector>

namespace twofold::indexer {

// All pieces in order, single characters included. `run` is folded and Han alone; the pieces look into it.
std::vector<std::u32string_view> words_of(std::u32string_view run);

}  // namespace twofold::indexer
