#pragma once
// The words of jieba's dictionary (MIT), folded as the index folds, with how rare each is: a double array that
// make_dictionary.cpp writes at build time and that lies in the program ready for use. For the segmenter alone.

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace twofold::indexer {

class Dictionary {
 public:
  static constexpr std::int64_t kUnknown = 18'000;  // the cost of a character that is no word: as the rarest word

  struct Found {
    std::size_t bytes = 0;  // how much of the text the word is
    std::int64_t cost = 0;  // -1000 ln p
  };

  static const Dictionary& shared();
  // Every word that the UTF-8 text begins with, the shortest first; how many were found.
  std::size_t beginning_at(std::string_view text, std::span<Found> found) const;

 private:
  Dictionary();
  struct Trie;
  std::shared_ptr<const Trie> trie_;
};

}  // namespace twofold::indexer
