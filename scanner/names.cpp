// The stable names of types and failures: stored in the catalogue, spoken between the pool and its workers.
#include "scanner/reader.h"
#include "scanner/type_table.h"

namespace twofold::scanner {

std::string_view name_of(FileType type) {
  for (const TypeRow& row : kTypes) {
    if (row.type == type) return row.name;
  }
  return "unknown";
}

std::string_view media_type_of(FileType type) {
  for (const TypeRow& row : kTypes) {
    if (row.type == type) return row.media_type;
  }
  return "application/octet-stream";
}

std::string_view name_of(Failure failure) {
  for (const FailureRow& row : kFailures) {
    if (row.failure == failure) return row.name;
  }
  return "crashed";
}

std::string_view name_of(Accuracy accuracy) { return accuracy == Accuracy::Best ? "best" : "fast"; }

}  // namespace twofold::scanner
