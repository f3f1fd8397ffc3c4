#pragma once
// What a PDF of our own pages needs beyond the pages to last: PDF/A-2u (ISO 19005-2), so that any reader shows the same
// colours and copies the same text in fifty years.

#include <string>

class QPDF;

namespace twofold::scanner {

// The document's title, where there is one, in the document information alone.
void set_title(QPDF& pdf, const std::string& title);

// Makes a PDF whose every page is from write_pdf_page() a PDF/A-2u: sRGB as output intent, and metadata (XMP) that says
// so and agrees with the document information. Only for such PDFs: of others' pages we do not know whether it is true.
void dress_as_pdf_a(QPDF& pdf, const std::string& title);

}  // namespace twofold::scanner
