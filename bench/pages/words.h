#pragma once
// Sentences for drawn pages: plain business prose with names, numbers, dates and amounts in it.

#include "samples/random.h"

#include <string>

namespace twofold::bench {

std::string chinese_sentence(samples::Random& random);
std::string english_sentence(samples::Random& random);
std::string chinese_name(samples::Random& random);
std::string amount(samples::Random& random);        // 1,234.50
std::string day(samples::Random& random);           // 2024-03-18
std::string code(samples::Random& random);          // HT-2024-00381

}  // namespace twofold::bench
