#include "bench/search/noise.h"

#include "base/text.h"

#include <opencc/opencc.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace twofold::bench {
namespace {

bool is_plain_han(char32_t c) { return c >= 0x4e00 && c <= 0x9fff; }
bool is_plain_letter(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Groups of characters that recognisers take for one another.
const std::vector<std::u32string>& look_alikes() {
  static const std::vector<std::u32string> groups{
      U"己已巳", U"未末木",   U"人入八", U"日曰目", U"土士工", U"大太犬", U"千干于",   U"天夫无", U"贝见",   U"今令",
      U"王玉主", U"申甲由电", U"问间闻", U"侍待持", U"治冶",   U"析折拆", U"情清请晴", U"偿赏",   U"帐账胀", U"末来",
      U"期朝",   U"款欸",     U"合台含", U"同问向", U"客容",   U"户尸",   U"额颜",     U"度席",   U"信倍",   U"用甩",
      U"元无",   U"万方",     U"还环",   U"计汁",   U"划刘",   U"每母",   U"贷货",     U"货贸",   U"付什",   U"利和",
      U"率卒",   U"经径",     U"理埋",   U"投没",   U"诉拆",   U"员贝",   U"会公",     U"约的",   U"定走",   U"订计",
      U"乙己",   U"方力",     U"由曲",   U"应庆",   U"场扬",   U"租粗",   U"金全",     U"年午牛", U"月用",   U"促捉",
      U"销锁",   U"活话",     U"动功",   U"务各",   U"量重",   U"价介",   U"品晶",     U"复夏",   U"处外",   U"限跟",
      U"团困",   U"司可",     U"有冇",   U"北比",   U"京哀",   U"上土",   U"海每",     U"东车",   U"西酉",   U"南商",
      U"长张",   U"O0oQD",    U"1lIi",   U"5S",     U"8B3",    U"2Z",     U"6b",       U"9gq",    U"cea",    U"nhr",
      U"uv",     U"tf",       U"mn"};
  return groups;
}

class Misreader {
 public:
  Misreader(const std::vector<Paper>& papers, std::uint64_t seed) : random_(seed, "noise") {
    for (const auto& group : look_alikes())
      for (const char32_t c : group) alike_[c] = &group;
    std::map<char32_t, int> seen;
    for (const auto& paper : papers)
      for (const auto& page : paper.document.pages)
        for (const char32_t c : to_code_points(page.text)) seen[c] += is_plain_han(c);
    std::vector<std::pair<int, char32_t>> ranked;
    for (const auto& [c, count] : seen) ranked.emplace_back(count, c);
    std::ranges::sort(ranked, std::greater{});
    for (std::size_t i = 0; i < std::min<std::size_t>(ranked.size(), 1500); ++i) common_.push_back(ranked[i].second);
  }

  void misread(indexer::PageText& page, const Noise& noise) {
    const std::u32string right = to_code_points(page.text);
    std::u32string read = right;
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < read.size(); ++i) {
      if ((!is_plain_han(read[i]) && !is_plain_letter(read[i])) || !random_.chance(noise.wrong)) continue;
      read[i] = instead_of(read[i]);
      if (random_.chance(noise.second_readings)) known.push_back(i);
    }
    page.text = to_utf8(read);
    for (const std::size_t at : known) page.second_readings.push_back(around(right[at], read, at));
  }

 private:
  // Half of the errors look alike, where there is such a character.
  char32_t instead_of(char32_t c) {
    if (const auto found = alike_.find(c); found != alike_.end() && random_.chance(0.5)) {
      const char32_t other = (*found->second)[random_.next() % found->second->size()];
      if (other != c) return other;
    }
    if (is_plain_han(c)) return common_[random_.next() % common_.size()];
    if (c >= '0' && c <= '9') return U"0123456789"[random_.next() % 10];
    return U"abcdefghijklmnopqrstuvwxyz"[random_.next() % 26];
  }

  // A recogniser's alternative is a word: the character and what was read on both sides of it.
  static std::string around(char32_t right, const std::u32string& read, std::size_t at) {
    const auto belongs = [&](char32_t c) { return is_plain_han(right) ? is_plain_han(c) : is_plain_letter(c); };
    const std::size_t reach = is_plain_han(right) ? 1 : 20;
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && at - begin < reach && belongs(read[begin - 1])) --begin;
    while (end < read.size() && end - at <= reach && belongs(read[end])) ++end;
    std::u32string word = read.substr(begin, end - begin);
    word[at - begin] = right;
    return to_utf8(word);
  }

  samples::Random random_;
  std::unordered_map<char32_t, const std::u32string*> alike_;
  std::vector<char32_t> common_;
};

}  // namespace

std::vector<Paper> with_noise(std::vector<Paper> papers, const Noise& noise, std::uint64_t seed) {
  Misreader reader(papers, seed);
  for (auto& paper : papers) {
    for (auto& page : paper.document.pages) reader.misread(page, noise);
    if (!noise.titles) continue;
    indexer::PageText title{1, paper.document.title, {}};
    reader.misread(title, {noise.wrong, 0, true});
    paper.document.title = title.text;
  }
  return papers;
}

std::string traditional(const std::string& text) {
  static const opencc::SimpleConverter converter("s2t.json");
  return converter.Convert(text);
}

std::string full_width(const std::string& text) {
  std::u32string wide = to_code_points(text);
  for (char32_t& c : wide)
    if (c > 0x20 && c < 0x7f) c += 0xfee0;
  return to_utf8(wide);
}

std::string spaced(const std::string& text, samples::Random& random) {
  std::u32string wide;
  const auto letters = to_code_points(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    wide += letters[i];
    if (i + 1 < letters.size() && is_plain_han(letters[i]) && is_plain_han(letters[i + 1]) && random.chance(0.4))
      wide += U' ';
  }
  return to_utf8(wide);
}

}  // namespace twofold::bench
