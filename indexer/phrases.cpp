#include "indexer/phrases.h"

#include "base/text.h"
#include "indexer/fold.h"
#include "indexer/these_documents.h"
#include "indexer/words.h"

#include <algorithm>
#include <optional>

namespace twofold::indexer {
namespace {

bool stands_in(const std::u32string& text, const std::u32string& phrase) {
  for (std::size_t at = 0; (at = text.find(phrase, at)) != std::u32string::npos; ++at)
    if (!continues_word(text, at) && !continues_word(text, at + phrase.size())) return true;
  return false;
}

}  // namespace

bool holds_phrases(const Record& record, const std::vector<std::u32string>& phrases) {
  std::vector<bool> held(phrases.size(), false);
  const auto look = [&](const std::string& text) {
    std::optional<std::u32string> folded;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      if (held[i] || text.empty()) continue;
      // Most texts hold the phrase as it is; only the others are worth folding.
      if (std::ranges::all_of(phrases[i], is_han) && text.find(to_utf8(phrases[i])) != std::string::npos) {
        held[i] = true;
        continue;
      }
      if (!folded) folded = fold(text).text;
      held[i] = stands_in(*folded, phrases[i]);
    }
    return std::ranges::find(held, false) == held.end();
  };
  // The text first: a phrase is mostly asked for what is written.
  if (std::ranges::any_of(record.pages, look, &PageText::text)) return true;
  for (const auto* field : {&record.title, &record.customer_name, &record.number, &record.storage_id, &record.shelf})
    if (look(*field)) return true;
  return std::ranges::any_of(record.others, look);
}

Xapian::Query decide_phrase(const Xapian::Database& database, const Xapian::Query& candidates, const std::u32string& phrase) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(candidates);
  const std::vector<std::u32string> phrases = {phrase};
  std::vector<Xapian::docid> ids;
  const auto found = enquire.get_mset(0, database.get_doccount());
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    if (holds_phrases(read_record(hit.get_document().get_data()), phrases)) ids.push_back(*hit);
  return these_documents(std::move(ids));
}

}  // namespace twofold::indexer
