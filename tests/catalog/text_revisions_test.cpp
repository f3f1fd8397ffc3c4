#include "catalog/text_revisions.h"

#include "catalog/events.h"
#include "catalog/outbox.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(text_revisions_test)

namespace {

struct Recognised {
  // Two items of two pages; the first item's pages come from engine 1, of the second only the first page.
  Recognised() {
    first = records.receive({.pages = 2}).id;
    second = records.receive({.pages = 2}).id;
    records.execute("UPDATE page SET recognised = 1, recogniser = 'engine 1', confidence = 60, picture_hash = 'h' || item_id "
                    "WHERE item_id = " + std::to_string(first) + " OR number = 1");
    words = give_words(first, "words one");
  }

  StoredObject give_words(std::int64_t item, const std::string& content) {
    const StoredObject object{sha256(content), content.size(), "json"};
    records.execute("INSERT INTO object(sha256, size, format) VALUES('" + object.sha256.text() + "', 9, 'json')");
    records.execute("INSERT INTO item_object(item_id, role, sha256) VALUES(" + std::to_string(item) + ", 'words', '" +
                    object.sha256.text() + "')");
    return object;
  }

  int put(const std::string& engine, const std::vector<NewText>& replaced, const std::vector<int>& kept = {}) {
    int revision = 0;
    const std::string content = "words of " + engine;
    records.act([&](Transaction& transaction) {
      revision = record_new_texts(transaction, *find_item(records.database, first), engine, replaced, kept,
                                  StoredObject{sha256(content), content.size(), "json"});
    });
    return revision;
  }

  Records records;
  std::int64_t first = 0, second = 0;
  StoredObject words;
};

}  // namespace

BOOST_AUTO_TEST_CASE(recognised_pages_of_another_engine_are_due_and_no_others) {
  Recognised made;
  const std::vector<std::int64_t> both = {made.first, made.second};
  BOOST_TEST(items_read_otherwise(made.records.database, "engine 2", 0, 10) == both, boost::test_tools::per_element());
  BOOST_TEST(count_items_read_otherwise(made.records.database, "engine 2") == 2);
  BOOST_TEST(items_read_otherwise(made.records.database, "engine 2", made.first, 10).size() == 1U);
  BOOST_TEST(items_read_otherwise(made.records.database, "engine 1", 0, 10).empty());
  BOOST_TEST(pages_read_otherwise(made.records.database, made.second, "engine 2").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_replaced_page_keeps_its_older_text_and_a_kept_one_is_not_due_again) {
  Recognised made;
  BOOST_TEST(made.put("engine 2", {{1, "新文字", 80, "h9"}}, {2}) == 1);
  const auto pages = pages_of(made.records.database, made.first);
  BOOST_TEST(pages[0].text == "新文字");
  BOOST_TEST(pages[0].recogniser == "engine 2");
  BOOST_TEST(pages[0].picture_hash == "h9");
  BOOST_TEST(pages[1].text == "正文");
  BOOST_TEST(pages[1].recogniser == "engine 1");
  BOOST_TEST(pages_read_otherwise(made.records.database, made.first, "engine 2").empty());
  BOOST_TEST(pages_read_otherwise(made.records.database, made.first, "engine 3").size() == 2U);
  const auto older = text_revisions_of(made.records.database, made.first);
  BOOST_REQUIRE(older.size() == 1U);
  BOOST_TEST(older[0].text == "正文");
  BOOST_TEST(older[0].confidence == 60);
}

BOOST_AUTO_TEST_CASE(revisions_count_up_and_each_keeps_its_words) {
  Recognised made;
  made.put("engine 2", {{1, "第二", 80, ""}});
  BOOST_TEST(made.put("engine 3", {{1, "第三", 90, ""}, {2, "第三页二", 90, ""}}) == 2);
  BOOST_TEST(text_revisions_of(made.records.database, made.first).size() == 3U);
  const auto second = text_revisions_of(made.records.database, made.first, 2);
  BOOST_REQUIRE(second.size() == 2U);
  BOOST_TEST(second[0].text == "第二");
  BOOST_TEST(second[1].text == "正文");
  const auto& database = made.records.database;
  BOOST_TEST(object_of(database, made.first, "words.1")->sha256.text() == made.words.sha256.text());
  BOOST_TEST(object_of(database, made.first, "words.2")->sha256.text() == sha256("words of engine 2").text());
  BOOST_TEST(object_of(database, made.first, "words")->sha256.text() == sha256("words of engine 3").text());
}

BOOST_AUTO_TEST_CASE(the_index_and_the_events_learn_of_a_newer_text_alone) {
  Recognised made;
  const auto pending = count_pending_indexing(made.records.database);
  const auto events = chain_head(made.records.database).seq;
  BOOST_TEST(made.put("engine 2", {}, {1, 2}) == 0);
  BOOST_TEST(count_pending_indexing(made.records.database) == pending);
  BOOST_TEST(chain_head(made.records.database).seq == events);
  made.put("engine 3", {{2, "新", 80, ""}});
  BOOST_TEST(count_pending_indexing(made.records.database) == pending + 1);
  const auto last = list_events(made.records.database, "", 0, 1);
  BOOST_TEST(last.at(0).action == "item.recognised_again");
  BOOST_TEST(last.at(0).bytes.find("engine 3") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_picture_is_needed_while_a_page_was_read_from_it) {
  Recognised made;
  const std::string hash = "h" + std::to_string(made.first);
  BOOST_TEST(is_picture_needed(made.records.database, hash));
  BOOST_TEST(!is_picture_needed(made.records.database, "h0"));
  BOOST_TEST(!is_picture_needed(made.records.database, ""));
  made.records.execute("DELETE FROM page WHERE item_id = " + std::to_string(made.first));
  BOOST_TEST(!is_picture_needed(made.records.database, hash));
}

BOOST_AUTO_TEST_SUITE_END()
