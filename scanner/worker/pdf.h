#pragma once
// PDFs as documents: which pages carry text of their own, and reading copies of documents that mix both kinds.

#include "scanner/protocol.h"

namespace twofold::scanner {

// Text pages with their text, the numbers of all others, the title. Throws ReadFailure.
Answer probe_pdf(const Job& job);

// The reading copy of a document whose text pages stay as they are: `job.pages` in order, each from its piece if there
// is one and from the document itself if not; never a PDF/A, whatever the document claims. Throws ReadFailure{Corrupt}.
void assemble_mixed(const Job& job, const std::filesystem::path& out);

}  // namespace twofold::scanner
