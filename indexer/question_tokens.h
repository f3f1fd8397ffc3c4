#pragma once
// The words and signs of a question, before brackets and operators are made sense of. For the indexer's sources alone.

#include "indexer/fields.h"

#include <string>
#include <vector>

namespace twofold::indexer {

struct QuestionToken {
  enum class Kind { Word, Phrase, Prefix, Field, Open, Close, And, Or, Not };
  Kind kind = Kind::Word;
  std::string typed;                  // as it stands in the question
  std::string text;                   // Word, Phrase, Prefix: what is looked for
  const FieldRow* field = nullptr;    // Field, with at least one value
  std::vector<std::string> values;
};

// `text` may be any bytes. Takes at most kMostWords words and values out of its first 16 KiB, in linear time; what is
// beyond is named in `ignored` as one part, and so is each part that says nothing.
std::vector<QuestionToken> question_tokens(std::string_view text, std::vector<std::string>& ignored);

}  // namespace twofold::indexer
