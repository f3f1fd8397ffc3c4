#pragma once
// How wide text stands in a terminal.

#include <string>
#include <string_view>
#include <vector>

namespace twofold::app {

std::size_t display_width(std::string_view utf8);
// Cut to `width` columns, with … where something is left out.
std::string cut_to_width(std::string_view utf8, std::size_t width);
std::string aligned_table(const std::vector<std::string>& heading, const std::vector<std::vector<std::string>>& rows);
// With a space for every byte of a control character, so that a document's text cannot command the terminal it is shown in.
std::string without_controls(std::string utf8);
bool is_terminal(int descriptor);
std::size_t terminal_width();

}  // namespace twofold::app
