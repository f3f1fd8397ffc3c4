#pragma once
// The one table of what can be read and of what can go wrong.

#include "scanner/reader.h"

#include <array>
#include <string_view>

namespace twofold::scanner {

struct TypeRow {
  FileType type;
  std::string_view name, media_type;
};

inline constexpr std::array kTypes{
    TypeRow{FileType::Unknown, "unknown", "application/octet-stream"},
    TypeRow{FileType::Tiff, "tiff", "image/tiff"},
    TypeRow{FileType::Png, "png", "image/png"},
    TypeRow{FileType::Jpeg, "jpeg", "image/jpeg"},
    TypeRow{FileType::Jpeg2000, "jpeg2000", "image/jp2"},
    TypeRow{FileType::Pdf, "pdf", "application/pdf"},
    TypeRow{FileType::Docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    TypeRow{FileType::Xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    TypeRow{FileType::Pptx, "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    TypeRow{FileType::Odt, "odt", "application/vnd.oasis.opendocument.text"},
    TypeRow{FileType::Ods, "ods", "application/vnd.oasis.opendocument.spreadsheet"},
    TypeRow{FileType::Odp, "odp", "application/vnd.oasis.opendocument.presentation"},
    TypeRow{FileType::Rtf, "rtf", "application/rtf"},
    TypeRow{FileType::Doc, "doc", "application/msword"},
    TypeRow{FileType::Xls, "xls", "application/vnd.ms-excel"},
    TypeRow{FileType::Ppt, "ppt", "application/vnd.ms-powerpoint"},
    TypeRow{FileType::Html, "html", "text/html"},
    TypeRow{FileType::Text, "text", "text/plain"},
    TypeRow{FileType::Csv, "csv", "text/csv"},
    TypeRow{FileType::Eml, "eml", "message/rfc822"},
    TypeRow{FileType::Zip, "zip", "application/zip"},
    TypeRow{FileType::Tar, "tar", "application/x-tar"},
    TypeRow{FileType::SevenZip, "7z", "application/x-7z-compressed"},
};

struct FailureRow {
  Failure failure;
  std::string_view name;
};

inline constexpr std::array kFailures{
    FailureRow{Failure::Corrupt, "corrupt"},      FailureRow{Failure::Encrypted, "encrypted"},
    FailureRow{Failure::Unsupported, "unsupported"}, FailureRow{Failure::TooLarge, "too_large"},
    FailureRow{Failure::TimedOut, "timed_out"},   FailureRow{Failure::Crashed, "crashed"},
    FailureRow{Failure::Empty, "empty"},
};

}  // namespace twofold::scanner
