#include "bench/search/speed/speed_run.h"

#include "base/files.h"
#include "base/text.h"
#include "bench/search/report.h"
#include "bench/search/speed/fts_peer.h"
#include "bench/search/speed/indexing.h"
#include "bench/search/speed/searches.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <numeric>

namespace twofold::bench {
namespace fs = std::filesystem;
namespace {

// Rates need no more papers than these: beyond, only the large index grows.
constexpr int kMostForRates = 100'000;
constexpr int kPapersOfOneCustomer = 10, kSmallBatch = 20, kSmallBatches = 20;

struct Costs {
  std::vector<double> milliseconds;
  std::size_t hits = 0;

  template <class Run>
  void add(Run run) {
    const Seconds before = now();
    hits += run();
    milliseconds.push_back((now() - before).cpu * 1000);
  }
};

class SpeedRun {
 public:
  SpeedRun(const SpeedOptions& options, const fs::path& folder, std::ostream& out)
      : options_(options),
        folder_(folder),
        out_(out),
        files_(options.seed, std::max(1, options.documents / kPapersOfOneCustomer)) {}

  void indexing() {
    const int some = std::min(options_.documents, kMostForRates);
    out_ << fmt::format("{:34}{:>10}{:>13}{:>13}{:>12}{:>12}\n", "indexing", "papers", "per CPU s", "per wall s",
                        "bytes each", "of the text");
    const Indexing ours = write_index(files_, some, folder_ / "written");
    tell(ours);
    Indexing bare = add_same_postings(folder_ / "written", folder_ / "bare");
    bare.text_bytes = ours.text_bytes;
    tell(bare);
    out_ << fmt::format("    twofold beside the bare loop: {:.2f} of its rate per CPU second\n",
                        bare.spent.cpu / ours.spent.cpu);
    if (options_.peers) {
      const Indexing ngrams = write_ngrams(files_, some, folder_ / "ngrams");
      tell(ngrams);
      out_ << fmt::format("    twofold beside TermGenerator: {:.2f} times its rate per CPU second\n",
                          ngrams.spent.cpu / ours.spent.cpu);
    }
    for (const auto* done : {"written", "bare", "ngrams"}) fs::remove_all(folder_ / done);
    tell(rebuild_index(files_, options_.documents, folder_ / "large"));
    if (!options_.peers) return;
    peer_.emplace(folder_ / "fts");
    tell(peer_->index(files_, options_.documents));
    peer_->set_rights(rights_of_groups(files_, options_.seed));
  }

  void searching() {
    Seconds before = now();
    indexer::IndexReader reader(folder_ / "large");
    reader.search({.text = "合同"});
    out_ << fmt::format("\nopening and the first search: {:.1f} ms CPU\n", (now() - before).cpu * 1000);
    out_ << fmt::format("{:28}{:>12}{:>12}{:>12}   {:>12}{:>12}\n", "CPU ms", "hits, mean", "p50", "p99", "FTS5 p50",
                        "FTS5 p99");
    for (const auto& kind : searches_over(files_, options_.documents, options_.samples, options_.seed, reader)) {
      Costs ours, peers;
      for (const auto& search : kind.searches) ours.add([&] { return reader.search(search.ours).total; });
      if (peer_)
        for (const auto& search : kind.searches)
          if (!search.fts.empty()) peers.add([&] { return peer_->run(search); });
      tell(kind.name, ours, peers);
      if (!kind.searches.front().rights) with_rights(reader, kind);
    }
    lists(reader);
  }

  // Twenty papers more on a large index: how long until a reader sees them.
  void freshness() {
    indexer::IndexReader reader(folder_ / "large");
    reader.search({.text = "合同"});
    const auto bytes = bytes_below(folder_ / "large");
    std::vector<double> waits;
    std::int64_t id = options_.documents + 1;
    indexer::IndexWriter writer(folder_ / "large");
    for (int batch = 0; batch < kSmallBatches; ++batch) {
      std::vector<Paper> papers;
      for (int i = 0; i < kSmallBatch; ++i) papers.push_back(files_.paper(id++));
      const Seconds before = now();
      for (const auto& paper : papers) writer.put(paper.document);
      writer.commit();
      if (reader.search({.text = "no:" + papers.back().document.storage_id}).total == 1)
        waits.push_back((now() - before).wall * 1000);
    }
    out_ << fmt::format(
        "\n{} papers put, committed and found: p50 {:.0f} ms, longest {:.0f} ms on the wall, {} of {} found at once\n",
        kSmallBatch, percentile(waits, 50), percentile(waits, 100), waits.size(), kSmallBatches);
    figures_.push_back(
        {{{"freshness", "batch of twenty"}}, {{"p50", percentile(waits, 50)}, {"longest", percentile(waits, 100)}}});
    out_ << fmt::format("the index grew by {:.1f} % for {:.2f} % more papers\n",
                        100 * (static_cast<double>(bytes_below(folder_ / "large")) / static_cast<double>(bytes) - 1),
                        100.0 * kSmallBatch * kSmallBatches / options_.documents);
  }

  void write_figures() const { write_json(options_.json, figures_); }

