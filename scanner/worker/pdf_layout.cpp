#include "scanner/worker/pdf_layout.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace twofold::scanner {
namespace {

// In heights of the letters: gaps that part words, and cells; how wide running text is, other than cells of a table.
constexpr double kSpace = 0.15, kCellGap = 0.9, kNarrowestColumn = 12;
constexpr std::size_t kFewestLines = 3;

struct Segment {   // words of one line without a wide gap
  std::string text;
  double left = 0, right = 0;
};

struct Row {
  double top = 0, bottom = 0, height = 0;  // of its largest word
  std::vector<PlacedWord> words;
  std::vector<Segment> segments;
};

struct Gap {
  double left = 0, right = 0;
};

// Han characters and what is set among them stand without spaces.
bool wide_at(const std::string& text, bool at_end) {
  const std::u32string code_points = to_code_points(text);
  if (code_points.empty()) return false;
  const char32_t c = at_end ? code_points.back() : code_points.front();
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000;
}

// Places as they are when the page is turned so that the word reads from left to right.
void upright(PlacedWord& word) {
  const PlacedWord was = word;
  const auto place = [&](double left, double top, double right, double bottom) {
    word.left = left;
    word.top = top;
    word.right = right;
    word.bottom = bottom;
  };
  if (was.turns == 1) place(was.top, -was.right, was.bottom, -was.left);
  if (was.turns == 2) place(-was.right, -was.bottom, -was.left, -was.top);
  if (was.turns == 3) place(-was.bottom, was.left, -was.top, was.right);
}

void put(Row& row, PlacedWord word) {
  const double height = word.bottom - word.top;
  if (height > row.height) {
    row.top = word.top;
    row.bottom = word.bottom;
    row.height = height;
  }
  row.words.push_back(std::move(word));
}

std::vector<Row> cluster(std::vector<PlacedWord> words) {
  std::ranges::stable_sort(words, {}, [](const PlacedWord& word) { return word.top + word.bottom; });
  std::vector<Row> rows;
  for (PlacedWord& word : words) {
    const double middle = (word.top + word.bottom) / 2;
    if (rows.empty() || middle > rows.back().bottom - rows.back().height * 0.2) rows.emplace_back();
    put(rows.back(), std::move(word));
  }
  return rows;
}

// Small letters, such as those of exponents and notes, belong to the row they touch.
std::vector<Row> rows_of(std::vector<PlacedWord> words) {
  if (words.empty()) return {};
  const auto height = [](const PlacedWord& word) { return word.bottom - word.top; };
  std::vector<PlacedWord> by_height = words;
  const auto middle = by_height.begin() + static_cast<std::ptrdiff_t>(by_height.size() / 2);
  std::ranges::nth_element(by_height, middle, {}, height);
  const double usual = height(*middle);
  const auto small =
      std::ranges::stable_partition(words, [&](const PlacedWord& word) { return height(word) >= 0.75 * usual; });
  std::vector<PlacedWord> alone, raised(std::make_move_iterator(small.begin()), std::make_move_iterator(small.end()));
  words.erase(small.begin(), small.end());
  std::vector<Row> rows = cluster(std::move(words));
  for (PlacedWord& word : raised) {
    const auto touched = std::ranges::find_if(rows, [&](const Row& row) {
      return std::min(row.bottom, word.bottom) - std::max(row.top, word.top) > 0.4 * height(word);
    });
    if (touched != rows.end()) put(*touched, std::move(word));
    else alone.push_back(std::move(word));
  }
  for (Row& row : cluster(std::move(alone))) rows.push_back(std::move(row));
  std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.top + row.bottom; });
  return rows;
}

void make_segments(Row& row) {
  std::ranges::stable_sort(row.words, {}, &PlacedWord::left);
  const PlacedWord* last = nullptr;
  for (const PlacedWord& word : row.words) {
    const double gap = last ? word.left - last->right : 0;
    if (!last || gap > kCellGap * row.height) {
      row.segments.push_back({word.text, word.left, word.right});
    } else {
      Segment& segment = row.segments.back();
      const bool wide = wide_at(last->text, true) && wide_at(word.text, false);
      const bool parted = wide ? gap > 0.5 * row.height : last->space_after || gap > kSpace * row.height;
      segment.text += (parted ? " " : "") + word.text;
      segment.right = std::max(segment.right, word.right);
    }
    last = &word;
  }
}

