#include "indexer/pinyin.h"

#include "base/text.h"
#include "indexer/fold.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/translit.h>
#include <unordered_map>

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

class Syllables {
 public:
  Syllables() {
    UErrorCode status = U_ZERO_ERROR;
    transliterator_.reset(icu::Transliterator::createInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower", UTRANS_FORWARD, status));
  }

  // The readings of a folded character: of Han its syllables, of a letter or digit itself, of anything else nothing.
  const std::vector<std::string>& operator()(char32_t c) {
    const auto known = known_.find(c);
    return known != known_.end() ? known->second : known_.emplace(c, readings(c)).first->second;
  }

 private:
  std::vector<std::string> readings(char32_t c) const {
    if (!is_han(c)) return is_letter_or_digit(c) ? std::vector{to_utf8(std::u32string_view(&c, 1))} : std::vector<std::string>{};
    const auto twice = std::ranges::find(kReadTwice, c, &std::pair<char32_t, std::array<std::string_view, 2>>::first);
    if (twice != std::end(kReadTwice)) return {twice->second.begin(), twice->second.end()};
    icu::UnicodeString text(static_cast<UChar32>(c));
    if (transliterator_) transliterator_->transliterate(text);
    std::string syllable, letters;
    text.toUTF8String(syllable);
    std::ranges::copy_if(syllable, std::back_inserter(letters), [](char letter) { return letter >= 'a' && letter <= 'z'; });
    if (letters.empty()) return {};
    // 吕 is lu to ICU and lv on a keyboard.
    if (c == U'吕' || c == U'绿' || c == U'律' || c == U'旅' || c == U'铝') return {"lv", "lu"};
    if (c == U'女') return {"nv", "nu"};
    return {letters};
  }

  std::unique_ptr<icu::Transliterator> transliterator_;
  std::unordered_map<char32_t, std::vector<std::string>> known_;  // ICU takes its time over each
};

}  // namespace

std::vector<Pinyin> pinyins_of(std::string_view name) {
  thread_local Syllables syllables;
  const std::u32string folded = fold(name).text;
  if (std::ranges::none_of(folded, is_han)) return {};
  std::vector<Pinyin> ways{{}};
  for (const char32_t c : folded) {
    const auto& readings = syllables(c);
    std::vector<Pinyin> longer;
    for (const auto& reading : readings)
      for (const auto& way : ways)
        if (longer.size() < kMostReadings) longer.push_back({way.full + reading, way.initials + reading.substr(0, 1)});
    if (!longer.empty()) ways = std::move(longer);
  }
  return ways;
}

}  // namespace twofold::indexer