 private:
  void tell(const Indexing& done) {
    const double papers = done.documents;
    figures_.push_back({{{"indexing", done.name}},
                        {{"papers", papers},
                         {"per_cpu_second", papers / done.spent.cpu},
                         {"per_wall_second", papers / done.spent.wall},
                         {"bytes", static_cast<double>(done.bytes)},
                         {"of_the_text", static_cast<double>(done.bytes) / static_cast<double>(done.text_bytes)}}});
    out_ << fmt::format("{:34}{:>10}{:>13.0f}{:>13.0f}{:>12.0f}{:>12.2f}\n", done.name, done.documents,
                        papers / done.spent.cpu, papers / done.spent.wall, static_cast<double>(done.bytes) / papers,
                        static_cast<double>(done.bytes) / static_cast<double>(done.text_bytes))
         << std::flush;
  }

  void tell(const std::string& name, const Costs& ours, const Costs& peers) {
    figures_.push_back({{{"search", name}},
                        {{"p50", percentile(ours.milliseconds, 50)},
                         {"p99", percentile(ours.milliseconds, 99)},
                         {"fts5_p50", percentile(peers.milliseconds, 50)},
                         {"fts5_p99", percentile(peers.milliseconds, 99)}}});
    out_ << fmt::format("{:28}{:>12}{:>12.2f}{:>12.2f}", name,
                        ours.hits / std::max<std::size_t>(1, ours.milliseconds.size()),
                        percentile(ours.milliseconds, 50), percentile(ours.milliseconds, 99));
    if (!peers.milliseconds.empty())
      out_ << fmt::format("   {:>12.2f}{:>12.2f}", percentile(peers.milliseconds, 50),
                          percentile(peers.milliseconds, 99));
    out_ << "\n" << std::flush;
  }

  // The same questions by somebody who may see the files of 1,667 customers, each right after the one without a filter.
  // What is hidden from them wholly is another question, that of something which is not there and of what is like it: it stands apart.
  void with_rights(indexer::IndexReader& reader, const SearchKind& kind) {
    const auto rights = rights_of_groups(files_, options_.seed);
    Costs all, some, hidden;
    for (auto search : kind.searches) {
      Costs without, with;
      indexer::Answer whole, seen;
      without.add([&] { return (whole = reader.search(search.ours)).total; });
      search.ours.rights = rights;
      with.add([&] { return (seen = reader.search(search.ours)).total; });
      if (whole.total > 0 && (seen.total == 0 || seen.some_words_only != whole.some_words_only)) {
        hidden.milliseconds.push_back(with.milliseconds[0]);
        continue;
      }
      all.milliseconds.push_back(without.milliseconds[0]);
      some.milliseconds.push_back(with.milliseconds[0]);
    }
    const auto sum = [](const Costs& costs) {
      return std::accumulate(costs.milliseconds.begin(), costs.milliseconds.end(), 0.0);
    };
    const double p50 = percentile(some.milliseconds, 50) / percentile(all.milliseconds, 50), whole = sum(some) / sum(all);
    out_ << fmt::format("    with rights of 1,667 groups: {:.2f} of it at p50, {:.2f} over all", p50, whole);
    if (!hidden.milliseconds.empty())
      out_ << fmt::format("; {} answers hidden, {:.2f} ms at p50", hidden.milliseconds.size(), percentile(hidden.milliseconds, 50));
    out_ << "\n";
    figures_.push_back({{{"rights", kind.name}}, {{"p50_ratio", p50}, {"ratio", whole}}});
  }

  // What is no search: customers offered while somebody types, and similar items.
  void lists(indexer::IndexReader& reader) {
    samples::Random random(options_.seed, "lists");
    const auto rights = rights_of_groups(files_, options_.seed);
    Costs suggestions, with_rights, similar;
    for (std::size_t i = 0; i < options_.samples; ++i) {
      const auto name = to_code_points(random.pick(files_.clients()).name);
      const auto at = static_cast<std::size_t>(random.between(0, 3));
      const std::string typed = to_utf8(name.substr(at, static_cast<std::size_t>(random.between(1, 4))));
      suggestions.add([&] { return reader.suggest(typed, 10, {}).size(); });
      with_rights.add([&] { return reader.suggest(typed, 10, rights).size(); });
      const int item = random.between(1, options_.documents);
      similar.add([&] { return reader.similar(item, {}).hits.size(); });
    }
    tell(fmt::format("suggest of {}", files_.clients().size()), suggestions, {});
    tell("suggest, with rights", with_rights, {});
    tell("similar items", similar, {});
  }

  std::vector<Figures> figures_;
  const SpeedOptions& options_;
  const fs::path folder_;
  std::ostream& out_;
  const CustomerFiles files_;
  std::optional<FtsPeer> peer_;
};

}  // namespace

void run_speed(const SpeedOptions& options, std::ostream& out) {
  const ScratchFolder scratch(options.folder.empty() ? fs::temp_directory_path() : options.folder);
  SpeedRun run(options, scratch.path(), out);
  run.indexing();
  run.searching();
  run.freshness();
  run.write_figures();
}

}  // namespace twofold::bench
