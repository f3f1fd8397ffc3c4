#include "indexer/phrases.h"

#include "indexer/fold.h"
#include "indexer/these_documents.h"
#include "indexer/words.h"

#include <algorithm>

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
    if (text.empty()) return false;
    const std::u32string folded = fold(text).text;
    for (std::size_t i = 0; i < phrases.size(); ++i) held[i] = held[i] || stands_in(folded, phrases[i]);
    return std::ranges::find(held, false) == held.end();
  };
  for (const auto* field : {&record.title, &record.customer_name, &record.number, &record.storage_id, &record.shelf})
    if (look(*field)) return true;
  return std::ranges::any_of(record.others, look) || std::ranges::any_of(record.pages, look, &PageText::text);
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
