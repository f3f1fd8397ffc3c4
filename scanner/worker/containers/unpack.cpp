#include "scanner/worker/containers/unpack.h"

#include "base/text.h"
#include "scanner/worker/charset.h"
#include "scanner/worker/failure.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <memory>

namespace twofold::scanner {
namespace {

constexpr std::uint64_t kMostPart = 256U << 20U;     // of one part of a document
constexpr std::size_t kBlock = 64U << 10U;

struct Close {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Handle = std::unique_ptr<archive, Close>;

[[noreturn]] void fail(archive* reader, bool tar = false) {
  const char* said = archive_error_string(reader);
  const std::string detail = said ? scrub_utf8(said) : "the container is damaged";
  std::string lower = detail;
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (archive_errno(reader) == ENOMEM || lower.find("too much memory") != std::string::npos) {
    throw ReadFailure(Failure::TooLarge, detail);
  }
  for (const char* word : {"encrypt", "passphrase", "password"}) {
    if (lower.find(word) != std::string::npos) throw ReadFailure(Failure::Encrypted, detail);
  }
  // A compressed file that is no tar is not damaged.
  const bool foreign = lower.find("unsupported") != std::string::npos ||
                       (tar && lower.find("unrecognized") != std::string::npos);
  throw ReadFailure(foreign ? Failure::Unsupported : Failure::Corrupt, detail);
}

Handle open_container(const std::filesystem::path& file, FileType type) {
  Handle reader(archive_read_new());
  if (!reader) throw std::bad_alloc();
  archive* const raw = reader.get();
  if (type == FileType::Tar) {
    archive_read_support_format_tar(raw);
    archive_read_support_filter_gzip(raw);
    archive_read_support_filter_bzip2(raw);
    archive_read_support_filter_xz(raw);
    archive_read_support_filter_zstd(raw);
  } else if (type == FileType::SevenZip) {
    archive_read_support_format_7zip(raw);
  } else {
    // By the directory at the end; where that is cut off, entry by entry from the front, each checked by its CRC.
    archive_read_support_format_zip(raw);
  }
  if (archive_read_open_filename(raw, file.c_str(), kBlock) != ARCHIVE_OK) fail(raw);
  return reader;
}

// What came out so far against what may.
class Budget {
 public:
  Budget(const std::filesystem::path& file, const ReaderLimits& limits)
      : limits_(limits), packed_(std::max<std::uint64_t>(1, std::filesystem::file_size(file))) {}

  void entry() {
    if (++entries_ > limits_.most_entries) throw ReadFailure(Failure::TooLarge, "too many entries");
  }
  void bytes(std::uint64_t count) {
    unpacked_ += count;
    if (unpacked_ > limits_.most_unpacked_bytes) throw ReadFailure(Failure::TooLarge, "too much comes out");
    if (unpacked_ > kFreeOfRatio && unpacked_ / packed_ >= static_cast<std::uint64_t>(limits_.most_ratio)) {
      throw ReadFailure(Failure::TooLarge, "packed too tightly to be honest");
    }
  }

