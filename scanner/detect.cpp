// The type of a file by its bytes. Runs in the archive's own process: so it only compares magic numbers and looks for a
// few names within bounds, and parses nothing.
#include "base/text.h"
#include "scanner/reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <string_view>
#include <vector>

namespace twofold::scanner {
namespace {

using namespace std::literals;

constexpr std::size_t kHead = 64U << 10U, kTail = 66U << 10U, kMostDirectory = 1U << 20U, kOleScan = 64U << 20U;

std::string read_part(std::ifstream& in, std::uint64_t from, std::size_t bytes) {
  std::string part(bytes, '\0');
  in.clear();
  in.seekg(static_cast<std::streamoff>(from));
  in.read(part.data(), static_cast<std::streamsize>(bytes));
  part.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
  return part;
}

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return made;
}

std::string utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append({c, '\0'});
  return wide;
}

struct Magic {
  std::size_t at;
  std::string_view bytes;
  FileType type;
};

constexpr std::array kMagic{
    Magic{0, "II*\0"sv, FileType::Tiff},
    Magic{0, "MM\0*"sv, FileType::Tiff},
    Magic{0, "II+\0"sv, FileType::Tiff},
    Magic{0, "MM\0+"sv, FileType::Tiff},
    Magic{0, "\x89PNG\r\n\x1A\n"sv, FileType::Png},
    Magic{0, "\xFF\xD8\xFF"sv, FileType::Jpeg},
    Magic{0, "\0\0\0\x0CjP  \r\n\x87\n"sv, FileType::Jpeg2000},
    Magic{0, "\xFF\x4F\xFF\x51"sv, FileType::Jpeg2000},
    Magic{0, "{\\rtf"sv, FileType::Rtf},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, FileType::SevenZip},
    Magic{257, "ustar"sv, FileType::Tar},
    Magic{0, "\x1F\x8B"sv, FileType::Tar},
    Magic{0, "BZh"sv, FileType::Tar},
    Magic{0, "\xFD" "7zXZ\0"sv, FileType::Tar},
    Magic{0, "\x28\xB5\x2F\xFD"sv, FileType::Tar},
};

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = width; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// The names in a zip's directory; empty where there is none, as in a file that was cut off.
std::vector<std::string_view> directory_names(std::string_view directory) {
  constexpr std::size_t kFixed = 46;
  std::vector<std::string_view> names;
  while (directory.size() >= kFixed && directory.starts_with("PK\1\2")) {
    const auto name = static_cast<std::size_t>(little_endian(directory, 28, 2));
    const auto rest = static_cast<std::size_t>(little_endian(directory, 30, 2) + little_endian(directory, 32, 2));
    if (directory.size() < kFixed + name + rest) break;
    names.push_back(directory.substr(kFixed, name));
    directory.remove_prefix(kFixed + name + rest);
  }
  return names;
}

std::string read_directory(std::ifstream& in, std::uint64_t size) {
  const std::uint64_t from = size > kTail ? size - kTail : 0;
  const std::string tail = read_part(in, from, kTail);
  const auto end = tail.rfind("PK\5\6");
  if (end == std::string::npos || tail.size() < end + 22) return {};
  const std::uint64_t bytes = little_endian(tail, end + 12, 4), at = little_endian(tail, end + 16, 4);
  return read_part(in, at, static_cast<std::size_t>(std::min<std::uint64_t>(bytes, kMostDirectory)));
}

// What begins behind the first header of a zip if that is of this name; empty if not.
std::string_view first_content(std::string_view head, std::string_view name) {
  constexpr std::size_t kFixed = 30;
  if (head.size() < kFixed || !head.substr(kFixed).starts_with(name)) return {};
  if (little_endian(head, 26, 2) != name.size()) return {};
  const std::size_t at = kFixed + name.size() + static_cast<std::size_t>(little_endian(head, 28, 2));
  return at < head.size() ? head.substr(at) : std::string_view();
}

// Which document a zip is: by the names in its directory, or, when that is lost, by the letters at its beginning, which
// are those of its own first entries. Nothing of it is unpacked.
FileType zip_family(std::string_view head, const std::vector<std::string_view>& names) {
  struct Mark {
    std::string_view name;
    FileType type;
  };
  static constexpr std::array kOpenDocuments{
      Mark{"application/vnd.oasis.opendocument.text", FileType::Odt},
      Mark{"application/vnd.oasis.opendocument.spreadsheet", FileType::Ods},
      Mark{"application/vnd.oasis.opendocument.presentation", FileType::Odp}};
  static constexpr std::array kMainParts{Mark{"word/document.xml", FileType::Docx},
                                         Mark{"xl/workbook.xml", FileType::Xlsx},
                                         Mark{"ppt/presentation.xml", FileType::Pptx}};
  for (const Mark& mark : kOpenDocuments) {
    if (first_content(head, "mimetype").starts_with(mark.name)) return mark.type;
  }
  constexpr std::string_view kTypes = "[Content_Types].xml";
  constexpr std::size_t kFirstName = 30;  // behind the fixed part of the first header
  const auto listed = [&](std::string_view name) { return std::ranges::find(names, name) != names.end(); };
  for (const Mark& mark : kMainParts) {
    if (listed(kTypes) && listed(mark.name)) return mark.type;
    const bool cut_off = names.empty() && head.find(kTypes) == kFirstName;
    if (cut_off && head.find(mark.name) != std::string_view::npos) return mark.type;
  }
  return FileType::Zip;
}

