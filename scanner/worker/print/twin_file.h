#pragma once
// The paper twin of a file, as one PDF: the file's own pages, untouched, with the archive's marks laid over them.

#include "scanner/protocol.h"

namespace twofold::scanner {

// JobKind::Room: where `job.page` of `job.source` has room for marks. Throws ReadFailure.
Answer find_print_room(const Job& job);

// JobKind::Overlay: the pages of `job.source` (a PDF as they are, an image as a page of its size), page n under page n of the PDF
// `job.other`, into printed_path(). Throws ReadFailure.
Answer overlay_marks(const Job& job);

}  // namespace twofold::scanner
