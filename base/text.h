#pragma once
// UTF-8 text: checks and splitting that every folder needs. Language-aware work (folding, segmentation) is the indexer's.

#include <string>
#include <string_view>
#include <vector>

namespace twofold {

bool is_utf8(std::string_view bytes);
// The same text with every broken sequence replaced by U+FFFD.
std::string scrub_utf8(std::string_view bytes);
std::u32string to_code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view code_points);

std::string_view trim(std::string_view text);  // ASCII white space and U+3000 off both ends
std::vector<std::string> split(std::string_view text, char separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

}  // namespace twofold
