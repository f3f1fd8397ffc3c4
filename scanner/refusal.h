#pragma once
// What needs no worker to be refused or told apart.

#include "scanner/reader.h"

namespace twofold::scanner {

// Image files and PDFs: each page can be had as a picture.
bool paged(FileType type);

Reading refused(FileType type, Failure failure, const std::string& detail);

// Of a file that is empty or of no known type; otherwise `type` becomes the file's type. Throws Error{Io} where it is not there.
std::optional<Reading> refusal(const std::filesystem::path& source, FileType& type);

}  // namespace twofold::scanner