// Where the entry of that name stands in the directory of an OLE2 file; its entries are 128 bytes, names in UTF-16.
std::size_t ole_entry(std::string_view bytes, std::string_view name) {
  constexpr std::size_t kEntry = 128;
  const std::string wide = utf16(name) + std::string(2, '\0');
  auto found = bytes.find(wide);
  while (found != std::string_view::npos && found % kEntry != 0) found = bytes.find(wide, found + 1);
  return found;
}

// The first of the known streams names the document: what is embedded in it comes later.
FileType ole_family(std::string_view bytes) {
  struct Stream {
    std::string_view name;
    FileType type;
  };
  static constexpr std::array kStreams{
      Stream{"WordDocument", FileType::Doc}, Stream{"Workbook", FileType::Xls}, Stream{"Book", FileType::Xls},
      Stream{"PowerPoint Document", FileType::Ppt}, Stream{"EncryptedPackage", FileType::Docx}};
  FileType type = FileType::Unknown;
  std::size_t first = std::string_view::npos;
  for (const Stream& stream : kStreams) {
    const std::size_t at = ole_entry(bytes, stream.name);
    if (at >= first) continue;
    first = at;
    type = stream.type;
  }
  return type;
}

bool looks_like_html(std::string_view head) {
  std::string start = lower(head.substr(0, 2048));
  std::erase(start, '\0');  // UTF-16
  const auto first = start.find('<');
  if (first == std::string::npos || first > 64) return false;
  return start.find("<!doctype html") != std::string::npos || start.find("<html") != std::string::npos ||
         start.find("<head>") != std::string::npos || start.find("<body") != std::string::npos;
}

// A block of header lines, among them enough that only mails carry.
bool looks_like_mail(std::string_view head) {
  static constexpr std::array kNames{"from", "to", "subject", "date", "received", "return-path", "mime-version",
                                     "message-id", "delivered-to", "content-type", "reply-to", "cc", "dkim-signature"};
  int known = 0;
  for (const std::string& line : split(head.substr(0, 16384), '\n')) {
    const std::string_view text = trim(line);
    if (text.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') continue;
    if (text.starts_with("From ") && known == 0) continue;
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || text.substr(0, colon).find(' ') != std::string_view::npos) return false;
    known += std::ranges::find(kNames, lower(text.substr(0, colon))) != kNames.end();
  }
  return known >= 3;
}

bool utf16_marked(std::string_view head) { return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"); }

bool looks_like_text(std::string_view head) {
  if (utf16_marked(head)) return head.size() > 2;
  const auto strange = std::ranges::count_if(head, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B && c != 0x1A);
  });
  if (head.find('\0') != std::string_view::npos) return false;
  return static_cast<std::size_t>(strange) * 200 <= head.size();
}

// The same number of separators on each of the first lines, at least two lines.
bool looks_like_csv(std::string_view head) {
  std::string narrow(head.substr(0, 8192));
  const bool cut = head.size() > narrow.size();
  std::erase(narrow, '\0');
  std::vector<std::string> lines = split(narrow, '\n');
  if (cut && lines.size() > 1) lines.pop_back();
  std::erase_if(lines, [](const std::string& line) { return trim(line).empty(); });
  if (lines.size() < 2) return false;
  for (const char separator : {',', '\t', ';'}) {
    const auto columns = [&](const std::string& line) {
      bool quoted = false;
      int count = 0;
      for (const char c : line) {
        if (c == '"') quoted = !quoted;
        count += c == separator && !quoted;
      }
      return count;
    };
    const int first = columns(lines[0]);
    if (first == 0) continue;
    if (std::ranges::all_of(lines, [&](const std::string& line) { return columns(line) == first; })) return true;
  }
  return false;
}

// Old tar has no magic: the checksum of its first header tells it.
bool old_tar(std::string_view head) {
  if (head.size() < 512 || head[0] == '\0') return false;
  unsigned sum = 0, said = 0;
  for (std::size_t i = 0; i < 512; ++i) sum += i >= 148 && i < 156 ? 32U : static_cast<unsigned char>(head[i]);
  for (std::size_t i = 148; i < 156; ++i) {
    if (head[i] >= '0' && head[i] <= '7') said = said * 8 + static_cast<unsigned>(head[i] - '0');
  }
  return sum == said;
}

FileType text_family(std::string_view head) {
  if (!looks_like_text(head)) return FileType::Unknown;
  if (looks_like_html(head)) return FileType::Html;
  if (looks_like_mail(head)) return FileType::Eml;
  return looks_like_csv(head) ? FileType::Csv : FileType::Text;
}

}  // namespace

FileType Reader::detect(const std::filesystem::path& source) {
  std::ifstream in(source, std::ios::binary);
  const std::string head = read_part(in, 0, kHead);
  const std::string_view view = head;
  if (head.empty()) return FileType::Unknown;
  for (const Magic& magic : kMagic) {
    if (view.size() > magic.at && view.substr(magic.at).starts_with(magic.bytes)) return magic.type;
  }
  if (view.substr(0, 1024).find("%PDF-") != std::string_view::npos) return FileType::Pdf;
  if (view.starts_with("PK\3\4") || view.starts_with("PK\5\6")) {
    const std::string directory = read_directory(in, std::filesystem::file_size(source));
    return zip_family(head, directory_names(directory));
  }
  if (view.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return ole_family(read_part(in, 0, kOleScan));
  if (old_tar(view)) return FileType::Tar;
  return text_family(view);
}

}  // namespace twofold::scanner
