#include "scanner/worker/documents/list_numbers.h"

#include "base/text.h"

#include <array>
#include <utility>

namespace twofold::scanner {
namespace {

std::string letters(int number, char first) {
  // After z comes aa, after aa comes bb.
  constexpr int kAlphabet = 26, kMostRepeated = 10;
  const int times = (number - 1) / kAlphabet + 1;
  if (times > kMostRepeated) return std::to_string(number);
  return std::string(static_cast<std::size_t>(times), static_cast<char>(first + (number - 1) % kAlphabet));
}

std::string roman(int number, bool upper) {
  static constexpr std::array<std::pair<int, const char*>, 13> kSteps{
      {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
       {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};
  if (number >= 4000) return std::to_string(number);
  std::string made;
  for (const auto& [value, sign] : kSteps) {
    for (; number >= value; number -= value) made += sign;
  }
  if (upper) {
    for (char& c : made) c = static_cast<char>(c - 'a' + 'A');
  }
  return made;
}

// Up to 9999; a zero between two digits is said once, a leading one in 一十 not at all.
std::string chinese(int number, std::u32string_view digits, std::u32string_view units, bool shorten_ten) {
  if (number > 9999) return std::to_string(number);
  const std::string text = std::to_string(number);
  std::u32string made;
  bool zero = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = static_cast<std::size_t>(text[i] - '0');
    const std::size_t place = text.size() - 1 - i;
    if (digit == 0) {
      zero = true;
      continue;
    }
    if (zero) made += digits[0];
    zero = false;
    const bool silent = shorten_ten && digit == 1 && place == 1 && made.empty();
    if (!silent) made += digits[digit];
    if (place > 0) made += units[place - 1];
  }
  return to_utf8(made);
}

std::string by_digit(int number) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  std::u32string made;
  for (const char c : std::to_string(number)) made += kDigits[static_cast<std::size_t>(c - '0')];
  return to_utf8(made);
}

std::string from_row(int number, std::u32string_view row) {
  if (number > static_cast<int>(row.size())) return std::to_string(number);
  return to_utf8(row.substr(static_cast<std::size_t>(number - 1), 1));
}

}  // namespace

std::string counted(int number, Counting way) {
  if (way == Counting::None) return {};
  if (number <= 0) return std::to_string(number);
  switch (way) {
    case Counting::DecimalZero: return (number < 10 ? "0" : "") + std::to_string(number);
    case Counting::LowerLetter: return letters(number, 'a');
    case Counting::UpperLetter: return letters(number, 'A');
    case Counting::LowerRoman: return roman(number, false);
    case Counting::UpperRoman: return roman(number, true);
    case Counting::Chinese: return chinese(number, U"零一二三四五六七八九", U"十百千", true);
    case Counting::ChineseLegal: return chinese(number, U"零壹贰叁肆伍陆柒捌玖", U"拾佰仟", false);
    case Counting::ChineseDigits: return by_digit(number);
    case Counting::Circled: return from_row(number, U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");
    case Counting::Stems: return from_row(number, U"甲乙丙丁戊己庚辛壬癸");
    default: return std::to_string(number);
  }
}

Counting counting_named(std::string_view word_name) {
  static constexpr std::array<std::pair<std::string_view, Counting>, 19> kNames{
      {{"none", Counting::None}, {"bullet", Counting::None}, {"decimalZero", Counting::DecimalZero},
       {"lowerLetter", Counting::LowerLetter}, {"upperLetter", Counting::UpperLetter},
       {"lowerRoman", Counting::LowerRoman}, {"upperRoman", Counting::UpperRoman},
       {"chineseCounting", Counting::Chinese}, {"chineseCountingThousand", Counting::Chinese},
       {"japaneseCounting", Counting::Chinese}, {"taiwaneseCounting", Counting::Chinese},
       {"taiwaneseCountingThousand", Counting::Chinese}, {"ideographDigital", Counting::ChineseDigits},
       {"japaneseDigitalTenThousand", Counting::ChineseDigits}, {"chineseLegalSimplified", Counting::ChineseLegal},
       {"ideographLegalTraditional", Counting::ChineseLegal}, {"decimalEnclosedCircle", Counting::Circled},
       {"decimalEnclosedCircleChinese", Counting::Circled}, {"ideographTraditional", Counting::Stems}}};
  for (const auto& [name, way] : kNames) {
    if (name == word_name) return way;
  }
  return Counting::Decimal;
}

}  // namespace twofold::scanner
