#pragma once
// One page of a searchable PDF: the picture, and over it the recognised words in a font without shapes.

#include "scanner/reader.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <string>

namespace twofold::scanner {

// Writes `picture` (CV_8UC1 or CV_8UC3, upright and straight) at `page.dpi` with `page.words` unseen over it. Black and
// white is kept exactly (CCITT group 4); grey and colour become JPEG of at most 200 dpi. `font` is the TrueType font
// without shapes that comes with Tesseract (pdf.ttf). Nothing in the page keeps a document of such pages from being a
// PDF/A-2u; that claim is made by the document (archival.h). Throws std::runtime_error when the file cannot be written.
void write_pdf_page(const cv::Mat& picture, bool bilevel, const Page& page, const std::string& font,
                    const std::filesystem::path& out);

}  // namespace twofold::scanner
