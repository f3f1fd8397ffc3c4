#include "app/server/http/file_answer.h"

#include "app/server/http/accepts.h"
#include "app/server/http/compress.h"
#include "app/server/http/problem.h"
#include "base/files.h"

#include <charconv>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

namespace twofold::app::http {
namespace {

struct Opened {
  OpenFile file;
  struct stat facts;
};

std::optional<Opened> open_regular(const std::filesystem::path& path) {
  OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  struct stat facts {};
  if (file.descriptor() < 0 || ::fstat(file.descriptor(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
  return Opened{std::move(file), facts};
}

std::optional<Opened> open_packed(const FileContent& content, Response& response, const Asked& asked) {
  const auto accepted = asked.headers.get("Accept-Encoding");
  for (const auto& [coding, ending] : {std::pair{"br", ".br"}, std::pair{"gzip", ".gz"}}) {
    if (!accepts_coding(accepted, coding)) continue;
    auto opened = open_regular(content.path.string() + ending);
    if (!opened) continue;
    response.headers.set("Content-Encoding", coding);
    return opened;
  }
  return std::nullopt;
}

std::string tag_of(const FileContent& content, const struct stat& facts, std::string_view coding) {
  std::string tag = content.etag;
  if (tag.empty()) tag = fmt::format("{:x}-{:x}-{:x}", facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
  if (!coding.empty()) (tag += '-') += coding;
  return '"' + tag + '"';
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(value)
                                                                                   : std::nullopt;
}

bool wants_range(const Asked& asked, const Response& response) {
  const auto condition = asked.headers.get("If-Range");
  return asked.method == Method::Get && asked.headers.has("Range") &&
         (condition.empty() || condition == response.headers.get("ETag"));
}

FilePart part_of(OpenFile file, std::uint64_t size, Response& response, const Asked& asked) {
  ByteRange range{0, size ? size - 1 : 0};
  FilePart part{std::move(file), 0, size};
  const auto finding =
      wants_range(asked, response) ? find_range(asked.headers.get("Range"), size, range) : RangeFinding::Whole;
  if (finding == RangeFinding::Impossible) {
    const auto tag = std::string(response.headers.get("ETag"));
    response = problem(416, msg("http.range", size), asked.language, asked.id);
    response.headers.set("Content-Range", fmt::format("bytes */{}", size));
    part.remaining = 0;
  } else if (finding == RangeFinding::Part) {
    response.status = 206;
    response.headers.set("Content-Range", fmt::format("bytes {}-{}/{}", range.first, range.last, size));
    part.offset = range.first;
    part.remaining = range.last - range.first + 1;
  }
  return part;
}

bool compresses_now(const FileContent& content, const struct stat& facts, const Asked& asked) {
  return !asked.headers.has("Range") && !asked.head_only &&
         accepts_coding(asked.headers.get("Accept-Encoding"), "gzip") &&
         is_worth_compressing(content.media_type, static_cast<std::size_t>(facts.st_size));
}

}  // namespace

std::optional<FilePart> open_content(const FileContent& content, Response& response, const Asked& asked) {
  const bool packable = is_worth_compressing(content.media_type, 1024);
  auto opened = packable && !asked.headers.has("Range") ? open_packed(content, response, asked) : std::nullopt;
  if (!opened) opened = open_regular(content.path);
  if (!opened) {
    response = problem(404, msg("http.not_found", content.path.filename().string()), asked.language, asked.id);
    return std::nullopt;
  }
  const auto size = static_cast<std::uint64_t>(opened->facts.st_size);
  const bool now = !response.headers.has("Content-Encoding") && compresses_now(content, opened->facts, asked);
  response.headers.set("Content-Type", content.media_type);
  response.headers.set("ETag", tag_of(content, opened->facts, now ? "gzip" : response.headers.get("Content-Encoding")));
  response.headers.set("Last-Modified", http_date(opened->facts.st_mtim.tv_sec));
  response.headers.set("Accept-Ranges", "bytes");
  if (packable) response.headers.add("Vary", "Accept-Encoding");
  if (now) {
    response.body = gzip(read_file(content.path));
    response.headers.set("Content-Encoding", "gzip");
    return std::nullopt;
  }
  auto part = part_of(std::move(opened->file), size, response, asked);
  if (response.status == 416) return std::nullopt;
  response.headers.set("Content-Length", std::to_string(part.remaining));
  return part;
}

RangeFinding find_range(std::string_view header, std::uint64_t size, ByteRange& range) {
  if (!header.starts_with("bytes=") || header.find(',') != std::string_view::npos) return RangeFinding::Whole;
  header.remove_prefix(6);
  const auto dash = header.find('-');
  if (dash == std::string_view::npos) return RangeFinding::Whole;
  const auto first = number(header.substr(0, dash)), last = number(header.substr(dash + 1));
  if (!first && (dash != 0 || !last)) return RangeFinding::Whole;
  if (first && !last && dash + 1 != header.size()) return RangeFinding::Whole;
  if (first && last && *last < *first) return RangeFinding::Whole;
  if (size == 0 || (first && *first >= size) || (!first && *last == 0)) return RangeFinding::Impossible;
  range.first = first ? *first : size - std::min(size, *last);
  range.last = first && last ? std::min(*last, size - 1) : size - 1;
  return RangeFinding::Part;
}

std::string http_date(std::time_t time) {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", kDays[parts.tm_wday], parts.tm_mday,
                     kMonths[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

}  // namespace twofold::app::http
