#pragma once
// The picture of one page as the decoders hand it over. Internal to the worker.

#include "scanner/reader.h"

#include <opencv2/core.hpp>

#include <filesystem>

namespace twofold::scanner {

struct PageImage {
  cv::Mat pixels;        // CV_8UC1 grey or CV_8UC3 BGR; never empty; square pixels
  double dpi = 0;        // believed: what the file says if plausible, else guessed from the size
  bool bilevel = false;  // pixels hold (almost) nothing but black and white
};

// Page `number` (from 1) of a TIFF, PNG, JPEG or JPEG 2000. The size is checked before anything is unpacked. Where so many pixels
// across its shorter side are enough, `fewest_across`, it may come smaller than it is; 0 asks for all. Throws ReadFailure:
// Corrupt (also when the file is cut short), TooLarge, Unsupported.
PageImage decode_image(const std::filesystem::path& file, FileType type, int number, const ReaderLimits& limits, int fewest_across = 0);

inline constexpr double kRenderDpi = 300;

// Page `number` (from 1) of a PDF as a picture at `dpi`, less for pages that would pass `most_pixels`. Throws
// ReadFailure: Corrupt, Encrypted, TooLarge.
PageImage render_pdf_page(const std::filesystem::path& file, int number, const ReaderLimits& limits, double dpi = kRenderDpi);

// One of the two, as the type asks.
PageImage page_image(const std::filesystem::path& file, FileType type, int number, const ReaderLimits& limits,
                     double pdf_dpi = kRenderDpi);

// `picture` made smaller, `factor` below 1; a side keeps at least one pixel.
cv::Mat shrunk(const cv::Mat& picture, double factor);

// Turns colour without colours into grey, and finds out whether it is black and white. Every decoder ends with it.
void settle_depth(PageImage& image);

// `claimed` if a page of width × height pixels can have it, else the resolution that makes it about A4.
double plausible_dpi(double claimed, int width, int height);

}  // namespace twofold::scanner
