#pragma once
// In which form a list is written to a file: as the file's name ends.

#include <filesystem>

namespace twofold::app {

enum class ExportKind { Csv, Json };
// Error{Usage, "export.kind"} unless it ends in .csv or .json.
ExportKind export_kind(const std::filesystem::path& target);
// Error{Refused, "export.target_exists"}: an export replaces nothing.
void refuse_existing(const std::filesystem::path& target);

}  // namespace twofold::app