 private:
  const ReaderLimits& limits_;
  std::uint64_t packed_, entries_ = 0, unpacked_ = 0;
};

archive_entry* next_entry(archive* reader, bool tar) {
  archive_entry* entry = nullptr;
  const int result = archive_read_next_header(reader, &entry);
  if (result == ARCHIVE_EOF) return nullptr;
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) fail(reader, tar);
  if (archive_entry_is_encrypted(entry)) throw ReadFailure(Failure::Encrypted, "an entry asks for a password");
  return entry;
}

template <class Take>
void read_content(archive* reader, Budget& budget, const Take& take) {
  std::array<char, kBlock> block{};
  for (;;) {
    const la_ssize_t got = archive_read_data(reader, block.data(), block.size());
    if (got < 0) fail(reader);
    if (got == 0) return;
    budget.bytes(static_cast<std::uint64_t>(got));
    take(std::string_view(block.data(), static_cast<std::size_t>(got)));
  }
}

std::string raw_name(archive_entry* entry) {
  if (const char* name = archive_entry_pathname(entry)) return name;
  const char* name = archive_entry_pathname_utf8(entry);
  return name ? name : "";
}

// What systems leave behind by themselves; no one filed it.
bool dropping(const std::string& name) {
  static constexpr std::array kFolders{"__MACOSX", "@eaDir", "#recycle", ".git", "$RECYCLE.BIN"};
  static constexpr std::array kFiles{".DS_Store", "Thumbs.db", "desktop.ini", "ehthumbs.db"};
  const std::vector<std::string> parts = split(name, '/');
  if (std::ranges::find(kFiles, parts.back()) != kFiles.end() || parts.back().starts_with("._")) return true;
  return std::ranges::any_of(parts, [](const std::string& part) {
    return std::ranges::find(kFolders, part) != kFolders.end();
  });
}

void write_entry(archive* reader, Budget& budget, const std::filesystem::path& path) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  read_content(reader, budget, [&](std::string_view bytes) {
    if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
      throw std::filesystem::filesystem_error("cannot write", path, std::make_error_code(std::errc::io_error));
    }
  });
  out.close();
}

}  // namespace

std::string safe_name(std::string_view raw) {
  std::string name = decode_text(raw);
  for (char& c : name) {
    if (c == '\\') c = '/';
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '_';
  }
  std::string safe;
  for (const std::string& part : split(name, '/')) {
    const bool drive = part.size() == 2 && part[1] == ':' && std::isalpha(static_cast<unsigned char>(part[0])) != 0;
    if (part.empty() || part == "." || part == ".." || drive) continue;
    if (!safe.empty()) safe += '/';
    safe += part;
  }
  return safe.empty() ? "unnamed" : safe;
}

Answer unpack(const Job& job) {
  const Handle reader = open_container(job.source, job.type);
  Budget budget(job.source, job.limits);
  std::filesystem::create_directories(job.scratch / "enclosed");
  Answer answer;
  std::size_t left_out = 0;
  while (archive_entry* entry = next_entry(reader.get(), job.type == FileType::Tar)) {
    budget.entry();
    if (archive_entry_filetype(entry) == AE_IFDIR) continue;
    const bool plain = archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry);
    const std::string name = safe_name(raw_name(entry));
    if (dropping(name)) continue;
    if (!plain) {
      ++left_out;
      continue;
    }
    write_entry(reader.get(), budget, enclosed_path(job.scratch, answer.enclosed.size()));
    answer.enclosed.push_back(name);
  }
  if (left_out > 0) answer.detail = std::to_string(left_out) + " links or devices left out";
  return answer;
}

void for_each_part(const std::filesystem::path& file, const ReaderLimits& limits,
                   const std::function<bool(const std::string&)>& wanted,
                   const std::function<void(const std::string& name, std::string bytes)>& take) {
  const Handle reader = open_container(file, FileType::Zip);
  Budget budget(file, limits);
  while (archive_entry* entry = next_entry(reader.get(), false)) {
    budget.entry();
    const std::string name = raw_name(entry);
    if (!wanted(name)) continue;
    std::string content;
    read_content(reader.get(), budget, [&](std::string_view bytes) {
      if (content.size() + bytes.size() > kMostPart) throw ReadFailure(Failure::TooLarge, "a part is too large");
      content.append(bytes);
    });
    take(name, std::move(content));
  }
}

std::map<std::string, std::string> read_package(const std::filesystem::path& file, const ReaderLimits& limits,
                                                const std::function<bool(const std::string&)>& wanted) {
  std::map<std::string, std::string> parts;
  for_each_part(file, limits, wanted,
                [&](const std::string& name, std::string bytes) { parts[name] = std::move(bytes); });
  return parts;
}

}  // namespace twofold::scanner
