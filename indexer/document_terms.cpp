#include "indexer/document_terms.h"

#include "indexer/fields.h"
#include "indexer/pinyin.h"
#include "indexer/record.h"
#include "indexer/tokens.h"

#include <unordered_map>

namespace twofold::indexer {
namespace {

// How much more a word in the catalogue's fields counts than one in the text.
constexpr unsigned kTitleWeight = 5, kCustomerWeight = 4, kNumberWeight = 4, kTypeWeight = 3, kYearWeight = 2;

// Terms are counted here first: Xapian keeps those of a document in a tree, and most of them stand in a text more
// than once.
class Terms {
 public:
  void text(std::string_view text, unsigned weight, std::string_view prefix = {}) {
    if (text.empty()) return;
    index_terms(fold(text), [&](std::string_view term) {
      count(term, weight);
      // A field is a filter: its words and stems would only repeat its bigrams.
      if (!prefix.empty() && !term.starts_with(kWordPrefix) && !term.starts_with('Z')) filter(prefix, term);
    });
  }

  void filter(std::string_view prefix, std::string_view term) { count(std::string(prefix).append(term), 0); }

  void exact(Field field, std::string_view value) {
    if (!value.empty()) filter(row_of(field).prefix, compact_text(value));
  }

  void number(std::string_view number) {
    if (number.empty()) return;
    text(number, kNumberWeight);
    const std::string_view prefix = row_of(Field::Number).prefix;
    const std::string compact = compact_text(number);
    filter(prefix, compact);
    count(std::string(kCodePrefix) + compact, kNumberWeight);
    const Folded folded = fold(number);
    const std::u32string_view letters = folded.text;
    for (std::size_t at = 0; at < letters.size(); ++at)
      if (!is_letter_or_digit(letters[at]))
        filter(prefix, std::string(kBeginningPrefix) + compact_code(letters.substr(0, at)));
  }

  Xapian::Document document() const {
    Xapian::Document target;
    for (const auto& [term, count] : counts_) {
      if (count == 0) target.add_boolean_term(term);
      else target.add_term(term, count);
    }
    return target;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  void count(std::string_view term, Xapian::termcount weight) {
    const auto known = counts_.find(term);
    if (known != counts_.end()) known->second += weight;
    else counts_.emplace(term, weight);
  }

  std::unordered_map<std::string, Xapian::termcount, Hash, std::equal_to<>> counts_;
};

void add_catalogue(Terms& terms, const Document& document) {
  terms.text(document.title, kTitleWeight, row_of(Field::Title).prefix);
  terms.text(document.customer_name, kCustomerWeight, row_of(Field::Customer).prefix);
  terms.text(document.customer_number, kNumberWeight, row_of(Field::Customer).prefix);
  for (const auto& pinyin : pinyins_of(document.customer_name))
    for (const auto& writing : {pinyin.full, pinyin.initials})
      if (writing.size() > 1) terms.filter(kPinyinPrefix, writing);
  terms.text(document.manager, 1, row_of(Field::Manager).prefix);
  terms.text(document.responsible, 1, row_of(Field::Responsible).prefix);
  terms.text(document.document_type_name, kTypeWeight);
  for (const auto* number : {&document.number, &document.earlier_number, &document.storage_id, &document.document_number})
    terms.number(*number);
  terms.exact(Field::Category, std::to_string(document.category));
  terms.exact(Field::Chapter, document.chapter);
  terms.exact(Field::Type, document.document_type);
  terms.exact(Field::Type, document.document_type_name);
  terms.exact(Field::State, document.state);
  terms.exact(Field::Shelf, document.shelf);
  if (document.year > 0) {
    const std::string year = std::to_string(document.year);
    terms.filter(row_of(Field::Year).prefix, year);
    terms.text(year + "年", kYearWeight);
  }
}

}  // namespace

Xapian::Document document_terms(const Document& document) {
  Terms terms;
  add_catalogue(terms, document);
  for (const auto& page : document.pages) {
    terms.text(page.text, 1);
    for (const auto& reading : page.second_readings) terms.text(reading, 1);
  }
  Xapian::Document target = terms.document();
  target.set_data(write_record(document));
  return target;
}

}  // namespace twofold::indexer
