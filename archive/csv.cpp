#include "archive/csv.h"

#include "base/text.h"

#include <algorithm>
#include <unicode/unistr.h>

namespace twofold::archive {
namespace {

std::string as_utf8(std::string_view bytes) {
  if (bytes.starts_with(kCsvMark)) bytes.remove_prefix(3);
  if (is_utf8(bytes)) return std::string(bytes);
  std::string out;
  icu::UnicodeString(bytes.data(), static_cast<int>(bytes.size()), "gb18030").toUTF8String(out);
  return out;
}

char separator_of(std::string_view text) {
  const auto first_line = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char candidate : {';', '\t'})
    if (std::ranges::count(first_line, candidate) > std::ranges::count(first_line, best)) best = candidate;
  return best;
}

class Parser {
 public:
  Parser(std::string_view text, char separator) : text_(text), separator_(separator) {}

  std::vector<CsvRow> rows() {
    while (at_ < text_.size()) read_row();
    return std::move(rows_);
  }

 private:
  void read_row() {
    CsvRow row{line_, {}};
    do row.cells.push_back(read_cell());
    while (at_ < text_.size() && text_[at_] == separator_ && ++at_);
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
    const bool empty = std::ranges::all_of(row.cells, [](const std::string& cell) { return cell.empty(); });
    if (!empty) rows_.push_back(std::move(row));
  }

  std::string read_cell() {
    std::string cell;
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted();
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') cell += text_[at_++];
    return std::string(trim(cell));
  }

  std::string read_quoted() {
    std::string cell;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') cell += text_[at_];
      else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') cell += text_[++at_];
      else break;
    }
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    return std::string(trim(cell));
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::vector<CsvRow> rows_;
};

bool is_formula(std::string_view cell) {
  while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
  if (cell.empty()) return false;
  // Full-width signs count as well where the spreadsheet's language is Chinese or Japanese.
  for (const std::string_view sign : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
    if (cell.starts_with(sign)) return true;
  return false;
}

std::string written(std::string_view cell) {
  std::string out = is_formula(cell) ? "'" : "";
  out += cell;
  if (out.find_first_of(",;\"\t\r\n") == std::string::npos) return out;
  return '"' + replace_all(std::move(out), "\"", "\"\"") + '"';
}

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  return Parser(text, separator_of(text)).rows();
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + written(cells[i]);
  return line + "\r\n";
}

}  // namespace twofold::archive
