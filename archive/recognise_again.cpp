#include "archive/recognise_again.h"

#include "archive/ingest.h"
#include "archive/turns.h"
#include "archive/words_record.h"
#include "base/error.h"
#include "catalog/text_revisions.h"
#include "scanner/reader.h"

#include <algorithm>
#include <deque>
#include <future>
#include <thread>

namespace twofold::archive {
namespace {

constexpr std::size_t kReadAgainAtOnce = 200;  // items from the catalogue; the index learns of them together

// The pages of one item that count, as they are and as they were read now.
struct Comparison {
  std::vector<scanner::Page> better;
  std::vector<catalog::ItemPage> worse;  // the same pages as they are
  std::vector<int> kept;
};

const scanner::Page* page_numbered(const scanner::Reading& reading, int number) {
  const auto found = std::ranges::find(reading.pages, number, &scanner::Page::number);
  return found == reading.pages.end() ? nullptr : &*found;
}

bool is_better(const scanner::Page& now, const catalog::ItemPage& before) {
  return now.recognised && !now.text.empty() && now.text != before.text && now.confidence >= before.confidence;
}

Comparison compare(const catalog::Database& database, std::int64_t item_id, const std::string& recogniser,
                   scanner::Reading& reading) {
  Comparison comparison;
  const auto due = catalog::pages_read_otherwise(database, item_id, recogniser);
  for (auto& before : catalog::pages_of(database, item_id)) {
    if (!std::ranges::binary_search(due, before.number)) continue;
    const auto* now = page_numbered(reading, before.number);
    if (!now || !is_better(*now, before)) {
      comparison.kept.push_back(before.number);
      continue;
    }
    comparison.better.push_back(*now);
    comparison.worse.push_back(std::move(before));
  }
  return comparison;
}

template <class Page>
double mean_confidence(const std::vector<Page>& pages) {
  double sum = 0;
  for (const auto& page : pages) sum += page.confidence;
  return pages.empty() ? 0 : sum / static_cast<double>(pages.size());
}

class AgainRun {
 public:
  AgainRun(Archive& archive, scanner::Accuracy accuracy, ProgressSink& progress,
           const std::function<void(const AgainResult&)>& take)
      : archive_(archive), recogniser_(scanner::recogniser_version(accuracy)), progress_(progress), stop_(progress), take_(take),
        reader_(options_of(archive, accuracy)), window_(2 * static_cast<std::size_t>(std::max(1U, std::thread::hardware_concurrency()))) {}

  // Whatever is done stays done: also when this throws, the index learns of it from the outbox.
  void work_through(const std::vector<catalog::Item>& items) {
    std::deque<std::pair<catalog::Item, std::future<scanner::Reading>>> in_hand;
    auto next = items.begin();
    while (next != items.end() || !in_hand.empty()) {
      // What was read and not yet recorded is not lost: the cache has it.
      if (progress_.cancelled()) throw Error(ErrorKind::Cancelled, msg("work.cancelled"));
      for (; next != items.end() && in_hand.size() < window_; ++next) in_hand.emplace_back(*next, begin(*next));
      const auto item = std::move(in_hand.front().first);
      auto reading = std::move(in_hand.front().second);
      in_hand.pop_front();
      settle(item, std::move(reading));
      progress_.report({"progress.recognising", ++summary_.items, total_, item.title});
    }
    index_pending(archive_);
  }

  void expect(std::uint64_t total) { total_ = total; }
  const std::string& recogniser() const { return recogniser_; }
  AgainSummary& summary() { return summary_; }

 private:
  // Readers tell of single pages, and the bar counts items.
  class StopOnly final : public ProgressSink {
   public:
    explicit StopOnly(const ProgressSink& outer) : outer_(outer) {}
    void report(const Progress&) override {}
    bool cancelled() const override { return outer_.cancelled(); }

   private:
    const ProgressSink& outer_;
  };

  static scanner::ReaderOptions options_of(const Archive& archive, scanner::Accuracy accuracy) {
    auto options = archive.reader_options();
    options.accuracy = accuracy;
    return options;
  }

  // No future where there is nothing to read.
  std::future<scanner::Reading> begin(const catalog::Item& item) {
    const auto& database = archive_.database();
    const auto original = catalog::object_of(database, item.id, "original");
    if (!original || catalog::pages_read_otherwise(database, item.id, recogniser_).empty()) return {};
    return std::async(std::launch::async, [this, path = archive_.store().path_of(original->sha256)] {
      const ScratchFolder scratch(archive_.layout().tmp());
      auto reading = reader_.read(path, scratch.path(), stop_);
      reading.reading_copy.reset();
      return reading;
    });
  }

