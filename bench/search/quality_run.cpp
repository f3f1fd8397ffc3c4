#include "bench/search/quality_run.h"

#include "base/files.h"
#include "bench/search/customer_files.h"
#include "bench/search/noise.h"
#include "bench/search/other_papers.h"
#include "bench/search/quality.h"
#include "bench/search/questions.h"
#include "bench/search/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <set>

namespace twofold::bench {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kFirstSample = 500'000'000, kFirstParagraph = 600'000'000;
constexpr int kPapersOfOneCustomer = 10;

void append(std::vector<Paper>& papers, std::vector<Paper> more) {
  for (auto& paper : more) papers.push_back(std::move(paper));
}

std::vector<Paper> papers_for(const QualityOptions& options, std::ostream& out) {
  std::vector<Paper> papers;
  const CustomerFiles files(options.seed, std::max(1, options.documents / kPapersOfOneCustomer));
  for (int id = 1; id <= options.documents; ++id) papers.push_back(files.paper(id));
  if (options.samples.empty()) out << "SKIPPED: the demonstration binder (--samples)\n";
  else append(papers, samples_in(options.samples, kFirstSample));
  if (options.texts.empty()) out << "SKIPPED: paragraphs of real texts (--texts)\n";
  else append(papers, paragraphs_in(options.texts, kFirstParagraph));
  return papers;
}

std::vector<std::unique_ptr<Engine>> engines_for(const QualityOptions& options, const fs::path& folder,
                                                 std::ostream& out) {
  std::vector<std::unique_ptr<Engine>> engines;
  for (const auto& name : options.engines) {
    if (name == "twofold") engines.push_back(twofold_engine(folder / name));
    else if (name == "xapian") {
      engines.push_back(xapian_engine(folder / "xapian-and", Joined::And));
      engines.push_back(xapian_engine(folder / "xapian-or", Joined::Or));
    } else if (name == "fts5") {
      engines.push_back(fts5_engine(folder / "fts5-two", Grams::Two));
      engines.push_back(fts5_engine(folder / "fts5-three", Grams::Three));
    } else if (auto program = name == "omega" ? omega_engine(folder / name) : recoll_engine(folder / name)) {
      engines.push_back(std::move(program));
    } else {
      out << "SKIPPED: " << name << " is not installed\n";
    }
  }
  return engines;
}

struct Row {
  std::string engine;
  Asked asked;
};

void print(std::ostream& out, const std::string& heading, const std::vector<Row>& rows) {
  out << "\n" << heading << "\n" << fmt::format("{:22}", "MRR@10");
  for (const auto& row : rows) out << fmt::format("{:>18}", row.engine);
  out << "\n";
  for (const auto& [kind, first] : rows.front().asked.scores) {
    out << fmt::format("{:22}", kind);
    for (const auto& row : rows) {
      const Score& score = row.asked.scores.at(kind);
      const auto asked = static_cast<double>(score.asked);
      out << fmt::format(
          "{:>18}", fmt::format("{:.3f} {:3.0f} {:3.0f}%", score.mrr(), 100 * static_cast<double>(score.first) / asked,
                                100 * static_cast<double>(score.among_ten) / asked));
    }
    out << fmt::format("   of {}\n", first.asked);
  }
  out << fmt::format("{:22}", "CPU ms a question");
  for (const auto& row : rows)
    out << fmt::format("{:>18.2f}",
                       row.asked.cpu_seconds * 1000 / static_cast<double>(row.asked.scores.at("all").asked));
  out << "\n";
}

class QualityRun {
 public:
  QualityRun(const QualityOptions& options, std::ostream& out)
      : options_(options),
        out_(out),
        papers_(papers_for(options, out)),
        questions_(questions_about(papers_, options.questions, options.seed)) {
    out_ << fmt::format("{} papers, {} questions\n", papers_.size(), questions_.size());
  }

  void measure(const std::string& heading, const std::vector<Paper>& papers, bool plain_writing_only) {
    const ScratchFolder folder(fs::temp_directory_path());
    std::vector<Row> rows;
    for (const auto& engine : engines_for(options_, folder.path(), out_)) {
      engine->index(papers);
      rows.push_back(
          {engine->name(), ask(*engine, questions_, [](const Question& question) { return question.text; })});
      if (engine->name() != "twofold") continue;
      note_misses(heading, rows.back().asked.misses);
      if (!plain_writing_only) ask_otherwise(*engine, rows.back().asked);
    }
    print(out_, heading, rows);
    for (const auto& row : rows) note_figures(heading, row);
    for (const auto& row : writings_) out_ << row;
    writings_.clear();
  }

