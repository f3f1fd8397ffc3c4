#include "indexer/index.h"

#include "base/error.h"
#include "base/text.h"
#include "indexer/columns.h"
#include "indexer/database_format.h"
#include "indexer/did_you_mean.h"
#include "indexer/match.h"
#include "indexer/names.h"
#include "indexer/phrases.h"
#include "indexer/snippet.h"
#include "indexer/suggest.h"
#include "indexer/these_documents.h"
#include "indexer/tokens.h"

#include <algorithm>
#include <sys/stat.h>

namespace twofold::indexer {
namespace fs = std::filesystem;
namespace {

constexpr int kMostAttempts = 50;
constexpr std::size_t kFirstPage = 10;       // hits that a first page has at least, where some words are enough
// A term that more than one in so many documents has tells nothing beside others, where there are enough of them to go by.
constexpr Xapian::doccount kTellingShare = 2, kEnoughDocuments = 1000;
constexpr unsigned kTellingTerms = 40;       // of an item, for finding similar ones

Hit hit_of(const Ranked& found, const std::vector<std::u32string>& needles) {
  const Record& record = found.record;
  Hit hit;
  hit.item_id = found.id;
  hit.score = found.score;
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

// 客户经理：欧阳 may be a line of a form rather than a filter.
std::string without_chinese_colons(const std::string& text) { return replace_all(text, "：", " "); }

// Words and pairs say what an item speaks of; fields, codes and single characters do not.
class Telling final : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override {
    const auto first = static_cast<unsigned char>(term[0]);
    return term.starts_with(kWordPrefix) || (first >= 'a' && first <= 'z') || (first >= 0x80 && term.size() > 4);
  }
};

}  // namespace

struct IndexReader::State {
  fs::path folder;
  std::optional<Xapian::Database> database;
  std::unique_ptr<ColumnReader> columns;
  ino_t opened = 0;

  // The last commit; opened anew where another index has been swapped in. False where there is none.
  bool refresh() {
    struct stat facts {};
    if (::stat(folder.c_str(), &facts) != 0) {
      database.reset();
      return false;
    }
    if (database && facts.st_ino == opened) {
      if (database->reopen()) columns->refresh();
      return true;
    }
    database.reset();
    Xapian::Database fresh(folder.string());
    if (fresh.get_doccount() > 0) require_format(fresh, folder);
    columns = std::make_unique<ColumnReader>(folder);
    // Rows are written before documents: fewer of them is damage, and would hide items that may be seen.
    if (fresh.get_lastdocid() >= std::max<std::size_t>(columns->rows().size(), 1))
      throw Error(ErrorKind::Corrupt, msg("index.damaged", folder.string(), kColumnsFile));
    database = std::move(fresh);
    opened = facts.st_ino;
    return true;
  }

  [[noreturn]] void damaged(const Xapian::Error& error) {
    database.reset();
    throw_as_error(error, folder);
  }

  // A writer that commits twice meanwhile takes the blocks away that are being read, and a swap the whole folder: not
  // damage, a reason to look again.
  template <class Result, class Look>
  Result look(Result nothing, Look look_once) {
    for (int attempt = 1;; ++attempt) {
      try {
        return refresh() ? look_once() : nothing;
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (attempt == kMostAttempts) damaged(error);
      } catch (const Xapian::DatabaseNotFoundError& error) {
        if (attempt == kMostAttempts) damaged(error);
      } catch (const Xapian::Error& error) {
        damaged(error);
      }
    }
  }

  Decide decisions() const {
    return {[this](const Xapian::Query& candidates, const std::u32string& phrase) { return decide_phrase(*database, candidates, phrase); },
            [this](const DayRange& days) { return documents_of_days(*columns, days); },
            [this](const std::string& term) {
              const auto documents = database->get_doccount();
              return documents >= kEnoughDocuments && database->get_termfreq(term) > documents / kTellingShare;
            }};
  }

