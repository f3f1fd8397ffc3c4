#include "indexer/pinyin.h"

#include "base/text.h"
#include "indexer/fold.h"
#include "indexer/syllables/table.h"

#include <algorithm>
#include <array>

// Part of the program as it is, like the table of folding.
asm(".section .rodata\n"
    ".balign 16\n"
    "twofold_syllable_pages:\n"
    ".incbin \"" TWOFOLD_SYLLABLES_FILE "\", 0, 8704\n"
    "twofold_syllables:\n"
    ".incbin \"" TWOFOLD_SYLLABLES_FILE "\", 8704, 4096\n"
    "twofold_syllable_numbers:\n"
    ".incbin \"" TWOFOLD_SYLLABLES_FILE "\", 12800\n"
    ".previous\n");
extern const std::uint16_t twofold_syllable_pages[] asm("twofold_syllable_pages");
extern const char twofold_syllables[] asm("twofold_syllables");
extern const std::uint16_t twofold_syllable_numbers[] asm("twofold_syllable_numbers");

namespace twofold::indexer {
namespace {

constexpr std::size_t kMostReadings = 4;

// Characters of names and places that ICU reads in one way and people in another; the first reading is ICU's own
// where it has it.
constexpr std::pair<char32_t, std::array<std::string_view, 2>> kReadTwice[] = {
    {U'行', {"xing", "hang"}},   {U'重', {"zhong", "chong"}}, {U'长', {"zhang", "chang"}}, {U'乐', {"le", "yue"}},  {U'厦', {"xia", "sha"}},
    {U'单', {"dan", "shan"}},    {U'曾', {"ceng", "zeng"}},   {U'解', {"jie", "xie"}},     {U'仇', {"chou", "qiu"}}, {U'区', {"qu", "ou"}},
    {U'查', {"cha", "zha"}},     {U'盖', {"gai", "ge"}},      {U'朴', {"pu", "piao"}},     {U'都', {"dou", "du"}},   {U'晟', {"sheng", "cheng"}},
    {U'藏', {"cang", "zang"}},   {U'会', {"hui", "kuai"}},    {U'石', {"shi", "dan"}},     {U'大', {"da", "dai"}},   {U'参', {"can", "shen"}},
    {U'朝', {"chao", "zhao"}},   {U'调', {"diao", "tiao"}},   {U'传', {"chuan", "zhuan"}}, {U'弹', {"dan", "tan"}},  {U'缪', {"miao", "mou"}}};

static_assert(syllables::kPages * sizeof(std::uint16_t) == 8704 && syllables::kMostSyllables * syllables::kLongest == 4096,
              "where the parts of the table begin");

// As ICU reads it; "" where it does not.
std::string syllable_of(char32_t c) {
  const auto number = twofold_syllable_numbers[twofold_syllable_pages[c / syllables::kPageSize] * syllables::kPageSize + c % syllables::kPageSize];
  return twofold_syllables + number * syllables::kLongest;
}

// The readings of a folded character: of Han its syllables, of a letter or digit itself, of anything else nothing.
std::vector<std::string> readings_of(char32_t c) {
  if (!is_han(c)) return is_letter_or_digit(c) ? std::vector{to_utf8(std::u32string_view(&c, 1))} : std::vector<std::string>{};
  const auto twice = std::ranges::find(kReadTwice, c, &std::pair<char32_t, std::array<std::string_view, 2>>::first);
  if (twice != std::end(kReadTwice)) return {twice->second.begin(), twice->second.end()};
  auto letters = syllable_of(c);
  if (letters.empty()) return {};
  // 吕 is lu to ICU and lv on a keyboard.
  if (c == U'吕' || c == U'绿' || c == U'律' || c == U'旅' || c == U'铝') return {"lv", "lu"};
  if (c == U'女') return {"nv", "nu"};
  return {std::move(letters)};
}

}  // namespace

std::vector<Pinyin> pinyins_of(std::string_view name) {
  const std::u32string folded = fold(name).text;
  if (std::ranges::none_of(folded, is_han)) return {};
  std::vector<Pinyin> ways{{}};
  for (const char32_t c : folded) {
    const auto readings = readings_of(c);
    std::vector<Pinyin> longer;
    for (const auto& reading : readings)
      for (const auto& way : ways)
        if (longer.size() < kMostReadings) longer.push_back({way.full + reading, way.initials + reading.substr(0, 1)});
    if (!longer.empty()) ways = std::move(longer);
  }
  return ways;
}

}  // namespace twofold::indexer
