#pragma once
// What the user typed, as a tree. Reading it never fails: what cannot be understood is left out and named. The language
// is described in docs/query-language.md.

#include "indexer/fields.h"

#include <string>
#include <vector>

namespace twofold::indexer {

struct Question {
  enum class Kind { And, Or, Not, Word, Phrase, Prefix, Field };
  Kind kind = Kind::And;
  std::string text;                        // Word, Phrase, Prefix, the value of a Field; as typed, without its signs
  const FieldRow* field = nullptr;         // of a Field. A list of values is an Or of fields.
  std::vector<Question> parts;             // And, Or; Not has one. The root is an And, which may be empty.
  bool written = false;                    // And: its parts are joined by AND or held by brackets, not by blanks alone
};

// At most so many words, phrases and values of fields are looked for; the rest is named as one ignored part.
inline constexpr std::size_t kMostWords = 64;

// `text` may be any bytes and however long: what is beyond 16 KiB is left out as well. Fields of dates hold what
// read_days understands; others are ignored here.
Question read_question(std::string_view text, std::vector<std::string>& ignored);

// Nothing but fields: says which items may be found at all, not what they speak of.
bool is_filter(const Question& question);

// The user said exactly how words belong together (AND, OR, NOT, -, quotes, a beginning*, brackets round several
// words); fields are not counted. A strict question that finds nothing must not be answered with some of its words.
bool is_strict(const Question& question);

}  // namespace twofold::indexer
