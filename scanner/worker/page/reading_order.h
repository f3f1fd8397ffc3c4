#pragma once
// The order in which a person reads the words of a page: columns of prose one after the other, forms row by row, tables
// cell by cell.

#include "scanner/worker/page/recogniser.h"

#include <opencv2/core.hpp>

#include <vector>

namespace twofold::scanner {

// The fields between the rules of tables and forms, in pixels of `grey` (CV_8UC1, upright and straight).
std::vector<cv::Rect> find_cells(const cv::Mat& grey, double dpi);

// The words in reading order, their lines numbered anew: what stands side by side in a form or a table row becomes one line.
// A cell with several lines stays together. `cells` in the words' pixels.
std::vector<Word> in_reading_order(std::vector<ReadWord> words, const std::vector<cv::Rect>& cells);

}  // namespace twofold::scanner
