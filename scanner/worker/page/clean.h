#pragma once
// A page made easy to read for the recogniser; the picture that is kept is another copy.

#include "scanner/worker/page/ink.h"

#include <opencv2/core.hpp>

namespace twofold::scanner {

// Grey for reading from a page: of red seals (compact red shapes of 12 to 60 mm) only what lies under them stays; red
// lines of writing stay as they are.
cv::Mat grey_for_reading(const cv::Mat& image, double dpi);

// Light made even, the dark bed and punch holes covered, what shines through faded, white on black turned round. Returns
// `grey` itself where nothing is to be done. Bilevel pages have only their bed covered.
cv::Mat clean_for_reading(const cv::Mat& grey, bool bilevel, const Ink& ink, const cv::Mat& bed);

// Isolated dots go when they outnumber the letters.
void despeckle(cv::Mat& grey, const Glyphs& glyphs, double dpi);

// The stairs of black-and-white letters made smooth: the recogniser has learnt from grey ones.
void soften_bits(cv::Mat& grey);

// How the recogniser wants it: letters about 26 pixels high; larger ones shrink, smaller ones stay. 1 or less.
double reading_scale(const Glyphs& glyphs, double dpi);

// The richest part of the page, at most `width` × `height` pixels.
cv::Rect densest_part(const std::vector<cv::Rect>& boxes, const cv::Size& page, int width, int height);

}  // namespace twofold::scanner
