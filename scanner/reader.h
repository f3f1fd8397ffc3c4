#pragma once
// From the bytes of one file to its pages and text. The archive's only door into scanning: every decoder runs in a
// worker process (`twofold-reader`) with limits on memory, CPU, time and files, so that a crash, a bomb or an endless
// loop costs one file and comes back as a typed Failure.

#include "base/progress.h"
#include "scanner/comparison.h"
#include "scanner/nesting.h"
#include "scanner/reader_options.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace twofold::scanner {

// Told by content, never by name.
enum class FileType {
  Unknown, Tiff, Png, Jpeg, Jpeg2000, Pdf, Docx, Xlsx, Pptx, Odt, Ods, Odp, Rtf, Doc, Xls, Ppt, Html, Text, Csv, Eml, Zip, Tar, SevenZip
};
std::string_view name_of(FileType type);       // "tiff", "docx" … stable, stored in the catalogue
std::string_view media_type_of(FileType type); // "image/tiff" …

// Why a file could not be read. Stable names, stored in the receipt and shown with a message of the same name.
enum class Failure { Corrupt, Encrypted, Unsupported, TooLarge, TimedOut, Crashed, Empty };
std::string_view name_of(Failure failure);     // "corrupt", "encrypted", "unsupported", "too_large", "timed_out", "crashed", "empty"

// Pixels of the straightened page image, origin at the top left.
struct Box {
  int left = 0, top = 0, width = 0, height = 0;
};

struct Word {
  std::string text;       // UTF-8
  Box box;
  float confidence = 0;   // 0 … 100
  int line = 0;           // words of one line share its number, counted from 0 on the page
};

// Where a page's CPU time went.
struct CpuMilliseconds {
  double decode = 0, analyse = 0, straighten = 0, recognise = 0, write = 0;
  double total() const { return decode + analyse + straighten + recognise + write; }
};

struct Page {
  int number = 1;         // from 1
  // Reading order; lines end in '\n'; no spaces between Han characters. On pages of electronic documents what is written in
  // their pictures stands at the end.
  std::string text;
  std::vector<Word> words; // empty for born-digital text
  int width = 0, height = 0;  // pixels of the straightened image; 0 for electronic text without a page image
  double dpi = 0;
  double skew_degrees = 0;   // found and undone; positive: the content was turned counter-clockwise
  double skew_confidence = 0;  // 0 … 1
  bool skew_unknown = false;   // nothing on the page told its angle: left as it is
  int quarter_turns = 0;     // undone, clockwise: 0 … 3
  bool turn_unknown = false; // nothing told which way up it is: left as it is
  std::string language;      // "zh", "en" or "zh+en"; empty where nothing was recognised
  bool blank = false;        // dropped from the reading copy, never from the original
  bool recognised = false;   // the text comes from OCR
  double confidence = 0;     // mean word confidence, 0 … 100
  std::string picture_hash;  // SHA-256 of what the recogniser was given, hexadecimal; empty without a page image or a cache
  bool from_cache = false;   // recognised before, from the same picture
  CpuMilliseconds cpu;
};

// A file found inside another one: an archive entry or a mail attachment, already written below the scratch folder.
struct Enclosed {
  std::string name;              // as the container says it, '/'-separated, made safe and UTF-8
  std::filesystem::path path;    // where its bytes are
};

struct Reading {
  FileType type = FileType::Unknown;
  std::optional<Failure> failure;   // set: nothing below but `detail` may be relied on
  std::string detail;               // English, for the record: what the decoder said
  std::string title;                // of the document's own metadata; may be empty
  std::vector<Page> pages;          // empty for containers
  std::vector<Enclosed> enclosed;   // containers and mails
  Nesting inside;                   // for reading what is enclosed
  std::optional<std::filesystem::path> reading_copy;  // searchable PDF below the scratch folder; scans and image PDFs only
  bool container() const { return type == FileType::Zip || type == FileType::Tar || type == FileType::SevenZip; }
};

// Pictures that a reader with `pictures` leaves: read() JPEGs of at most kShownWidth, the page as it came (Pictures::All) and
// upright and straight; deskew() the straightened page in full, as PNG that tells its resolution.
// compare() the electronic page and the scan side by side, with frames about what differs, as JPEG.
enum class PictureKind { Before, After, Straight, Compared };
std::filesystem::path picture_path(const std::filesystem::path& scratch, int page, PictureKind kind);

// Thread-safe: several threads may read files at once; pages of all of them share the workers.
class Reader {
 public:
  explicit Reader(ReaderOptions options);  // workers start when first needed
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // Reads `source`; files it makes are put into `scratch` (must exist, be empty or reused for this file alone). Returns a
  // Reading with a failure for anything wrong with the file; throws Error{Cancelled} when `progress` says stop and Error{Io}
  // when the worker cannot be started at all. A file out of another one is read with the `inside` of that one's reading, so
  // that the limits of containers hold over all nesting.
  Reading read(const std::filesystem::path& source, const std::filesystem::path& scratch, ProgressSink& progress,
               const Nesting& nesting = {});

  // The angles alone of an image file's or a PDF's pages: number, size, skew and CPU time of each, no text, no turns. With
  // `pictures` the straightened pages are left below `scratch`. Otherwise as read().
  Reading deskew(const std::filesystem::path& source, const std::filesystem::path& scratch, ProgressSink& progress);

  // A scan with the electronic file that it should be the paper of, page by page; `left_out[i]` of
  // the electronic page i+1 is not looked at. With `pictures`, one for each page of the scan is left below `scratch`. Both are image
  // files or PDFs, anything else is Failure::Unsupported; otherwise as read().
  Comparison compare(const std::filesystem::path& electronic, const std::filesystem::path& scan, const std::filesystem::path& scratch,
                     ProgressSink& progress, const std::vector<std::vector<Area>>& left_out = {});

  // The type alone, by content, without a worker (looks at magic bytes only).
  static FileType detect(const std::filesystem::path& source);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The recogniser, its models and how it is used, such as "tesseract 5.3.0 HanS+eng fast 2"; stored with each reading. Another
// text for the same picture means another version.
std::string recogniser_version(Accuracy accuracy = Accuracy::Fast);

}  // namespace twofold::scanner
