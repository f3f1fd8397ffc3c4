#include "indexer/index.h"

#include "base/error.h"
#include "indexer/fold.h"
#include "indexer/query_builder.h"
#include "indexer/record.h"
#include "indexer/snippet.h"

#include <algorithm>
#include <xapian.h>

namespace twofold::indexer {
namespace fs = std::filesystem;
namespace {

constexpr double kK1 = 0.9, kB = 0.5;
constexpr int kMostAttempts = 50;

// Lets pass what has every phrase word for word in one page or in its title.
class HasPhrases final : public Xapian::MatchDecider {
 public:
  explicit HasPhrases(const std::vector<std::u32string>& phrases) : phrases_(phrases) {}

  bool operator()(const Xapian::Document& document) const override {
    const Record record = read_record(document.get_data(), true);
    std::vector<std::u32string> texts = {fold(record.title).text, fold(record.customer_name).text};
    for (const auto& page : record.pages) texts.push_back(fold(page.text).text);
    return std::ranges::all_of(phrases_, [&](const std::u32string& phrase) {
      return std::ranges::any_of(texts, [&](const std::u32string& text) { return text.find(phrase) != std::u32string::npos; });
    });
  }

 private:
  const std::vector<std::u32string>& phrases_;
};

struct Found {
  std::size_t total = 0;
  Xapian::MSet hits;
};

Found run(const Xapian::Database& database, const BuiltQuery& built, const Query& asked) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, 0.5));
  enquire.set_query(built.query);
  const HasPhrases decider(built.phrases);
  const auto all = database.get_doccount();
  // Looking at everything makes the total exact; ties stand in the order of the item ids.
  const auto hits = enquire.get_mset(static_cast<Xapian::doccount>(asked.first), static_cast<Xapian::doccount>(asked.most), all, nullptr,
                                     built.phrases.empty() ? nullptr : &decider);
  return {hits.get_matches_estimated(), hits};
}

Hit hit_of(const Xapian::MSetIterator& found, const std::vector<std::u32string>& needles) {
  const Record record = read_record(found.get_document().get_data(), true);
  Hit hit;
  hit.item_id = *found;
  hit.score = found.get_weight();
  auto snippet = best_snippet(record.pages, needles);
  hit.page = snippet.page;
  hit.snippet = std::move(snippet.text);
  hit.highlights = std::move(snippet.highlights);
  hit.number = record.number;
  hit.title = record.title;
  hit.customer_name = record.customer_name;
  hit.storage_id = record.storage_id;
  hit.shelf = record.shelf;
  hit.category = record.category;
  return hit;
}

}  // namespace

struct IndexReader::State {
  fs::path folder;

  // Opened anew, so that a swapped index and the last commit are seen; costs a tenth of a millisecond.
  std::optional<Xapian::Database> open() const {
    if (!fs::exists(folder)) return std::nullopt;
    return Xapian::Database(folder.string());
  }
  [[noreturn]] void damaged(const Xapian::Error& error) const {
    throw Error(ErrorKind::Corrupt, msg("index.damaged", folder.string(), error.get_description()));
  }
};

IndexReader::IndexReader(const fs::path& folder) : state_(std::make_unique<State>(State{folder})) {}
IndexReader::~IndexReader() = default;

Answer IndexReader::search(const Query& query) {
  // A writer that commits twice meanwhile takes the blocks away that are being read: not damage, a reason to look again.
  for (int attempt = 1;; ++attempt) {
    try {
      return search_once(query);
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kMostAttempts) state_->damaged(error);
    } catch (const Xapian::Error& error) {
      state_->damaged(error);
    }
  }
}

Answer IndexReader::search_once(const Query& query) {
  Answer answer;
  const Question question = read_question(query.text, answer.ignored);
  const auto database = state_->open();
  BuiltQuery built = build_query(question, Mode::Strict, answer.ignored);
  if (!database || built.query.empty()) return answer;
  Found found = run(*database, built, query);
  if (found.total == 0) {
    std::vector<std::string> told_already;
    built = build_query(question, Mode::Relaxed, told_already);
    found = run(*database, built, query);
  }
  answer.total = found.total;
  for (auto hit = found.hits.begin(); hit != found.hits.end(); ++hit) answer.hits.push_back(hit_of(hit, built.needles));
  return answer;
}

bool IndexReader::contains(std::int64_t item_id) {
  try {
    const auto database = state_->open();
    if (!database) return false;
    database->get_document(static_cast<Xapian::docid>(item_id));
    return true;
  } catch (const Xapian::DocNotFoundError&) {
    return false;
  } catch (const Xapian::Error& error) {
    state_->damaged(error);
  }
}

std::vector<std::int64_t> IndexReader::all_item_ids() {
  std::vector<std::int64_t> ids;
  try {
    const auto database = state_->open();
    if (!database) return ids;
    for (auto posting = database->postlist_begin(""); posting != database->postlist_end(""); ++posting) ids.push_back(*posting);
  } catch (const Xapian::Error& error) {
    state_->damaged(error);
  }
  return ids;
}

}  // namespace twofold::indexer
