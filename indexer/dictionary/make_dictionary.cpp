// Writes the dictionary for the segmenter: make-dictionary DICT.txt OUTPUT. Each line of the input is a word, how
// often it was seen, and a word class, as in jieba's dict.txt. Words are folded, so that they meet the words of the
// index.

#include "base/files.h"
#include "base/text.h"
#include "indexer/fold.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <darts.h>
#include <fmt/format.h>
#include <fstream>
#include <map>

namespace {

using namespace twofold;

std::map<std::string, double> read_words(const std::filesystem::path& file) {
  std::map<std::string, double> words;
  for (const auto& line : split(read_file(file), '\n')) {
    const auto parts = split(line, ' ');
    if (parts.size() < 2) continue;
    double seen = 0;
    std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), seen);
    const auto folded = indexer::fold(parts[0]).text;
    if (!folded.empty() && std::ranges::all_of(folded, indexer::is_han)) words[to_utf8(folded)] += std::max(seen, 1.0);
  }
  return words;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) throw std::runtime_error("make-dictionary DICT.txt OUTPUT");
  const auto words = read_words(argv[1]);
  double total = 0;
  for (const auto& [word, seen] : words) total += seen;
  std::vector<const char*> keys;
  std::vector<int> costs;
  for (const auto& [word, seen] : words) {
    keys.push_back(word.c_str());
    costs.push_back(static_cast<int>(std::lround(-1000 * std::log(seen / total))));
  }
  Darts::DoubleArray trie;
  if (keys.empty() || trie.build(keys.size(), keys.data(), nullptr, costs.data()) != 0) throw std::runtime_error("no dictionary");
  if (trie.save(argv[2]) != 0) throw std::runtime_error(std::string("cannot write ") + argv[2]);
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "make-dictionary: {}\n", error.what());
  return 1;
}
