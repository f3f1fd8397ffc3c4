#pragma once
// One document of the binder before it exists: what the manifest says of it and how its pages are painted.

#include "samples/canvas.h"
#include "samples/people.h"

#include <functional>
#include <string>
#include <vector>

namespace twofold::samples {

enum class Carrier {
  TiffFax,   // several pages, bilevel, CCITT group 4
  TiffGrey,  // several pages, LZW or deflate
  PdfScan,   // several pages, images only
  Png,
  Jpeg,
  Jpeg2000,
  Zip,  // containers: one JPEG or fax TIFF to each page
  TarGz,
  SevenZip,
  BornPdf,  // from here on electronic, never scanned
  Docx,
  Odt,
  Rtf,
  Doc,
  Xlsx,
  Ods,
  Xls,
  Pptx,
  Html,
  TextUtf8,
  TextGb18030,
  TextBig5,
  CsvGbk,
  Mail,
};
inline bool is_scan(Carrier carrier) { return carrier < Carrier::BornPdf; }
const char* extension(Carrier carrier);

struct PagePlan {
  std::string kind;                             // form, contract, table, letter, photo, card, blank
  std::function<void(Canvas&, Random&)> paint;  // none: a blank back
  bool colour = false;                          // has something that must not become grey
};

struct Document {
  const Customer* customer = nullptr;  // none in categories 5 and 6
  std::size_t manager = 0;
  int category = 1;
  std::string type;  // key of the profile's document type
  std::string title, number, party;
  std::string date;   // YYYY-MM-DD; its year is the year of the binder
  std::string place;  // empty: no paper
  bool signed_off = true;
  Carrier carrier = Carrier::TiffFax;
  std::vector<PagePlan> pages;                 // of scans and born-digital PDF
  std::vector<std::string> paragraphs;         // of electronic texts and slides
  std::vector<std::vector<std::string>> rows;  // of electronic tables
  std::string path;                            // relative to the binder
  std::string year() const { return date.substr(0, 4); }
};

// One page as it is known to be, for tests of recognition.
struct Truth {
  std::string file;
  int page = 1;
  std::string text;
  double angle = 0;  // positive: turned counter-clockwise
  bool upside_down = false, blank = false;
  std::string kind;
};

}  // namespace twofold::samples
