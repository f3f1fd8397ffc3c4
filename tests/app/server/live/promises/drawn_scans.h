#pragma once
// Scans as a scanner sends them, drawn for the tests: TIFFs of real type.

#include <string>
#include <vector>

namespace twofold::app::api {

// A page for each heading.
std::string drawn_scan(const std::vector<std::string>& headings);
// That many pages behind the volume's binder sheet.
std::string drawn_binder(const std::string& volume, int pages);

}  // namespace twofold::app::api
