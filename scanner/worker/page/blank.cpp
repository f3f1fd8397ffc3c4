#include "scanner/worker/page/blank.h"

#include "scanner/worker/page/bed.h"
#include "scanner/worker/page/clean.h"

#include <opencv2/imgproc.hpp>

namespace twofold::scanner {
namespace {

constexpr double kLeastWriting = 3;    // letters, or one stroke of a pen

}  // namespace

// A red seal is taken out for reading; a page with nothing else on it is not blank all the same.
bool is_blank(const PageImage& image, const Glyphs& glyphs, const cv::Mat& bed) {
  if (glyphs.written >= kLeastWriting) return false;
  if (image.pixels.channels() == 1) return true;
  cv::Mat grey;
  cv::cvtColor(image.pixels, grey, cv::COLOR_BGR2GRAY);
  return find_glyphs(find_ink(grey, image.dpi).fine, grey.size(), bed).written < kLeastWriting;
}

bool is_blank(const PageImage& image) {
  const cv::Mat grey = grey_for_reading(image.pixels, image.dpi);
  const Ink ink = find_ink(grey, image.dpi);
  const cv::Mat bed = find_bed(ink.small, ink.coarse.dpi);
  return is_blank(image, find_glyphs(ink.fine, grey.size(), bed), bed);
}

}  // namespace twofold::scanner
