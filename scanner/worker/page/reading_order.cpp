#include "scanner/worker/page/reading_order.h"

#include "base/text.h"
#include "scanner/worker/page/image.h"
#include "scanner/worker/page/page_text.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>

namespace twofold::scanner {
namespace {

// Words that stay together: a block of running text, the part of another line between two wide gaps, or a table's cell.
struct Block {
  std::vector<Word> words;
  cv::Rect box;
  double letters = 0;  // cells of the width of a Latin letter
  bool prose = false;
};
using Blocks = std::vector<Block>;

cv::Rect rect_of(const Box& box) { return {box.left, box.top, box.width, box.height}; }

double width_in_letters(const Word& word) {
  const auto [wide, all] = wide_letters(word);
  return wide + all;
}

template <class AnyWord>
Block block_of(const std::vector<AnyWord>& words) {
  Block block;
  block.box = rect_of(words.front().box);
  for (const AnyWord& word : words) {
    block.box |= rect_of(word.box);
    block.letters += width_in_letters(word);
    block.words.push_back(word);
  }
  return block;
}

// Full lines of running text, not the short entries of a form.
bool is_prose(const Block& block) {
  constexpr double kFilled = 0.55, kLongEnough = 16, kWidestGap = 3;
  std::map<int, cv::Rect> lines;
  std::map<int, double> letters;
  int last_line = -1, last_right = 0, gaps = 0;
  for (const Word& word : block.words) {
    const auto [at, fresh] = lines.emplace(word.line, rect_of(word.box));
    if (!fresh) at->second |= rect_of(word.box);
    letters[word.line] += width_in_letters(word);
    gaps += word.line == last_line && word.box.left - last_right > kWidestGap * at->second.height ? 1 : 0;
    last_line = word.line;
    last_right = word.box.left + word.box.width;
  }
  const auto full = std::ranges::count_if(lines, [&](const auto& line) {
    return line.second.width > kFilled * block.box.width && letters[line.first] >= kLongEnough;
  });
  return lines.size() >= 3 && full * 2 > static_cast<long>(lines.size()) && gaps * 4 < static_cast<int>(lines.size());
}

// The smallest cell: a frame round a table encloses its cells.
int cell_of(const Word& word, const std::vector<cv::Rect>& cells) {
  const cv::Point middle(word.box.left + word.box.width / 2, word.box.top + word.box.height / 2);
  int found = -1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool smaller = found < 0 || cells[i].area() < cells[static_cast<std::size_t>(found)].area();
    if (smaller && cells[i].contains(middle)) found = static_cast<int>(i);
  }
  return found;
}

// A field that holds this much is a frame around other things.
bool is_frame(const Block& cell) {
  constexpr int kMostLines = 6;
  int lines = 0, last = -1;
  for (const Word& word : cell.words) {
    lines += word.line != last ? 1 : 0;
    last = word.line;
  }
  return lines > kMostLines;
}

// The parts of lines between wide gaps.
void add_line_parts(const std::vector<Word>& words, Blocks& blocks) {
  constexpr double kColumnGap = 1.8;  // of the line's height
  std::vector<Word> open;
  for (const Word& word : words) {
    if (!open.empty()) {
      const Word& last = open.back();
      const int gap = word.box.left - last.box.left - last.box.width;
      if (last.line != word.line || gap > kColumnGap * std::max(last.box.height, word.box.height)) {
        blocks.push_back(block_of(open));
        open.clear();
      }
    }
    open.push_back(word);
  }
  if (!open.empty()) blocks.push_back(block_of(open));
}

Blocks blocks_of(const std::vector<ReadWord>& words, const std::vector<cv::Rect>& cells) {
  std::map<int, std::vector<ReadWord>> in_cells, in_blocks;
  for (const ReadWord& word : words) {
    const int cell = cell_of(word, cells);
    if (cell >= 0) in_cells[cell].push_back(word);
    else in_blocks[word.block].push_back(word);
  }
  Blocks blocks;
  for (const auto& [cell, inside] : in_cells) {
    Block block = block_of(inside);
    if (is_frame(block)) {
      for (const ReadWord& word : inside) in_blocks[word.block].push_back(word);
    } else {
      blocks.push_back(std::move(block));
    }
  }
  for (const auto& [number, inside] : in_blocks) {
    Block block = block_of(inside);
    block.prose = is_prose(block);
    if (block.prose) blocks.push_back(std::move(block));
    else add_line_parts(block.words, blocks);
  }
  return blocks;
}

// Blocks side by side become one row: by their middles, from the top down and from left to right.
std::vector<Blocks> rows_of(Blocks blocks) {
  constexpr int kMostUneven = 4;
  std::ranges::sort(blocks, {}, [](const Block& b) { return b.prose ? b.box.y * 2 : b.box.y * 2 + b.box.height; });
  std::vector<Blocks> rows;
  std::vector<std::pair<int, int>> spans;  // what the row's first block covers
  for (Block& block : blocks) {
    const int top = block.box.y, bottom = block.box.y + block.box.height;
    bool joined = false;
    for (std::size_t i = rows.size(); i-- > 0 && i + 4 > rows.size() && !joined && !block.prose;) {
      const int overlap = std::min(bottom, spans[i].second) - std::max(top, spans[i].first);
      const int smaller = std::min(bottom - top, spans[i].second - spans[i].first);
      const int larger = std::max(bottom - top, spans[i].second - spans[i].first);
      if (rows[i].front().prose || overlap * 2 <= smaller || larger > kMostUneven * smaller) continue;
      rows[i].push_back(std::move(block));
      joined = true;
    }
    if (joined) continue;
    rows.push_back({});
    rows.back().push_back(std::move(block));
    spans.emplace_back(top, bottom);
  }
  for (Blocks& row : rows) std::ranges::sort(row, {}, [](const Block& b) { return b.box.x; });
  return rows;
}

bool mostly_prose(const Blocks& blocks) {
  double prose = 0, all = 0;
  for (const Block& block : blocks) {
    prose += block.prose ? block.letters : 0;
    all += block.letters;
  }
  return all > 0 && prose > 0.5 * all;
}

// Where a white gutter parts the blocks into sides of running text; 0: nowhere.
int prose_gutter(const Blocks& blocks) {
  std::vector<std::pair<int, int>> spans;
  for (const Block& block : blocks) spans.emplace_back(block.box.x, block.box.x + block.box.width);
  std::ranges::sort(spans);
  int reached = spans.empty() ? 0 : spans.front().second;
  for (const auto& [from, to] : spans) {
    if (from > reached) {
      Blocks left, right;
      for (const Block& block : blocks) (block.box.x < from ? left : right).push_back(block);
      if (mostly_prose(left) && mostly_prose(right)) return from;
    }
    reached = std::max(reached, to);
  }
  return 0;
}

int columns_in(const Blocks& blocks) {
  const int gutter = prose_gutter(blocks);
  if (gutter == 0) return 1;
  Blocks right;
  for (const Block& block : blocks) {
    if (block.box.x >= gutter) right.push_back(block);
  }
  return 1 + columns_in(right);
}

// Bands of the page that no block crosses, from the top.
std::vector<Blocks> bands_of(Blocks blocks) {
  std::ranges::sort(blocks, {}, [](const Block& b) { return b.box.y; });
  std::vector<Blocks> bands;
  int reached = -1;
  for (Block& block : blocks) {
    if (bands.empty() || block.box.y > reached) bands.emplace_back();
    reached = std::max(reached, block.box.y + block.box.height);
    bands.back().push_back(std::move(block));
  }
  return bands;
}

class Order {
 public:
  // The longest runs of bands that stand in columns; all others row by row.
  void page(const Blocks& blocks) {
    constexpr std::size_t kMostBands = 60;
    const auto bands = bands_of(blocks);
    for (std::size_t i = 0; i < bands.size();) {
      Blocks together, in_columns;
      std::size_t end = i;
      int most = 2;  // a heading across two of three columns ends them
      for (std::size_t j = i; j < std::min(bands.size(), i + kMostBands); ++j) {
        together.insert(together.end(), bands[j].begin(), bands[j].end());
        const int count = columns_in(together);
        if (count < most) continue;
        most = count;
        in_columns = together;
        end = j + 1;
      }
      if (end > i) columns(in_columns);
      else rows(bands[i]);
      i = std::max(end, i + 1);
    }
  }

