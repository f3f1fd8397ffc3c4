#pragma once
// What the readers of OOXML share: parts, relations, the core title.

#include "scanner/reader.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::scanner {

using Parts = std::map<std::string, std::string>;

// All XML parts of a package; throws ReadFailure, Corrupt when `main_part` is missing.
Parts read_xml_parts(const std::filesystem::path& file, const ReaderLimits& limits, const std::string& main_part);
std::string title_of(const Parts& parts, const std::string& part);
// Identifier → full part name, of the part's own relations; external ones are left out.
std::map<std::string, std::string> relations_of(const Parts& parts, const std::string& part);
// In the order in which the main part lists them, the parts its `element`s point at; with the attribute `name`.
struct ListedPart {
  std::string name, part;
};
std::vector<ListedPart> listed_parts(const Parts& parts, const std::string& main_part, std::string_view element_name);

}  // namespace twofold::scanner
