#include "archive/forms/values.h"

#include "archive/forms/wording.h"

#include <fmt/format.h>

namespace twofold::archive {

std::string retention_words(catalog::Retention retention) { return Wording::value("form.retention_" + catalog::text(retention)); }

std::string span_of(const catalog::Volume& volume) {
  if (!volume.first_date || !volume.last_date) return "—";
  return volume.first_date->compact() + "—" + volume.last_date->compact();
}

std::string compact(const std::optional<Date>& day) { return day ? day->compact() : std::string(); }

std::string size_words(std::uint64_t bytes) {
  if (bytes < 1024) return fmt::format("{} B", bytes);
  if (bytes < 1024 * 1024) return fmt::format("{:.1f} KB", static_cast<double>(bytes) / 1024);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1024 / 1024);
}

SheetCode sheet_code_of(const catalog::VolumeCode& volume) { return {SheetKind::Volume, volume.file_name(), 0}; }
SheetCode sheet_code_of_form(const std::string& number) { return {SheetKind::Form, number, 0}; }

}  // namespace twofold::archive
