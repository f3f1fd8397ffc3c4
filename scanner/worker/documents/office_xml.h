#pragma once
// What the readers of OOXML share: parts, relations, the core title.

#include "scanner/reader.h"

#include <map>
#include <string>

namespace twofold::scanner {

using Parts = std::map<std::string, std::string>;

// All XML parts of a package; throws ReadFailure, Corrupt when `main_part` is missing.
Parts read_xml_parts(const std::filesystem::path& file, const ReaderLimits& limits, const std::string& main_part);
std::string title_of(const Parts& parts, const std::string& part);
// Identifier → full part name, of the part's own relations; external ones are left out.
std::map<std::string, std::string> relations_of(const Parts& parts, const std::string& part);
// The text of a part of WordprocessingML or DrawingML: paragraphs as lines, cells apart by tabs, rows by lines.
std::string office_text(const std::string& xml);

}  // namespace twofold::scanner
