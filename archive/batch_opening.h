#pragma once
// A batch opened like a container: each of its parts becomes a file of its own.

#include "archive/sources.h"

namespace twofold::archive {

// Whether such a file may be a batch: several pages in one.
bool may_be_batch(scanner::FileType type);
// Image files and PDFs.
bool has_pages(scanner::FileType type);

// The parts of `batch` as sources, in order, after a survey of its pages; none where nothing parts it. Their files lie in scratch
// folders that the sources keep. A page that cannot be taken out leaves one source that says so.
std::vector<Source> open_batch(Archive& archive, const catalog::Database& database, scanner::Surveyor& surveyor, const Source& batch,
                               Splitting how, ProgressSink& progress);

}  // namespace twofold::archive
