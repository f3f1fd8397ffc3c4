#pragma once
// From the placed words of a page to its lines in reading order.

#include <string>
#include <vector>

namespace twofold::scanner {

// In points on the page as it is shown; the origin is at the top left.
struct PlacedWord {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;
  bool space_after = false;
  int turns = 0;   // quarters by which it is turned clockwise: 1 reads downwards
};

// Columns of running text one after the other; everything else row by row, with cells and other wide gaps as tabs. Words
// turned another way than most come last.
std::string in_reading_order(std::vector<PlacedWord> words);

}  // namespace twofold::scanner
