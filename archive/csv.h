#pragma once
// Tables as spreadsheets write them.

#include <string>
#include <string_view>
#include <vector>

namespace twofold::archive {

struct CsvRow {
  int line = 1;                      // where it begins, from 1
  std::vector<std::string> cells;    // trimmed
};

// UTF-8 or GB18030 in, UTF-8 out. The separator is told by the first line: comma, semicolon or tab. Empty rows are left out.
std::vector<CsvRow> parse_csv(std::string_view bytes);

// What a file begins with, so that spreadsheets take it for UTF-8.
inline constexpr std::string_view kCsvMark = "\xEF\xBB\xBF";
// A row as spreadsheets read it, with its line end. A cell that they would take for a formula begins with ' instead.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace twofold::archive
