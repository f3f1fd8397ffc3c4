#pragma once
// What is measured: something that takes papers and answers questions.

#include "bench/search/paper.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace twofold::bench {

class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::string name() const = 0;
  virtual void index(const std::vector<Paper>& papers) = 0;
  // Item ids, the best first, at most `most`. A question that the engine throws at counts as finding nothing.
  virtual std::vector<std::int64_t> search(const std::string& question, std::size_t most) = 0;
  // Whether a question costs a process of its own: such engines are asked in plain writing only.
  virtual bool is_program() const { return false; }
};

std::unique_ptr<Engine> twofold_engine(const std::filesystem::path& folder);
enum class Joined { And, Or };
// Xapian as its documentation has it: TermGenerator and QueryParser with FLAG_CJK_NGRAM.
std::unique_ptr<Engine> xapian_engine(const std::filesystem::path& folder, Joined joined);
enum class Grams { Two, Three };
// SQLite's FTS5: its trigram tokenizer, or bigrams cut by us and its unicode61; everything joined by OR, bm25, titles
// five times.
std::unique_ptr<Engine> fts5_engine(const std::filesystem::path& folder, Grams grams);
// Programs of Debian, as installed, over one HTML file for each paper. Nothing where the program is missing.
std::unique_ptr<Engine> omega_engine(const std::filesystem::path& folder);
std::unique_ptr<Engine> recoll_engine(const std::filesystem::path& folder);

}  // namespace twofold::bench
