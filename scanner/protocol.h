#pragma once
// What the pool and a worker say to each other: one job as one line of JSON, one answer as one line of JSON. The worker
// has read foreign bytes and is not trusted: an answer that breaks the form in any way is no answer.

#include "scanner/comparison.h"
#include "scanner/page_view.h"
#include "scanner/print_room.h"
#include "scanner/reader.h"
#include "scanner/surveyor.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::scanner {

// Pixels along one side of a page; nothing longer can be told.
inline constexpr int kMostSide = 1 << 20;

enum class JobKind {
  Probe,     // images and PDFs: the text pages, and which pages need the image pipeline
  Page,      // one page through the image pipeline
  Deskew,    // the angle of one page alone
  Extract,   // electronic documents: pages, title, attachments
  Convert,   // old office formats: by the converter into an open one, then as Extract
  Unpack,    // containers: the files inside
  Assemble,  // the pieces into the reading copy
  Compare,   // one page of a scan with one of an electronic file
  Survey,    // which pages may hold a sheet (no `pages` given), or the codes of these pages
  TakePages, // pages of the files at enclosed_path() into one at taken_path()
  Typeset,   // an office document by the converter into a PDF, at typeset_path()
  Room,      // where a page has room for marks
  Overlay,   // the file's pages with marks laid over them, into printed_path()
  View,      // one page as people see it, at view_path()
};

// One page of one of the files of a TakePages job.
struct Pick {
  int file = 0;            // at enclosed_path(scratch, file)
  FileType type = FileType::Unknown;
  int page = 1, quarter_turns = 0;
};

struct Job {
  JobKind kind = JobKind::Probe;
  std::filesystem::path source, scratch;
  FileType type = FileType::Unknown;
  int page = 0;              // Page: which, from 1
  std::filesystem::path other;            // Compare: the electronic file; Overlay: the PDF of the marks
  FileType other_type = FileType::Unknown;
  int other_page = 0;
  std::vector<Area> left_out;             // Compare: of the electronic page
  std::vector<int> pages;    // Assemble: all pages of the copy, in order; Survey: see there
  std::vector<Pick> picks;   // TakePages: the pages of the new file, in order
  PageView view;             // View
  std::string title;         // Assemble: for the document information
  Accuracy accuracy = Accuracy::Fast;
  Pictures pictures = Pictures::None;
  bool text_only = false;    // Page: no piece is wanted
  bool thorough = false, blanks = false;  // Survey: see SurveyOptions
  std::filesystem::path cache;
  ReaderLimits limits;
};

struct Answer {
  std::optional<Failure> failure;
  std::string detail, title;
  std::vector<Page> pages;
  std::vector<int> image_pages;        // Probe: numbers of the pages without text of their own, ascending; Survey: to be looked at
  std::vector<SurveyedPage> surveyed;  // Survey
  std::vector<std::string> enclosed;   // names; the n-th (from 0) lies at enclosed_path(scratch, n)
  std::optional<ComparedPage> compared;
  std::optional<PrintRoom> room;
  std::vector<int> embedded;           // pictures that may hold text: the page of the n-th at embedded_path(scratch, n)
};

std::string encode(const Job& job);          // one line without its '\n'
std::string encode(const Answer& answer);
std::optional<Job> decode_job(std::string_view line);
// Nothing unless every field is there, of its type and within its bounds.
std::optional<Answer> decode_answer(std::string_view line);

// What was recognised once, by the hash of the picture and the recogniser's version: a JSON file of its own in the cache, whose
// name tells both, so that who has the folder alone can tell which picture a record belongs to.
std::filesystem::path cache_path(const std::filesystem::path& cache, std::string_view picture_hash, std::string_view recogniser);
// The hash in a record's file name; nothing where the name is not one that cache_path() gives.
std::optional<std::string> picture_hash_of(const std::filesystem::path& record);
std::string encode_record(const Page& page, std::string_view recogniser);
// Nothing unless it is whole, and is what that recogniser made of that picture.
std::optional<Page> decode_record(std::string_view record, std::string_view picture_hash, std::string_view recogniser);

// Where things lie in the scratch folder; numbers only, never a name out of a foreign file.
std::filesystem::path enclosed_path(const std::filesystem::path& scratch, std::size_t index);
std::filesystem::path embedded_path(const std::filesystem::path& scratch, std::size_t index);
std::filesystem::path piece_path(const std::filesystem::path& scratch, int page);
std::filesystem::path reading_copy_path(const std::filesystem::path& scratch);
std::filesystem::path taken_path(const std::filesystem::path& scratch, FileType type);  // Tiff or Pdf
std::filesystem::path view_path(const std::filesystem::path& scratch);

}  // namespace twofold::scanner
