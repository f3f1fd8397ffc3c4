#pragma once
// From a document's pages to files as scanners leave them.

#include "samples/document.h"

#include <cstdint>
#include <filesystem>

namespace twofold::samples {

// Paints, wears and writes `document` below `binder`, whose folders exist; returns the truth of each page in order.
// Safe to call from several threads for different documents. Throws Error{Io, "file.cannot_write"}.
std::vector<Truth> write_scan(const Document& document, const std::filesystem::path& binder, std::uint64_t seed);
// The same pages as a PDF with text, which no scanner has seen.
std::vector<Truth> write_born_pdf(const Document& document, const std::filesystem::path& binder, std::uint64_t seed);

}  // namespace twofold::samples
