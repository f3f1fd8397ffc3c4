#pragma once
// What the paper twin of a file is made of (R23): its pages, room on them, and marks laid over them. Like reading, it happens in worker
// processes with limits, see reader.h.

#include "scanner/print_room.h"
#include "scanner/reader.h"

namespace twofold::scanner {

// Of each page in order; empty with a failure.
struct PrintRooms {
  std::optional<Failure> failure;
  std::string detail;
  std::vector<PrintRoom> pages;
};

bool is_office_document(FileType type);

// Where typeset() and overlay() leave what they made.
std::filesystem::path typeset_path(const std::filesystem::path& scratch);
std::filesystem::path printed_path(const std::filesystem::path& scratch);

struct Pool;

// Thread-safe, with workers of its own. `scratch` must exist. Each throws Error{Cancelled} when `progress` says stop, Error{Io} when the
// file or a worker is not there.
class TwinMaker {
 public:
  explicit TwinMaker(ReaderOptions options);
  ~TwinMaker();
  TwinMaker(const TwinMaker&) = delete;
  TwinMaker& operator=(const TwinMaker&) = delete;

  // The pages of an office document, as the office suite sets them, in a PDF at typeset_path(). Returns why not, if so.
  std::optional<Failure> typeset(const std::filesystem::path& source, const std::filesystem::path& scratch, ProgressSink& progress);
  // Where the pages of an image file or a PDF have room for the archive's marks; anything else is Failure::Unsupported.
  PrintRooms rooms(const std::filesystem::path& source, const std::filesystem::path& scratch, ProgressSink& progress);
  // Its pages, each with the page of the same number of the PDF `marks` over it, as one PDF at printed_path(): pages of a PDF are
  // untouched below, pictures become pages of their size. Returns why not, if so.
  std::optional<Failure> overlay(const std::filesystem::path& source, const std::filesystem::path& marks,
                                 const std::filesystem::path& scratch, ProgressSink& progress);

 private:
  std::unique_ptr<Pool> pool_;
};

}  // namespace twofold::scanner
