#include "scanner/refusal.h"

#include "base/error.h"

namespace twofold::scanner {

bool paged(FileType type) {
  switch (type) {
    case FileType::Tiff:
    case FileType::Png:
    case FileType::Jpeg:
    case FileType::Jpeg2000:
    case FileType::Pdf: return true;
    default: return false;
  }
}

Reading refused(FileType type, Failure failure, const std::string& detail) {
  Reading reading;
  reading.type = type;
  reading.failure = failure;
  reading.detail = detail;
  return reading;
}

std::optional<Reading> refusal(const std::filesystem::path& source, FileType& type) {
  std::error_code problem;
  const std::uintmax_t size = std::filesystem::file_size(source, problem);
  if (problem) throw Error(ErrorKind::Io, msg("file.cannot_read", source.string(), problem.message()));
  if (size == 0) return refused(FileType::Unknown, Failure::Empty, "the file is empty");
  type = Reader::detect(source);
  if (type == FileType::Unknown) return refused(type, Failure::Unsupported, "no known type");
  return std::nullopt;
}

}  // namespace twofold::scanner
