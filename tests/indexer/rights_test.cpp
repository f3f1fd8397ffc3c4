#include "tests/indexer/made_items.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace twofold;
using namespace twofold::indexer;

namespace {

bool sees(const Rights& rights, const Document& item) {
  const auto holds = [](const std::vector<std::int64_t>& ids, std::int64_t id) { return std::ranges::find(ids, id) != ids.end(); };
  return holds(rights.chapters, item.chapter_id) || holds(rights.customers, item.customer_id) || holds(rights.items, item.item_id);
}

std::string value_of(const Document& item, Facet facet) {
  switch (facet) {
    case Facet::Category: return std::to_string(item.category);
    case Facet::Year: return std::to_string(item.year);
    case Facet::Manager: return item.manager;
    case Facet::Type: return item.document_type;
    case Facet::Customer: return item.customer_name;
    case Facet::Place: return item.shelf.substr(0, 5);
    case Facet::State: return item.state;
  }
  return {};
}

std::vector<Rights> some_rights() { return {{{3, 7}, {}, {}}, {{}, {2}, {}}, {{}, {}, {5, 10, 400}}, {{1}, {4}, {6}}, {}}; }

struct Asked {
  std::string text;
  bool (*holds)(const Document&);
};
const Asked kAsked[] = {{"信用额度", [](const Document& item) { return item.item_id % 5 == 0; }},
                        {"\"客户来访\"", [](const Document& item) { return item.item_id % 5 != 0; }},
                        {"合同 OR 信用", [](const Document& item) { return item.item_id % 3 == 0 || item.item_id % 5 == 0; }},
                        {"合同 NOT \"信用额度\"", [](const Document& item) { return item.item_id % 3 == 0 && item.item_id % 5 != 0; }},
                        {"category:2 state:bound", [](const Document& item) { return item.category == 2 && item.state == "bound"; }}};

}  // namespace

BOOST_AUTO_TEST_SUITE(rights_test)

BOOST_AUTO_TEST_CASE(facets_of_what_has_some_of_the_words_hold_only_what_may_be_seen) {
  const MadeItems made;
  IndexReader reader(made.path());
  for (const auto& rights : some_rights()) {
    const auto expected = made.ids_where([&](const Document& item) { return item.item_id % 5 != 0 && sees(rights, item); });
    if (expected.empty()) continue;
    Query query{"付款方式 lighthouse", 0, 10};
    query.rights = rights;
    query.most_facet_values = 10;
    const Answer answer = reader.search(query);
    BOOST_TEST(answer.some_words_only);
    BOOST_REQUIRE(answer.facets.size() == 7U);
    std::size_t counted = 0;
    for (const auto& value : answer.facets.front().counts) counted += value.count;
    BOOST_TEST(counted == expected.size());
  }
}

BOOST_AUTO_TEST_CASE(totals_hits_and_facets_hold_exactly_what_may_be_seen) {
  const MadeItems made;
  IndexReader reader(made.path());
  std::vector<std::optional<Rights>> all = {std::nullopt};
  for (auto& rights : some_rights()) all.emplace_back(rights);
  for (const auto& rights : all) {
    for (const auto& asked : kAsked) {
      const auto expected = made.ids_where([&](const Document& item) { return asked.holds(item) && (!rights || sees(*rights, item)); });
      Query query{asked.text, 0, 1000};
      query.rights = rights;
      query.most_facet_values = 1000;
      const Answer answer = reader.search(query);
      if (expected.empty() && answer.some_words_only) continue;
      BOOST_TEST(answer.total == expected.size(), asked.text);
      std::vector<std::int64_t> found;
      for (const auto& hit : answer.hits)
        if (!hit.some_words_only) found.push_back(hit.item_id);
      std::ranges::sort(found);
      BOOST_TEST(found == expected, asked.text);
      BOOST_REQUIRE_EQUAL(answer.facets.size(), 7U);
      for (const auto& table : answer.facets) {
        std::map<std::string, std::size_t> counts;
        for (const auto id : expected)
          if (const auto value = value_of(made.items()[static_cast<std::size_t>(id - 1)], table.facet); !value.empty()) ++counts[value];
        std::map<std::string, std::size_t> told;
        for (const auto& row : table.counts) told[row.value] = row.count;
        BOOST_TEST((told == counts), asked.text << " " << name_of(table.facet));
        BOOST_TEST(table.different == counts.size());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_may_not_be_seen_shows_in_no_loose_answer_either) {
  const MadeItems made;
  IndexReader reader(made.path());
  for (const auto& rights : some_rights()) {
    for (const char* text : {"信用额度 不存在的词语", "王府集团的信用额度是多少", "王福集团 合同", "年:2016 来信 天外"}) {
      Query query{text, 0, 1000};
      query.rights = rights;
      const Answer answer = reader.search(query);
      for (const auto& hit : answer.hits) BOOST_TEST(sees(rights, made.items()[static_cast<std::size_t>(hit.item_id - 1)]));
      for (const auto& meant : answer.did_you_mean) {
        Query again{meant, 0, 10};
        again.rights = rights;
        BOOST_TEST(reader.search(again).total > 0U, meant);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(suggestions_count_and_name_only_what_may_be_seen) {
  const MadeItems made;
  IndexReader reader(made.path());
  for (const auto& rights : some_rights()) {
    for (const char* typed : {"王", "wang", "wfjt", "K000", "集团", "har", "x"}) {
      for (const auto& suggestion : reader.suggest(typed, 100, rights)) {
        const auto seen = made.ids_where([&](const Document& item) { return item.customer_name == suggestion.name && sees(rights, item); });
        BOOST_TEST(suggestion.items == seen.size(), typed << " " << suggestion.name);
        BOOST_TEST(suggestion.items > 0U);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_item_that_may_not_be_seen_is_like_nothing_and_like_none) {
  const MadeItems made;
  IndexReader reader(made.path());
  Query query{"", 0, 500};
  query.rights = Rights{{3}, {}, {}};
  BOOST_TEST(reader.similar(3, query).hits.empty());  // chapter 4
  const auto similar = reader.similar(2, query);
  BOOST_TEST(!similar.hits.empty());
  for (const auto& hit : similar.hits) {
    BOOST_TEST(hit.item_id != 2);
    BOOST_TEST(sees(*query.rights, made.items()[static_cast<std::size_t>(hit.item_id - 1)]));
  }
}

BOOST_AUTO_TEST_CASE(rights_change_with_the_next_question) {
  const MadeItems made;
  IndexReader reader(made.path());
  Query query{"信用额度", 0, 10};
  query.rights = Rights{{}, {}, {5}};
  BOOST_TEST(reader.search(query).total == 1U);
  query.rights = Rights{};
  BOOST_TEST(reader.search(query).total == 0U);
  BOOST_TEST(reader.search(query).hits.empty());
}

BOOST_AUTO_TEST_SUITE_END()
