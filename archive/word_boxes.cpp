#include "archive/word_boxes.h"

#include "archive/words_record.h"
#include "base/text.h"
#include "catalog/items.h"
#include "indexer/index.h"

#include <algorithm>

namespace twofold::archive {
namespace {

// How far on in the text a word is looked for that does not stand where it is due, in characters.
constexpr std::size_t kReach = 40;

bool is_space(char32_t c) { return c <= U' ' || c == U'\u3000' || c == U'\u00A0'; }

// A text without its white space, and where each character began.
struct Dense {
  std::u32string characters;
  std::vector<int> begins;
};

std::size_t bytes_of(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

Dense dense(const std::string& text) {
  Dense out;
  std::size_t at = 0;
  for (const char32_t c : to_code_points(text)) {
    if (!is_space(c)) {
      out.characters += c;
      out.begins.push_back(static_cast<int>(at));
    }
    at += bytes_of(c);
  }
  return out;
}

bool touches(const std::vector<std::pair<int, int>>& ranges, int first, int last) {
  return std::ranges::any_of(ranges, [&](const auto& range) { return range.first <= last && first < range.second; });
}

}  // namespace

std::vector<scanner::Box> boxes_of_ranges(const std::vector<scanner::Word>& words, const std::string& text,
                                          const std::vector<std::pair<int, int>>& ranges) {
  const Dense page = dense(text);
  std::vector<scanner::Box> boxes;
  std::size_t due = 0;
  for (const auto& word : words) {
    const std::u32string wanted = dense(word.text).characters;
    if (wanted.empty()) continue;
    const auto ahead = std::u32string_view(page.characters).substr(due, kReach + wanted.size()).find(wanted);
    if (ahead == std::u32string_view::npos) continue;
    const std::size_t first = due + ahead;
    due = first + wanted.size();
    if (touches(ranges, page.begins[first], page.begins[due - 1])) boxes.push_back(word.box);
  }
  return boxes;
}

std::optional<WordBoxes> find_word_boxes(Archive& archive, std::int64_t item_id, int page, const std::string& question) {
  const auto& database = archive.database();
  const auto stored = catalog::object_of(database, item_id, "words");
  const auto text = catalog::find_page(database, item_id, page);
  if (!stored || !text) return std::nullopt;
  const auto words = words_of_page(read_file(archive.store().path_of(stored->sha256)), page);
  if (!words) return std::nullopt;
  const auto ranges = indexer::IndexReader::find_words(question, text->text);
  return WordBoxes{words->width, words->height, boxes_of_ranges(words->words, text->text, ranges)};
}

}  // namespace twofold::archive
