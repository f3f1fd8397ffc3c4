#pragma once
// The figures of a run for programs: one JSON array of flat objects.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace twofold::bench {

struct Figures {
  std::map<std::string, std::string> labels;  // what was measured: engine, kind, noise …
  std::map<std::string, double> values;
};

// Nothing where the path is empty. Throws as write_at_once.
void write_json(const std::filesystem::path& path, const std::vector<Figures>& rows);

}  // namespace twofold::bench
