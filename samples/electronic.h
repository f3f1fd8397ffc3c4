#pragma once
// Files that were born in a computer: office files, web pages, plain text in several encodings, tables, mail.

#include "samples/document.h"

#include <filesystem>

namespace twofold::samples {

// Writes every electronic document of the list but born-digital PDF below `binder`, whose folders exist, running
// LibreOffice once for each office format. Throws Error{Io, "samples.office_failed"} where that does not work, or
// Error{Io, "file.cannot_write"}.
std::vector<Truth> write_electronic(const std::vector<Document>& documents, const std::filesystem::path& binder);

}  // namespace twofold::samples
