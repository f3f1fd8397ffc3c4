#pragma once
// How lists count: 3 as "3", "c", "iii", "三", "叁", "③", "丙".

#include <string>
#include <string_view>

namespace twofold::scanner {

enum class Counting {
  None, Decimal, DecimalZero, LowerLetter, UpperLetter, LowerRoman, UpperRoman,
  Chinese, ChineseDigits, ChineseLegal, Circled, Stems
};

// Numbers a way of counting cannot show come as digits.
std::string counted(int number, Counting way);
// By the name that WordprocessingML gives it; Decimal for unknown ones.
Counting counting_named(std::string_view word_name);

}  // namespace twofold::scanner
