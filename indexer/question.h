#pragma once
// What the user typed, as a tree. Reading it never fails: what cannot be understood is left out and named.

#include "indexer/fields.h"

#include <string>
#include <vector>

namespace twofold::indexer {

struct Question {
  enum class Kind { And, Or, Not, Word, Phrase, Prefix, Field };
  Kind kind = Kind::And;
  std::string text;                        // Word, Phrase, Prefix, and the value of a Field
  const FieldRow* field = nullptr;
  std::vector<Question> parts;             // And, Or; Not has one
};

Question read_question(std::string_view text, std::vector<std::string>& ignored);

}  // namespace twofold::indexer
