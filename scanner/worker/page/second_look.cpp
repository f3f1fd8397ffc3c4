#include "scanner/worker/page/second_look.h"

#include "base/text.h"
#include "scanner/worker/page/page_text.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>

namespace twofold::scanner {
namespace {

constexpr double kLeastSure = 75;     // confidence of words that were overlooked at first
constexpr std::size_t kMostRegions = 80;

cv::Rect rect_of(const Box& box) { return {box.left, box.top, box.width, box.height}; }

cv::Rect grown(const cv::Rect& box, int by, const cv::Size& within) {
  return cv::Rect(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by) & cv::Rect({}, within);
}

double mean_confidence(const std::vector<ReadWord>& words) {
  double sum = 0, letters = 0;
  for (const ReadWord& word : words) {
    const auto weight = static_cast<double>(word.text.size());
    sum += weight * static_cast<double>(word.confidence);
    letters += weight;
  }
  return letters > 0 ? sum / letters : 0;
}

// White where a word was read.
cv::Mat covered(const std::vector<ReadWord>& words, const cv::Size& size) {
  cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
  for (const ReadWord& word : words) {
    if (!trim(word.text).empty()) cv::rectangle(mask, rect_of(word.box), cv::Scalar(255), cv::FILLED);
  }
  return mask;
}

// Letters that no word covers, put together to fields: those of one cell, or near each other on a line.
std::vector<cv::Rect> overlooked(const Recognised& read, const StraightPage& page, const std::vector<cv::Rect>& cells) {
  constexpr std::size_t kFewest = 2, kFewestOutside = 4;
  const cv::Mat mask = covered(read.words, page.reading.size());
  std::map<int, std::vector<cv::Rect>> by_cell;
  std::vector<cv::Rect> fields;
  std::vector<std::size_t> counts;
  for (const cv::Rect& letter : page.letters) {
    const cv::Point middle(letter.x + letter.width / 2, letter.y + letter.height / 2);
    if (mask.at<unsigned char>(middle) != 0) continue;
    const auto cell = std::ranges::find_if(cells, [&](const cv::Rect& one) { return one.contains(middle); });
    if (cell != cells.end()) {
      by_cell[static_cast<int>(cell - cells.begin())].push_back(letter);
      continue;
    }
    const cv::Rect near(letter.x - 2 * letter.height, letter.y, letter.width + 4 * letter.height, letter.height);
    const auto joined = std::ranges::find_if(fields, [&](const cv::Rect& field) { return (field & near).area() > 0; });
    if (joined == fields.end()) {
      fields.push_back(letter);
      counts.push_back(1);
    } else {
      *joined |= letter;
      counts[static_cast<std::size_t>(joined - fields.begin())] += 1;
    }
  }
  std::vector<cv::Rect> result;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (counts[i] >= kFewestOutside && fields[i].width > fields[i].height / 2) result.push_back(fields[i]);
  }
  for (const auto& [cell, letters] : by_cell) {
    if (letters.size() >= kFewest) result.push_back(cells[static_cast<std::size_t>(cell)]);
  }
  if (result.size() > kMostRegions) result.resize(kMostRegions);
  return result;
}

class SecondLook {
 public:
  SecondLook(Recognised& read, const StraightPage& page, Script script, Recogniser& recogniser)
      : read_(read), page_(page), script_(script), recogniser_(recogniser) {
    for (const ReadWord& word : read.words) next_line_ = std::max(next_line_, word.line + 1);
    for (const ReadWord& word : read.words) next_block_ = std::max(next_block_, word.block + 1);
  }

  // What stands in `field` replaces the words that were read there, if it is surer and says more.
  void read_field(const cv::Rect& field) {
    const int margin = std::max(2, field.height / 8);
    const cv::Rect place = field.height > 12 ? grown(field, -2, page_.reading.size()) : field;
    Recognised found = closely(place, margin, 1, field.height > 2.2 * usual_height());
    std::erase_if(found.words, [](const ReadWord& word) { return trim(word.text).empty() || word.confidence < kLeastSure; });
    if (found.words.empty()) return;
    std::vector<ReadWord> before;
    for (const ReadWord& word : read_.words) {
      if (field.contains({word.box.left + word.box.width / 2, word.box.top + word.box.height / 2})) before.push_back(word);
    }
    if (letters_of(found.words) < std::max(2.0, letters_of(before) + 1)) return;
    replace(field, std::move(found.words));
  }