  std::vector<Word> words;

 private:
  void columns(const Blocks& blocks) {
    const int gutter = prose_gutter(blocks);
    if (gutter == 0) return rows(blocks);
    Blocks left, right;
    for (const Block& block : blocks) (block.box.x < gutter ? left : right).push_back(block);
    rows(left);
    columns(right);
  }

  void rows(const Blocks& blocks) {
    for (const Blocks& row : rows_of(blocks)) {
      for (const Block& block : row) add(block);
      ++line_;
    }
  }

  void add(const Block& block) {
    int last = block.words.front().line;
    for (Word word : block.words) {
      if (block.prose && word.line != last) ++line_;
      last = word.line;
      word.line = line_;
      words.push_back(std::move(word));
    }
  }

  int line_ = 0;
};

// Long, thin and dark; a line of close-set writing is long but not thin.
cv::Mat ruled(const cv::Mat& dark, const cv::Size& along, const cv::Size& across) {
  cv::Mat lines, thick;
  cv::morphologyEx(dark, lines, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, along));
  cv::morphologyEx(lines, thick, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, across));
  return lines - thick;
}

}  // namespace

std::vector<cv::Rect> find_cells(const cv::Mat& grey, double dpi) {
  constexpr double kSearchDpi = 150, kShortestAcross = 1, kShortestDown = 0.5, kThickest = 0.045;  // inches, of a rule
  constexpr double kLeastWidth = 0.2, kLeastHeight = 0.12;
  constexpr std::size_t kFewest = 4;
  const double scale = std::min(1.0, kSearchDpi / dpi);
  cv::Mat small = grey, dark;
  if (scale < 1) small = shrunk(grey, scale);
  cv::adaptiveThreshold(small, dark, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, 25, 18);
  const double inch = dpi * scale;
  const int across = static_cast<int>(kShortestAcross * inch), down = static_cast<int>(kShortestDown * inch),
            thickness = std::max(2, static_cast<int>(kThickest * inch));
  cv::Mat labels, boxes, centres;
  cv::Mat rules = ruled(dark, {across, 1}, {1, thickness}) | ruled(dark, {1, down}, {thickness, 1});
  if (cv::countNonZero(rules) == 0) return {};
  cv::dilate(rules, rules, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
  const int count = cv::connectedComponentsWithStats(255 - rules, labels, boxes, centres, 4, CV_32S);
  std::vector<cv::Rect> cells;
  for (int i = 1; i < count; ++i) {
    const int* box = boxes.ptr<int>(i);
    if (box[0] <= 1 || box[1] <= 1 || box[0] + box[2] >= rules.cols - 1 || box[1] + box[3] >= rules.rows - 1) continue;
    if (box[2] < kLeastWidth * inch || box[3] < kLeastHeight * inch) continue;
    const auto full = [scale](int pixels) { return static_cast<int>(pixels / scale); };
    cells.emplace_back(full(box[0]), full(box[1]), full(box[2]), full(box[3]));
  }
  if (cells.size() < kFewest) cells.clear();
  return cells;
}

namespace {

// Spaces, and upright rules taken for a letter.
void drop_what_is_no_word(std::vector<ReadWord>& words) {
  constexpr int kTooTall = 3;
  std::erase_if(words, [](const Word& word) { return trim(word.text).empty(); });
  if (words.empty()) return;
  std::vector<int> heights;
  for (const Word& word : words) heights.push_back(word.box.height);
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  std::erase_if(words, [usual = *middle](const Word& word) {
    return word.box.height > kTooTall * usual && word.box.width * 4 < word.box.height && word.text.size() <= 3;
  });
}

}  // namespace

std::vector<Word> in_reading_order(std::vector<ReadWord> words, const std::vector<cv::Rect>& cells) {
  drop_what_is_no_word(words);
  if (words.empty()) return {};
  Order order;
  order.page(blocks_of(words, cells));
  return std::move(order.words);
}

}  // namespace twofold::scanner
