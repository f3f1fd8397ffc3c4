#pragma once
// Pages out of TIFFs, image files and PDFs into one new file, with their bytes as they are. Runs in the worker process alone.

#include "scanner/protocol.h"

namespace twofold::scanner {

// Writes job.picks to taken_path(): a TIFF, its strips and tiles copied packed as they are, when job.type says so; else a PDF,
// where JPEG and JPEG 2000 stay as they are and others are packed without loss. The same picks give the same bytes. Throws
// ReadFailure: Corrupt, Unsupported.
Answer take_pages(const Job& job);

void take_tiff_pages(const Job& job);
void take_pdf_pages(const Job& job);

}  // namespace twofold::scanner