  void settle(const catalog::Item& item, std::future<scanner::Reading> reading) {
    AgainResult result;
    result.number = item.number();
    result.title = item.title;
    if (reading.valid()) {
      aside(progress_, [&] { reading.wait(); });
      record(item, reading.get(), result);
    }
    summary_.replaced += result.outcome == Again::Replaced ? 1 : 0;
    summary_.kept += result.outcome == Again::Kept ? 1 : 0;
    summary_.current += result.outcome == Again::Current ? 1 : 0;
    summary_.failed += result.outcome == Again::Failed ? 1 : 0;
    summary_.pages += static_cast<std::size_t>(result.pages);
    take_(result);
  }

  void record(const catalog::Item& item, scanner::Reading reading, AgainResult& result) {
    if (reading.failure) {
      result.outcome = Again::Failed;
      result.reason = std::string(scanner::name_of(*reading.failure));
      return;
    }
    const auto comparison = compare(archive_.database(), item.id, recogniser_, reading);
    std::vector<catalog::NewText> replaced;
    for (const auto& page : comparison.better)
      replaced.push_back({page.number, page.text, page.confidence, page.picture_hash});
    std::optional<catalog::StoredObject> words;
    if (!replaced.empty()) words = store_words(item, comparison.better);
    catalog::Transaction transaction(archive_.database(), archive_.actor(), archive_.clock());
    result.revision = catalog::record_new_texts(transaction, item, recogniser_, replaced, comparison.kept, words);
    transaction.commit();
    result.outcome = replaced.empty() ? Again::Kept : Again::Replaced;
    result.pages = static_cast<int>(replaced.size());
    result.before = mean_confidence(comparison.worse);
    result.after = mean_confidence(comparison.better);
  }

  catalog::StoredObject store_words(const catalog::Item& item, const std::vector<scanner::Page>& better) {
    const auto older = catalog::object_of(archive_.database(), item.id, "words");
    const std::string record = older ? read_file(archive_.store().path_of(older->sha256)) : std::string();
    const auto stored = archive_.store().put_bytes(words_record_with(record, better, recogniser_));
    return {stored.sha256, stored.size, "json"};
  }

  Archive& archive_;
  const std::string recogniser_;
  ProgressSink& progress_;
  StopOnly stop_;
  const std::function<void(const AgainResult&)>& take_;
  scanner::Reader reader_;
  const std::size_t window_;
  std::uint64_t total_ = 0;
  AgainSummary summary_;
};

AgainSummary finished(Archive& archive, AgainRun& run, const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Cancelled) throw;
    run.summary().cancelled = true;
    index_pending(archive);
  }
  return run.summary();
}

}  // namespace

std::string text(Again outcome) {
  switch (outcome) {
    case Again::Replaced: return "replaced";
    case Again::Kept: return "kept";
    case Again::Current: return "current";
    case Again::Failed: break;
  }
  return "failed";
}

AgainSummary recognise_again(Archive& archive, const std::vector<catalog::Item>& items, scanner::Accuracy accuracy,
                             ProgressSink& progress, const std::function<void(const AgainResult&)>& take) {
  AgainRun run(archive, accuracy, progress, take);
  run.expect(items.size());
  return finished(archive, run, [&] { run.work_through(items); });
}

AgainSummary recognise_all_again(Archive& archive, scanner::Accuracy accuracy, ProgressSink& progress,
                                 const std::function<void(const AgainResult&)>& take) {
  AgainRun run(archive, accuracy, progress, take);
  run.expect(static_cast<std::uint64_t>(catalog::count_items_read_otherwise(archive.database(), run.recogniser())));
  return finished(archive, run, [&] {
    std::int64_t after = 0;
    for (;;) {
      const auto ids = catalog::items_read_otherwise(archive.database(), run.recogniser(), after, kReadAgainAtOnce);
      if (ids.empty()) return;
      after = ids.back();
      std::vector<catalog::Item> items;
      for (const auto id : ids)
        if (auto item = catalog::find_item(archive.database(), id)) items.push_back(*std::move(item));
      run.work_through(items);
    }
  });
}

}  // namespace twofold::archive
