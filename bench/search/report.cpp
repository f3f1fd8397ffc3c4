#include "bench/search/report.h"

#include "base/files.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

#include <sstream>

namespace twofold::bench {

void write_json(const std::filesystem::path& path, const std::vector<Figures>& rows) {
  if (path.empty()) return;
  Poco::JSON::Array array;
  for (const auto& row : rows) {
    Poco::JSON::Object object;
    for (const auto& [name, text] : row.labels) object.set(name, text);
    for (const auto& [name, value] : row.values) object.set(name, value);
    array.add(object);
  }
  std::ostringstream text;
  array.stringify(text, 1);
  write_at_once(path, text.str() + "\n");
}

}  // namespace twofold::bench