  const std::vector<Paper>& papers() const { return papers_; }
  void write_files() const {
    write_json(options_.json, figures_);
    if (!options_.misses.empty()) write_at_once(options_.misses, misses_);
  }

 private:
  void ask_otherwise(Engine& engine, const Asked& plain) {
    samples::Random random(options_.seed, "writings");
    const std::vector<std::pair<std::string, Writing>> writings{
        {"traditional", [](const Question& question) { return traditional(question.text); }},
        {"full width", [](const Question& question) { return full_width(question.text); }},
        {"spaces among Han", [&](const Question& question) { return spaced(question.text, random); }}};
    const double as_is = plain.scores.at("all").mrr();
    for (const auto& [name, writing] : writings) {
      const Asked asked = ask(engine, questions_, writing);
      const double mrr = asked.scores.at("all").mrr();
      writings_.push_back(fmt::format("twofold, {:18} MRR {:.4f}, {:+.4f}{}\n", name, mrr, mrr - as_is,
                                      std::abs(mrr - as_is) > 0.002 ? "  TOO FAR" : ""));
      std::set<const Question*> known;
      for (const auto& miss : plain.misses) known.insert(miss.question);
      std::vector<Miss> fresh;
      for (const auto& miss : asked.misses)
        if (!known.contains(miss.question)) fresh.push_back(miss);
      note_misses(name, fresh);
    }
  }

  void note_figures(const std::string& heading, const Row& row) {
    for (const auto& [kind, score] : row.asked.scores) {
      const auto asked = static_cast<double>(score.asked);
      figures_.push_back({{{"papers", heading}, {"engine", row.engine}, {"kind", kind}},
                          {{"asked", asked},
                           {"mrr", score.mrr()},
                           {"recall_at_1", static_cast<double>(score.first) / asked},
                           {"recall_at_10", static_cast<double>(score.among_ten) / asked}}});
    }
  }

  void note_misses(const std::string& heading, std::vector<Miss> misses) {
    std::ranges::stable_sort(misses, {},
                             [](const Miss& miss) { return miss.rank == 0 ? -100 : -static_cast<int>(miss.rank); });
    misses_ += fmt::format("== {}: {} not first\n", heading, misses.size());
    for (const auto& miss : misses) {
      misses_ += fmt::format("[{} {}] rank {}: {}\n    expected", miss.question->kind, miss.question->source, miss.rank,
                             miss.asked);
      for (const auto id : miss.question->expected) misses_ += told(id);
      misses_ += "\n    got";
      for (std::size_t i = 0; i < std::min<std::size_t>(miss.got.size(), 3); ++i) misses_ += told(miss.got[i]);
      misses_ += "\n";
    }
  }

  std::string told(std::int64_t id) const {
    const auto paper = std::ranges::find(papers_, id, [](const Paper& other) { return other.document.item_id; });
    return paper == papers_.end()
               ? fmt::format(" {}?", id)
               : fmt::format(" | {} {} {}", id, paper->document.customer_name, paper->document.title);
  }

  const QualityOptions& options_;
  std::ostream& out_;
  std::vector<Paper> papers_;
  std::vector<Question> questions_;
  std::vector<std::string> writings_;
  std::vector<Figures> figures_;
  std::string misses_;
};

}  // namespace

void run_quality(const QualityOptions& options, std::ostream& out) {
  QualityRun run(options, out);
  run.measure("clean", run.papers(), false);
  for (const double wrong : options.noise) {
    const std::string titles = options.noisy_titles ? ", titles too" : ", titles right";
    run.measure(fmt::format("{:.0f} % wrong characters{}", wrong * 100, titles),
                with_noise(run.papers(), {wrong, 0, options.noisy_titles}, options.seed), true);
    run.measure(fmt::format("{:.0f} % wrong characters{}, half of them with the right one as second reading",
                            wrong * 100, titles),
                with_noise(run.papers(), {wrong, 0.5, options.noisy_titles}, options.seed), true);
  }
  run.write_files();
}

}  // namespace twofold::bench
