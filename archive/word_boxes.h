#pragma once
// Where on a page's picture the words stand that a question is about.

#include "archive/archive.h"
#include "scanner/reader.h"

#include <string>
#include <vector>

namespace twofold::archive {

// In pixels of the upright, straightened page picture, whose size this is.
struct WordBoxes {
  int width = 0, height = 0;
  std::vector<scanner::Box> boxes;  // in reading order, each of one whole word
};

// The words that touch the byte ranges [begin, end) of the page's text. The text is the words in reading order with other
// white space between them; a word that does not stand in the text is passed over.
std::vector<scanner::Box> boxes_of_ranges(const std::vector<scanner::Word>& words, const std::string& text,
                                          const std::vector<std::pair<int, int>>& ranges);

// For one page of an item. Nothing where the page was not recognised.
std::optional<WordBoxes> find_word_boxes(Archive& archive, std::int64_t item_id, int page, const std::string& question);

}  // namespace twofold::archive
