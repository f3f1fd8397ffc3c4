#pragma once
// Pages as people see them. Like reading, it happens in worker processes with limits, see reader.h.

#include "scanner/page_view.h"
#include "scanner/reader.h"

namespace twofold::scanner {

struct Pool;

// Thread-safe, with workers of its own that start when first needed, or before that by get_ready().
class PageViewer {
 public:
  explicit PageViewer(ReaderOptions options);
  ~PageViewer();
  PageViewer(const PageViewer&) = delete;
  PageViewer& operator=(const PageViewer&) = delete;

  // Throws Error{Io} when a worker cannot be started.
  void get_ready();
  // The path, below `scratch` (which must exist), of a JPEG of page `number` (from 1) of an image file or a PDF. Throws
  // Error{Invalid, "failure.…"} where the page cannot be shown, Error{Io} when the file or a worker is not there.
  std::filesystem::path view(const std::filesystem::path& source, int number, const PageView& view,
                             const std::filesystem::path& scratch);

 private:
  std::unique_ptr<Pool> pool_;
};

}  // namespace twofold::scanner