// What stays empty from top to bottom of the rows seen so far, between the leftmost and the rightmost.
class Gutters {
 public:
  // Whether the rows still have a gutter with this one among them; if not, nothing changes.
  bool take(const Row& row) {
    std::vector<Gap> covered = covered_;
    for (const Segment& segment : row.segments) covered.push_back({segment.left, segment.right});
    std::ranges::sort(covered, {}, &Gap::left);
    std::vector<Gap> merged;
    for (const Gap& one : covered) {
      if (merged.empty() || one.left > merged.back().right + narrowest(row)) merged.push_back(one);
      else merged.back().right = std::max(merged.back().right, one.right);
    }
    if (merged.size() < 2 && !covered_.empty()) return false;
    covered_ = std::move(merged);
    return covered_.size() >= 2 || row.segments.size() == 1;
  }
  // The columns between the gutters.
  const std::vector<Gap>& columns() const { return covered_; }

 private:
  static double narrowest(const Row& row) { return row.height * kCellGap; }
  std::vector<Gap> covered_;
};

using Line = std::pair<double, std::string>;  // fill of its column, text

// The lines of a column, top down.
std::vector<Line> lines_in(std::span<const Row> rows, const Gap& column) {
  std::vector<Line> lines;
  const double width = std::max(1.0, column.right - column.left);
  for (const Row& row : rows) {
    Line line{0, {}};
    for (const Segment& segment : row.segments) {
      const double middle = (segment.left + segment.right) / 2;
      if (middle < column.left || middle > column.right) continue;
      line.first += (segment.right - segment.left) / width;
      line.second += (line.second.empty() ? "" : "\t") + segment.text;
    }
    if (!line.second.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

bool running_text(const std::vector<Line>& lines, const Gap& column, double height) {
  const auto full = std::ranges::count_if(lines, [](const Line& line) { return line.first > 0.75; });
  const bool wide = column.right - column.left >= kNarrowestColumn * height;
  return wide && lines.size() >= kFewestLines && static_cast<std::size_t>(full) * 2 > lines.size();
}

void add_rows(std::span<const Row> rows, std::string& out) {
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.segments.size(); ++i) out += (i > 0 ? "\t" : "") + row.segments[i].text;
    out += '\n';
  }
}

// Whether a row has wide gaps inside of a column, as no running text has.
bool has_cells(const Row& row, const std::vector<Gap>& columns) {
  return std::ranges::any_of(columns, [&](const Gap& column) {
    return std::ranges::count_if(row.segments, [&](const Segment& segment) {
             const double middle = (segment.left + segment.right) / 2;
             return middle >= column.left && middle <= column.right;
           }) > 1;
  });
}

// Rows with common gutters: columns if most of them hold running text, a table if not. A table before or behind the
// columns may happen to leave their gutter free.
void add_block(std::span<const Row> rows, const std::vector<Gap>& columns, std::string& out) {
  std::size_t before = 0, behind = 0;
  while (before < rows.size() && has_cells(rows[before], columns)) ++before;
  while (behind + before < rows.size() && has_cells(rows[rows.size() - 1 - behind], columns)) ++behind;
  const auto middle = rows.subspan(before, rows.size() - before - behind);
  std::vector<std::vector<Line>> all;
  std::size_t running = 0;
  for (const Gap& column : columns) {
    if (middle.empty()) break;
    all.push_back(lines_in(middle, column));
    running += running_text(all.back(), column, middle[middle.size() / 2].height);
  }
  if (running < 2 || running < columns.size()) return add_rows(rows, out);
  add_rows(rows.first(before), out);
  for (const auto& lines : all) {
    for (const Line& line : lines) out += line.second + '\n';
  }
  add_rows(rows.last(behind), out);
}

}  // namespace

std::string in_reading_order(std::vector<PlacedWord> words) {
  std::array<std::size_t, 4> counts{};
  for (const PlacedWord& word : words) ++counts.at(static_cast<std::size_t>(word.turns & 3));
  const int most = static_cast<int>(std::ranges::max_element(counts) - counts.begin());
  std::string aside;
  std::erase_if(words, [&](const PlacedWord& word) {
    if (word.turns == most) return false;
    aside += word.text + (word.space_after ? ' ' : '\n');
    return true;
  });
  std::ranges::for_each(words, upright);
  std::vector<Row> rows = rows_of(std::move(words));
  std::ranges::for_each(rows, make_segments);
  std::string out;
  for (std::size_t from = 0; from < rows.size();) {
    Gutters gutters;
    std::size_t to = from;
    while (to < rows.size() && gutters.take(rows[to])) ++to;
    to = std::max(to, from + 1);
    add_block(std::span(rows).subspan(from, to - from), gutters.columns(), out);
    from = to;
  }
  return out + aside;
}

}  // namespace twofold::scanner
