#include "tests/archive/places.h"

#include "catalog/outbox.h"

#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(indexing_test)

BOOST_AUTO_TEST_CASE(a_filed_document_is_found_by_its_text_its_customer_and_its_number) {
  const Place place;
  const auto archive = place.open();
  const auto results = ingest_all(*archive, {place.write("1 合同.txt", "水晶吊灯十二盏")}, of_the_hotel());
  BOOST_TEST(hits(*archive, "水晶吊灯") == 1U);
  BOOST_TEST(hits(*archive, "customer:王府饭店") == 1U);
  BOOST_TEST(hits(*archive, "no:" + results.at(0).number) == 1U);
  BOOST_TEST(catalog::count_pending_indexing(archive->database()) == 0);
}

BOOST_AUTO_TEST_CASE(a_document_is_found_within_two_seconds_of_its_acknowledgement) {
  const Place place;
  const auto archive = place.open();
  for (int i = 0; i < 30; ++i) place.write(fmt::format("{:02}.txt", i), fmt::format("lantern{:02} text", i));
  std::vector<std::chrono::steady_clock::time_point> told;
  SilentProgress silent;
  ingest(*archive, {place.files()}, {}, silent,
         [&](const FileResult&) { told.push_back(std::chrono::steady_clock::now()); });
  BOOST_TEST(hits(*archive, "lantern00") == 1U);
  BOOST_TEST(hits(*archive, "lantern29") == 1U);
  const auto since_last = std::chrono::steady_clock::now() - told.back();
  BOOST_TEST((since_last < std::chrono::seconds(2)));
}

BOOST_AUTO_TEST_CASE(a_rebuilt_index_has_the_same_items_and_answers) {
  const Place place;
  const auto archive = place.open();
  place.write("a.txt", "alpha lamp");
  place.write("b.txt", "beta lamp");
  ingest_all(*archive, {place.files()}, of_the_hotel());
  const auto before = indexer::IndexReader(archive->layout().index()).all_item_ids();
  SilentProgress silent;
  BOOST_TEST(reindex(*archive, silent) == 2U);
  BOOST_TEST((indexer::IndexReader(archive->layout().index()).all_item_ids() == before));
  BOOST_TEST(hits(*archive, "lamp") == 2U);
  BOOST_TEST(hits(*archive, "beta") == 1U);
}

BOOST_AUTO_TEST_CASE(an_index_that_lacks_an_item_is_made_anew_on_opening) {
  const Place place;
  {
    const auto archive = place.open();
    ingest_all(*archive, {place.write("a.txt", "alpha lamp"), place.write("b.txt", "beta lamp")});
    indexer::IndexWriter writer(archive->layout().index());
    writer.remove(1);
    writer.commit();
  }
  const auto archive = place.open();
  BOOST_TEST(hits(*archive, "lamp") == 2U);
  BOOST_TEST(archive->findings().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_lost_or_damaged_index_is_rebuilt_on_opening) {
  const Place place;
  { ingest_all(*place.open(), {place.write("a.txt", "alpha lamp")}); }
  const auto index = Layout{place.root()}.index();
  fs::remove_all(index);
  BOOST_TEST(hits(*place.open(), "alpha") == 1U);
  for (const auto& entry : fs::directory_iterator(index))
    if (entry.is_regular_file()) fs::resize_file(entry.path(), fs::file_size(entry.path()) / 2);
  BOOST_TEST(hits(*place.open(), "alpha") == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
