#include "app/commands/export_kind.h"

#include "base/error.h"

namespace twofold::app {

ExportKind export_kind(const std::filesystem::path& target) {
  if (target.extension() == ".csv") return ExportKind::Csv;
  if (target.extension() == ".json") return ExportKind::Json;
  throw Error(ErrorKind::Usage, msg("export.kind", target.string()));
}

void refuse_existing(const std::filesystem::path& target) {
  if (std::filesystem::exists(std::filesystem::symlink_status(target)))
    throw Error(ErrorKind::Refused, msg("export.target_exists", target.string()));
}

}  // namespace twofold::app
