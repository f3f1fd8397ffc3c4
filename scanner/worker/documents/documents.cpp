#include "scanner/worker/documents/documents.h"

#include "base/files.h"
#include "base/text.h"
#include "scanner/worker/charset.h"
#include "scanner/worker/failure.h"

#include <algorithm>

namespace twofold::scanner {
namespace {

constexpr std::uintmax_t kMostBytes = 128U << 20U;
constexpr std::size_t kMostText = 64U << 20U;
constexpr std::size_t kPageCharacters = 3000;

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::vector<std::string> in_pages(const std::string& text) {
  std::vector<std::string> pages(1);
  std::size_t filled = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
    rest.remove_prefix(line.size());
    const std::size_t length = characters(line);
    if (filled > 0 && filled + length > kPageCharacters) {
      pages.emplace_back();
      filled = 0;
    }
    pages.back() += line;
    filled += length;
  }
  return pages;
}

DocumentText read_document(const Job& job) {
  switch (job.type) {
    case FileType::Docx: return read_docx(job.source, job.limits);
    case FileType::Xlsx: return read_xlsx(job.source, job.limits);
    case FileType::Pptx: return read_pptx(job.source, job.limits);
    case FileType::Odt:
    case FileType::Ods:
    case FileType::Odp: return read_odf(job.source, job.limits, job.type);
    case FileType::Html: return read_html(read_bounded(job.source));
    case FileType::Text: return {{}, {decode_text(read_bounded(job.source))}, true, {}};
    case FileType::Csv: return {{}, {read_csv(decode_text(read_bounded(job.source)))}, true, {}};
    default: throw ReadFailure(Failure::Unsupported, "no reader for this type");
  }
}

std::vector<Page> to_pages(const DocumentText& document) {
  std::vector<Page> pages;
  std::size_t total = 0;
  for (const std::string& part : document.parts) {
    const std::string text = tidy(part);
    total += text.size();
    if (total > kMostText) throw ReadFailure(Failure::TooLarge, "too much text");
    for (std::string& page : document.flowing ? in_pages(text) : std::vector<std::string>{text}) {
      Page made;
      made.number = static_cast<int>(pages.size()) + 1;
      made.text = std::move(page);
      pages.push_back(std::move(made));
    }
  }
  return pages;
}

}  // namespace

std::string tidy(std::string_view text) {
  std::string made;
  bool gap = false;
  for (const std::string& line : split(text, '\n')) {
    std::string_view rest = line;
    while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\t' || rest.back() == '\r')) rest.remove_suffix(1);
    if (rest.empty()) {
      gap = !made.empty();
      continue;
    }
    if (gap) made += '\n';
    gap = false;
    made.append(rest).append("\n");
  }
  return made;
}

std::string read_bounded(const std::filesystem::path& file) {
  if (std::filesystem::file_size(file) > kMostBytes) throw ReadFailure(Failure::TooLarge, "too much text");
  return read_file(file);
}

Answer to_answer(const DocumentText& document, const Job& job, const std::filesystem::path& package) {
  Answer answer;
  answer.title = std::string(trim(document.title));
  answer.pages = to_pages(document);
  keep_pictures(document.pictures, package, job, answer);
  return answer;
}

Answer extract_document(const Job& job) {
  if (job.type == FileType::Eml) return read_mail(job);
  return to_answer(read_document(job), job, job.source);
}

}  // namespace twofold::scanner
