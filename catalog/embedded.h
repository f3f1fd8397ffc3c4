#pragma once
// The data files that are part of the program: schema/*.sql and profiles/*.toml, by file name. The build writes the source.

#include <string_view>
#include <vector>

namespace twofold::catalog {

struct EmbeddedFile {
  std::string_view name, content;
};
std::vector<EmbeddedFile> embedded_files();

}  // namespace twofold::catalog
