#pragma once
// How a Chinese name is typed on a Latin keyboard.

#include <string>
#include <string_view>
#include <vector>

namespace twofold::indexer {

struct Pinyin {
  std::string full;      // wangfujituan
  std::string initials;  // wfjt
};

// Of 王府集团; letters and digits of the name stay, folded. Where a character is read in more than one way, each way, at
// most four; nothing for a name without Han.
std::vector<Pinyin> pinyins_of(std::string_view name);

}  // namespace twofold::indexer
