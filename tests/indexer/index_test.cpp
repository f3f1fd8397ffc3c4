#include "base/error.h"
#include "base/files.h"
#include "indexer/index.h"

#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::indexer;

namespace {

Document document(std::int64_t id, const std::string& text) {
  Document made;
  made.item_id = id;
  made.title = "档案";
  made.pages = {{1, text}};
  return made;
}

void fill(const fs::path& folder, const std::string& text) {
  IndexWriter writer(folder);
  writer.put(document(7, text));
  writer.commit();
}

ErrorKind kind_of_opening(const fs::path& folder) {
  try {
    const IndexWriter writer(folder);
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::Internal;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(index_test)

BOOST_AUTO_TEST_CASE(putting_an_item_again_replaces_it_and_removing_it_twice_is_fine) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path index = folder.path() / "索 引";
  IndexWriter writer(index);
  writer.put(document(7, "旧的内容"));
  writer.put(document(7, "新的内容"));
  writer.commit();
  IndexReader reader(index);
  BOOST_TEST(reader.search({"旧的", 0, 5}).total == 0U);
  BOOST_TEST(reader.search({"新的", 0, 5}).total == 1U);
  BOOST_TEST(reader.contains(7));
  writer.remove(7);
  writer.remove(7);
  writer.commit();
  BOOST_TEST(!reader.contains(7));
  BOOST_TEST(reader.all_item_ids().empty());
}

BOOST_AUTO_TEST_CASE(an_index_that_is_not_there_yet_answers_nothing) {
  BOOST_TEST(IndexReader("/nowhere/index").search({"合同", 0, 5}).total == 0U);
}

BOOST_AUTO_TEST_CASE(a_second_writer_is_told_that_the_index_is_busy) {
  const ScratchFolder folder(fs::temp_directory_path());
  const IndexWriter writer(folder.path() / "index");
  BOOST_TEST((kind_of_opening(folder.path() / "index") == ErrorKind::Conflict));
}

BOOST_AUTO_TEST_CASE(a_damaged_index_is_named_so) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path index = folder.path() / "index";
  fill(index, "内容");
  for (const auto& entry : fs::directory_iterator(index)) write_durably(entry.path(), "not an index");
  BOOST_TEST((kind_of_opening(index) == ErrorKind::Corrupt));
}

BOOST_AUTO_TEST_CASE(a_rebuilt_index_takes_the_place_of_the_old_one) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path index = folder.path() / "index";
  fill(index, "旧的内容");
  IndexReader reader(index);
  IndexRebuild rebuild(index);
  rebuild.put(document(9, "重建的内容"));
  BOOST_TEST(reader.contains(7));
  rebuild.finish();
  BOOST_TEST(!reader.contains(7));
  BOOST_TEST(reader.search({"重建", 0, 5}).total == 1U);
  BOOST_TEST(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) <= 2);
}

BOOST_AUTO_TEST_CASE(a_crash_between_the_two_renames_leaves_the_old_index) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path index = folder.path() / "index";
  fill(index, "内容");
  fs::rename(index, index.string() + ".old");
  const IndexWriter writer(index);
  BOOST_TEST(IndexReader(index).contains(7));
}

BOOST_AUTO_TEST_SUITE_END()
