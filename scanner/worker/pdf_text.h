#pragma once
// What the text layer of a PDF page is worth: written by a program, by an old recogniser, or a stamp on a scan.

#include "scanner/worker/pdf_extras.h"
#include "scanner/worker/pdf_layout.h"

#include <string>
#include <vector>

namespace twofold::scanner {

inline constexpr std::size_t kFewLetters = 20;  // so many on a picture are a caption or a mark

// Text that a person could read: fonts without a character map give control characters, private use and U+FFFD.
bool readable_text(const std::string& text);

// A page that is a picture: it covers most of the page, and the text besides is a stamp or what a bad recogniser left.
bool is_scan(const PageExtras& page, const std::vector<PlacedWord>& words, const std::string& text);

// Whether the words are set in lines from left to right, so that their places tell their order.
bool set_in_lines(const std::vector<PlacedWord>& words);

// The share of the page that a picture covers.
double share_of(const PageExtras& page, const PlacedPicture& picture);
std::size_t letters_on(const PlacedPicture& picture, const std::vector<PlacedWord>& words);
// Pictures cut into strips or tiles as one.
std::vector<PlacedPicture> joined(std::vector<PlacedPicture> pictures);

// Appends those notes that the text does not hold already.
void add_missing(std::string& text, const std::vector<std::string>& notes);

}  // namespace twofold::scanner
