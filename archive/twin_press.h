#pragma once
// The paper twin of an important electronic file (R23): its own pages as they are, with 归档章, page numbers and a QR code laid where
// nothing stands. What was printed is kept as an object of the item, so that its scan can be compared with it (R24).

#include "archive/archive.h"
#include "base/progress.h"
#include "catalog/twins.h"

namespace twofold::archive {

struct TwinReport {
  catalog::Twin twin;
  int pages = 0;
  std::vector<Message> findings;   // marks that found no room
};

// Prints the twin into `out`, a PDF. A page without room for a mark goes without it, and is told. Errors: Refused "twin.no_pages" for
// a file that has no pages, "pair.one_track", "compare.original_unreadable", those of catalog::record_twin(), Io where `out` cannot be
// written; nothing is recorded then.
TwinReport print_twin(Archive& archive, const catalog::Item& item, const std::filesystem::path& out, ProgressSink& progress);

}  // namespace twofold::archive
