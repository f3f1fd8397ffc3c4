#pragma once
// What parts one document from the next among the pages of a scan, and pages taken out of files into new ones. Like reading, it
// happens in worker processes with limits, see reader.h.

#include "scanner/reader.h"

namespace twofold::scanner {

// What a bar code says; `format` is "qr", "code128" or "code39".
struct BarCode {
  std::string format, text;
  friend bool operator==(const BarCode&, const BarCode&) = default;
};

struct SurveyedPage {
  int number = 1;            // from 1
  int width = 0, height = 0; // pixels of the picture that was looked at
  double dpi = 0;
  std::vector<BarCode> codes;
  bool patch_t = false;      // the four bars that part documents, without saying anything
  bool unread_code = false;  // there is a QR code that could not be read
  bool blank = false;        // told only where asked
};

struct SurveyOptions {
  bool thorough = false;  // text pages of PDFs too, and codes smaller than those of sheets, Code 128 and Code 39 too
  bool blanks = false;    // tells blank pages
};

struct Survey {
  FileType type = FileType::Unknown;
  std::optional<Failure> failure;  // set: there are no pages
  std::string detail;              // English, for the record
  std::vector<SurveyedPage> pages; // of image files and PDFs
};

// A page of a file, and how often it is turned by a quarter, clockwise, on its way into another file.
struct PagePick {
  std::filesystem::path file;
  int page = 1;           // from 1
  int quarter_turns = 0;  // 0 … 3
};

struct Pool;

// Thread-safe, with workers of its own.
class Surveyor {
 public:
  explicit Surveyor(ReaderOptions options);  // workers start when first needed
  ~Surveyor();
  Surveyor(const Surveyor&) = delete;
  Surveyor& operator=(const Surveyor&) = delete;

  // Without text: a look at a page takes some milliseconds beyond its decoding. `scratch` must exist. Throws Error{Cancelled} when
  // `progress` says stop, Error{Io} when the file or a worker is not there.
  Survey survey(const std::filesystem::path& source, const std::filesystem::path& scratch, ProgressSink& progress,
                SurveyOptions options = {});

  // Puts pages of image files and PDFs together without loss into one new file below `scratch`: a TIFF when all are of TIFFs, else
  // a PDF. The answer is its path; the same picks give the same bytes. Throws Error{Invalid, "pages.cannot_take"} when one is
  // damaged or of another kind, otherwise as survey().
  std::filesystem::path take_pages(const std::vector<PagePick>& picks, const std::filesystem::path& scratch, ProgressSink& progress);

 private:
  std::unique_ptr<Pool> pool_;
};

}  // namespace twofold::scanner