  Answer search(const Query& query);
  Found search_loosely(const View& view, const Query& query, const Question& question, const Decide& decide, FacetCounter* facets,
                       BuiltQuery& built) const;
  void fill_up(Answer& answer, const View& view, const Query& query, const Question& question, const Decide& decide) const;
};

IndexReader::IndexReader(const fs::path& folder) : state_(std::make_unique<State>()) { state_->folder = folder; }
IndexReader::~IndexReader() = default;

// Where few items have every word, those with some of them follow on the first page.
void IndexReader::State::fill_up(Answer& answer, const View& view, const Query& query, const Question& question,
                                 const Decide& decide) const {
  std::vector<std::string> told_already;
  const BuiltQuery built = build_query(question, Mode::Some, decide, told_already);
  const std::size_t wanted = std::min(query.most, kFirstPage);
  const Found found = best_matches(view, built, wanted + answer.hits.size());
  for (const Ranked& ranked : found.hits) {
    if (answer.hits.size() >= wanted) return;
    const auto known = std::ranges::any_of(answer.hits, [&](const Hit& hit) { return hit.item_id == ranked.id; });
    if (known) continue;
    answer.hits.push_back(hit_of(ranked, built.needles));
    answer.hits.back().some_words_only = true;
  }
}

// Nothing has every word: what has some of them, the nearest first.
Found IndexReader::State::search_loosely(const View& view, const Query& query, const Question& question, const Decide& decide,
                                         FacetCounter* facets, BuiltQuery& built) const {
  std::vector<std::string> told_already;
  built = build_query(question, Mode::Some, decide, told_already);
  Found found = match(view, built, query.order, query.first, query.most, facets);
  if (found.total > 0) return found;
  const std::string plain = without_chinese_colons(query.text);
  if (plain == query.text) return found;
  built = build_query(read_question(plain, told_already), Mode::Some, decide, told_already);
  return match(view, built, query.order, query.first, query.most, facets);
}

Answer IndexReader::State::search(const Query& query) {
  Answer answer;
  const Question question = read_question(query.text, answer.ignored);
  const Sight sight(query.rights);
  const View view{*database, *columns, sight};
  const Decide decide = decisions();
  const auto facets = query.most_facet_values > 0 ? std::make_unique<FacetCounter>() : nullptr;
  BuiltQuery built = build_query(question, Mode::All, decide, answer.ignored);
  Found found = match(view, built, query.order, query.first, query.most, facets.get());
  const bool loose = !is_strict(question);
  const bool few = found.total > 0 && found.total < kFirstPage && query.first == 0 && query.order == Order::Relevance;
  const bool fills_up = few && loose && built.may_loosen;
  if (found.total == 0 && !built.query.empty()) {
    answer.did_you_mean = did_you_mean(view, query.text, question);
    if (loose) found = search_loosely(view, query, question, decide, facets.get(), built);
    answer.some_words_only = found.total > 0;
  }
  answer.total = found.total;
  for (const Ranked& ranked : found.hits) {
    answer.hits.push_back(hit_of(ranked, built.needles));
    answer.hits.back().some_words_only = answer.some_words_only;
  }
  if (fills_up) fill_up(answer, view, query, question, decide);
  if (facets) answer.facets = facets->tables(*database, query.most_facet_values);
  return answer;
}

Answer IndexReader::search(const Query& query) {
  Answer nothing;
  read_question(query.text, nothing.ignored);
  return state_->look(nothing, [&] { return state_->search(query); });
}

Answer IndexReader::similar(std::int64_t item_id, const Query& range) {
  return state_->look(Answer{}, [&] {
    Answer answer;
    const auto id = static_cast<Xapian::docid>(item_id);
    const Sight sight(range.rights);
    const View view{*state_->database, *state_->columns, sight};
    try {
      view.database.get_document(id);
    } catch (const Xapian::DocNotFoundError&) {
      return answer;
    }
    if (!sight.sees(id, view.columns.row(id))) return answer;
    Xapian::Enquire enquire(view.database);
    enquire.set_query(Xapian::Query::MatchAll);
    Xapian::RSet self;
    self.add_document(id);
    const Telling telling;
    const auto terms = enquire.get_eset(kTellingTerms, self, Xapian::Enquire::INCLUDE_QUERY_TERMS, &telling);
    BuiltQuery built;
    built.query = Xapian::Query(Xapian::Query::OP_AND_NOT, Xapian::Query(Xapian::Query::OP_ELITE_SET, terms.begin(), terms.end(), 20),
                                these_documents({id}));
    const Found found = match(view, built, Order::Relevance, range.first, range.most, nullptr);
    answer.total = found.total;
    for (const Ranked& ranked : found.hits) answer.hits.push_back(hit_of(ranked, {}));
    return answer;
  });
}

std::vector<Suggestion> IndexReader::suggest(std::string_view beginning, std::size_t most, const std::optional<Rights>& rights) {
  return state_->look(std::vector<Suggestion>{}, [&] {
    const Sight sight(rights);
    return suggest_clients({*state_->database, *state_->columns, sight}, beginning, most);
  });
}

std::vector<std::pair<int, int>> IndexReader::find_words(const std::string& question, const std::string& text) {
  std::vector<std::string> ignored;
  const Decide undecided{[](const Xapian::Query& candidates, const std::u32string&) { return candidates; },
                         [](const DayRange&) { return Xapian::Query::MatchAll; }, [](const std::string&) { return false; }};
  return highlights_in(text, build_query(read_question(question, ignored), Mode::All, undecided, ignored).needles);
}

bool IndexReader::contains(std::int64_t item_id) {
  return state_->look(false, [&] {
    try {
      state_->database->get_document(static_cast<Xapian::docid>(item_id));
      return true;
    } catch (const Xapian::DocNotFoundError&) {
      return false;
    }
  });
}

std::vector<std::int64_t> IndexReader::all_item_ids() {
  return state_->look(std::vector<std::int64_t>{}, [&] {
    std::vector<std::int64_t> ids;
    const auto end = state_->database->postlist_end("");
    for (auto posting = state_->database->postlist_begin(""); posting != end; ++posting) ids.push_back(*posting);
    return ids;
  });
}

}  // namespace twofold::indexer
