#pragma once
// What somebody may have meant whose question found nothing. For the indexer's sources alone.

#include "indexer/match.h"

namespace twofold::indexer {

// Whole questions, each of which finds something that may be seen; at most three. A customer of the same sound for a
// name in Han, a word of the index that differs by a letter or two for one in Latin letters.
std::vector<std::string> did_you_mean(const View& view, const std::string& text, const Question& question);

}  // namespace twofold::indexer
