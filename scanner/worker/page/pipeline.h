#pragma once
// One page from its bytes to text and a searchable PDF piece: decode, orient, deskew, clean, recognise, write.
// Runs in the worker process alone. Failures of the file are thrown as ReadFailure; anything else is a defect.

#include "scanner/reader.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace twofold::scanner {

// How many pages an image file (TIFF, PNG, JPEG, JPEG 2000) or a PDF has; reads headers only. Throws ReadFailure:
// Empty, Corrupt, Unsupported, Encrypted, or TooLarge when there are more than `limits.most_pages`.
int count_pages(const std::filesystem::path& file, FileType type, const ReaderLimits& limits);

struct PageTask {
  std::filesystem::path file;
  FileType type = FileType::Unknown;
  int number = 1;                        // from 1
  ReaderLimits limits;
  Accuracy accuracy = Accuracy::Fast;
  std::filesystem::path before, after;   // where to leave the page's pictures, see page_picture.h; empty: nowhere
  std::filesystem::path cache;           // of earlier recognitions; empty: none
};

// The page's angle alone; `after` gets the straightened page. Throws ReadFailure.
Page deskew_page(const PageTask& task);

// The page images of one worker process. Not thread-safe: one per process, built once and kept, because it owns the
// recogniser with its models warm.
class PagePipeline {
 public:
  // Models load when first needed. `tessdata` empty: the folder of Debian's packages, or TESSDATA_PREFIX.
  explicit PagePipeline(const std::filesystem::path& tessdata = {});
  ~PagePipeline();
  PagePipeline(const PagePipeline&) = delete;
  PagePipeline& operator=(const PagePipeline&) = delete;

  // Loads all models now; processes forked later share them. Throws std::runtime_error when one is missing.
  void warm();

  // A page of an image file, or of a PDF whose page is a picture (rendered at 300 dpi). Writes a one-page searchable PDF
  // to `piece` unless that is empty; a blank page writes nothing and has no text. Throws ReadFailure.
  Page process(const PageTask& task, const std::filesystem::path& piece);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Merges the pieces, in order, into one PDF at `out`; shared fonts are kept once. Throws ReadFailure{Corrupt} when a
// piece is no PDF, std::runtime_error when `out` cannot be written. `title` goes into the document information, if any.
void assemble(const std::vector<std::filesystem::path>& pieces, const std::filesystem::path& out,
              const std::string& title = {});

}  // namespace twofold::scanner
