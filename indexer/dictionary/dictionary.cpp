#include "indexer/dictionary/dictionary.h"

#include <algorithm>
#include <array>
#include <darts.h>

// The file becomes part of the program as it is: nothing is parsed or loaded before it is looked at.
asm(".section .rodata\n"
    ".balign 16\n"
    "twofold_words:\n"
    ".incbin \"" TWOFOLD_WORDS_FILE "\"\n"
    "twofold_words_end:\n"
    ".previous\n");
extern const char twofold_words[] asm("twofold_words");
extern const char twofold_words_end[] asm("twofold_words_end");

namespace twofold::indexer {

struct Dictionary::Trie {
  Darts::DoubleArray words;
};

Dictionary::Dictionary() {
  auto trie = std::make_shared<Trie>();
  const auto bytes = static_cast<std::size_t>(twofold_words_end - twofold_words);
  // Darts takes a plain pointer for what it only reads.
  trie->words.set_array(const_cast<char*>(twofold_words), bytes / trie->words.unit_size());
  trie_ = std::move(trie);
}

const Dictionary& Dictionary::shared() {
  static const Dictionary instance;
  return instance;
}

std::size_t Dictionary::beginning_at(std::string_view text, std::span<Found> found) const {
  std::array<Darts::DoubleArray::result_pair_type, 32> results;
  const std::size_t most = std::min(found.size(), results.size());
  const std::size_t count = std::min(most, trie_->words.commonPrefixSearch(text.data(), results.data(), most, text.size()));
  for (std::size_t i = 0; i < count; ++i) found[i] = {results[i].length, results[i].value};
  return count;
}

}  // namespace twofold::indexer
