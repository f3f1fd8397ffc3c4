#pragma once
// Flat OpenDocument sources written by hand, which an office suite turns into every format it knows.

#include <string>

namespace twofold::scanner::testing {

// A letter with header and footer, a numbered list, a table, a footnote, a comment, a text box and, if `png` is not
// empty, a picture.
std::string flat_letter(const std::string& png = {});
// Two sheets, the second hidden: dates, shares, an empty column, a note on a cell.
std::string flat_sheets();
// Two slides: one whose title is drawn last, with a note; one with a table.
std::string flat_slides(const std::string& png = {});

}  // namespace twofold::scanner::testing
