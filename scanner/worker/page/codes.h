#pragma once
// Bar codes, patch codes and what parts one document from the next on a page. Internal to the worker.

#include "scanner/surveyor.h"

#include <opencv2/core.hpp>

namespace twofold::scanner {

struct PageCodes {
  std::vector<BarCode> codes;
  bool unread = false;   // the corners of a QR code are there, but nothing could be read
  bool perhaps = false;  // there may be one: worth a finer look
  bool patch_t = false;
};

// Quick looks for the QR codes of sheets (modules of a millimetre and more) and for patch codes, in a few milliseconds
// where there is none. Thorough looks for smaller ones and for Code 128 and Code 39 too. `grey` is CV_8UC1, turned anyhow.
enum class Search { Quick, Thorough };
PageCodes find_codes(const cv::Mat& grey, double dpi, Search search);

}  // namespace twofold::scanner
