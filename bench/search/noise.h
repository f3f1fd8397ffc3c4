#pragma once
// What a poor scan does to a text, and what a typist does to a question.

#include "bench/search/paper.h"
#include "samples/random.h"

namespace twofold::bench {

struct Noise {
  double wrong = 0.05;         // share of characters read as others
  double second_readings = 0;  // share of the wrong ones whose right character the recogniser held next best
  bool titles = false;         // titles are typed by people: as a rule they have no such errors
};

std::vector<Paper> with_noise(std::vector<Paper> papers, const Noise& noise, std::uint64_t seed);

// The same question as somebody else writes it.
std::string traditional(const std::string& text);
std::string full_width(const std::string& text);                       // letters, digits, punctuation
std::string spaced(const std::string& text, samples::Random& random);  // spaces among the Han

}  // namespace twofold::bench
