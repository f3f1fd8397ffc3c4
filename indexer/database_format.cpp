#include "indexer/database_format.h"

#include "base/error.h"

#include <cstring>

namespace twofold::indexer {

void require_format(const Xapian::Database& database, const std::filesystem::path& folder) {
  const std::string format = database.get_metadata(kFormatKey);
  if (format != kFormat) throw Error(ErrorKind::Corrupt, msg("index.damaged", folder.string(), "format '" + format + "'"));
}

void throw_as_error(const Xapian::Error& error, const std::filesystem::path& folder) {
  const std::string_view type = error.get_type();
  const bool damaged = type == "DatabaseCorruptError" || type == "DatabaseVersionError" || type == "DatabaseOpeningError" ||
                       type == "DatabaseNotFoundError" || type == "DatabaseModifiedError" || type == "SerialisationError";
  if (damaged) throw Error(ErrorKind::Corrupt, msg("index.damaged", folder.string(), error.get_description()));
  // What Xapian calls a plain database error is a system call that failed: a full disk, a bad block.
  if (type == "DatabaseError") throw Error(ErrorKind::Io, msg("index.unwritten", folder.string(), error.get_description()));
  throw Error(ErrorKind::Internal, msg("index.defect", error.get_description()));
}

}  // namespace twofold::indexer
