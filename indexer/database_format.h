#pragma once
// What every opener of the index asks first, and what its troubles are called. For the indexer's sources alone.

#include <filesystem>
#include <string_view>
#include <xapian.h>

namespace twofold::indexer {

// Raise it when terms, rows or records change: an index of another format counts as damaged, and is made anew.
inline constexpr std::string_view kFormat = "2";
inline constexpr const char* kFormatKey = "format";

void require_format(const Xapian::Database& database, const std::filesystem::path& folder);

// A damaged or foreign database is Corrupt, a disk that fails or is full is Io, anything else is a defect of ours.
[[noreturn]] void throw_as_error(const Xapian::Error& error, const std::filesystem::path& folder);

}  // namespace twofold::indexer