  // Lines of low confidence once more, enlarged.
  void read_unsure_lines() {
    constexpr double kUnsure = 82, kLarger = 1.35;
    std::map<int, std::vector<ReadWord>> lines;
    for (const ReadWord& word : read_.words) lines[word.line].push_back(word);
    for (const auto& [line, words] : lines) {
      const double confidence = mean_confidence(words);
      if (confidence >= kUnsure || letters_of(words) < 2) continue;
      cv::Rect box = rect_of(words.front().box);
      for (const ReadWord& word : words) box |= rect_of(word.box);
      Recognised found = closely(box, std::max(3, box.height / 5), kLarger, false);
      if (mean_confidence(found.words) > confidence + 3) replace_line(line, words.front().block, std::move(found.words));
    }
  }

  void renew_confidence() { read_.confidence = mean_confidence(read_.words); }

 private:
  static double letters_of(const std::vector<ReadWord>& words) {
    double letters = 0;
    for (const ReadWord& word : words) letters += wide_letters(word).second;
    return letters;
  }

  double usual_height() const {
    std::vector<int> heights;
    for (const cv::Rect& letter : page_.letters) heights.push_back(letter.height);
    if (heights.empty()) return 26;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
  }

  // A part of the page by itself, on white; boxes come back in pixels of the page.
  Recognised closely(const cv::Rect& part, int margin, double larger, bool lines) {
    const cv::Rect place = grown(part, larger > 1 ? margin : 0, page_.reading.size());
    if (place.area() == 0) return {};
    cv::Mat cut;
    cv::resize(page_.reading(place), cut, {}, larger, larger, larger > 1 ? cv::INTER_CUBIC : cv::INTER_AREA);
    cv::copyMakeBorder(cut, cut, margin, margin, margin, margin, cv::BORDER_CONSTANT, cv::Scalar(255));
    const double dpi = page_.reading_dpi * larger;
    Recognised found = lines ? recogniser_.read_block(cut, dpi, script_) : recogniser_.read_line(cut, dpi, script_);
    for (ReadWord& word : found.words) {
      const cv::Rect box = scaled({word.box.left - margin, word.box.top - margin, word.box.width, word.box.height}, 1 / larger) +
                           place.tl();
      const cv::Rect inside = box & cv::Rect({}, page_.reading.size());
      word.box = {inside.x, inside.y, inside.width, inside.height};
    }
    return found;
  }

  void replace(const cv::Rect& field, std::vector<ReadWord> words) {
    std::erase_if(read_.words, [&](const ReadWord& word) {
      return field.contains({word.box.left + word.box.width / 2, word.box.top + word.box.height / 2});
    });
    int last = -1;
    for (ReadWord& word : words) {
      if (last >= 0 && word.line != last) ++next_line_;
      last = word.line;
      word.line = next_line_;
      word.block = next_block_;
      read_.words.push_back(std::move(word));
    }
    ++next_line_;
    ++next_block_;
  }

  void replace_line(int line, int block, std::vector<ReadWord> words) {
    const auto at = std::ranges::find(read_.words, line, &ReadWord::line);
    const auto position = at - read_.words.begin();
    std::erase_if(read_.words, [line](const ReadWord& word) { return word.line == line; });
    for (ReadWord& word : words) {
      word.line = line;
      word.block = block;
    }
    read_.words.insert(read_.words.begin() + position, words.begin(), words.end());
  }

  Recognised& read_;
  const StraightPage& page_;
  const Script script_;
  Recogniser& recogniser_;
  int next_line_ = 0, next_block_ = 0;
};

}  // namespace

void look_again(Recognised& read, const StraightPage& page, const std::vector<cv::Rect>& cells, Accuracy accuracy,
                Script script, Recogniser& recogniser) {
  SecondLook look(read, page, script, recogniser);
  for (const cv::Rect& field : overlooked(read, page, cells)) look.read_field(field);
  if (accuracy == Accuracy::Best) look.read_unsure_lines();
  look.renew_confidence();
}

}  // namespace twofold::scanner
