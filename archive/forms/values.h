#pragma once
// How the forms write the values of the catalogue.

#include "base/sheet_code.h"
#include "catalog/volumes.h"

namespace twofold::archive {

std::string retention_words(catalog::Retention retention);   // 永久, 30 年
std::string span_of(const catalog::Volume& volume);          // 20240301—20241220; "—" where nothing is dated
std::string compact(const std::optional<Date>& day);         // 20240301, or empty
std::string size_words(std::uint64_t bytes);                 // 1.4 MB

SheetCode sheet_code_of(const catalog::VolumeCode& volume);
SheetCode sheet_code_of_form(const std::string& number);

}  // namespace twofold::archive
