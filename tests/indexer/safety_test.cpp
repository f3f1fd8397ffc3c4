#include "base/error.h"
#include "base/files.h"
#include "indexer/index.h"
#include "tests/indexer/made_items.h"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <fstream>
#include <thread>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::indexer;

namespace {

Document small(std::int64_t id) {
  Document item;
  item.item_id = id;
  item.title = "合同";
  item.year = 2024;
  return item;
}

std::uintmax_t size_of(const fs::path& folder) {
  std::uintmax_t size = 0;
  for (const auto& entry : fs::directory_iterator(folder)) size += entry.file_size();
  return size;
}

// What a question and the list of items bring about an index that somebody has meddled with.
void ask(const fs::path& index) {
  IndexReader reader(index);
  Query query{"信用额度 OR 合同", 0, 1000};
  query.most_facet_values = 10;
  reader.search(query);
  reader.suggest("王", 10, std::nullopt);
  reader.all_item_ids();
}

bool is_told(const Error& error) {
  return error.kind() == ErrorKind::Corrupt || error.kind() == ErrorKind::Io || error.kind() == ErrorKind::Internal;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(safety_test)

BOOST_AUTO_TEST_CASE(compaction_makes_the_index_smaller_and_readers_go_on) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path index = folder.path() / "索引";
  constexpr int kCount = 20'500;
  IndexWriter writer(index);
  for (int id = 1; id <= kCount; ++id) {
    writer.put(small(id));
    if (id % 4000 == 0) writer.commit();
  }
  writer.commit();
  const auto before = size_of(index);
  std::atomic<bool> stop = false;
  std::atomic<int> wrong = 0, asked = 0;
  std::jthread reading([&] {
    IndexReader reader(index);
    for (; !stop; ++asked)
      if (reader.search({"合同", 0, 1}).total != kCount) ++wrong;
  });
  while (asked == 0) std::this_thread::yield();
  writer.compact_when_worth_it();
  for (const int until = asked + 2; asked < until;) std::this_thread::yield();
  stop = true;
  reading.join();
  BOOST_TEST(wrong == 0);
  BOOST_TEST(size_of(index) < before);
  BOOST_TEST(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
  writer.put(small(kCount + 1));
  writer.commit();
  BOOST_TEST(IndexReader(index).search({"合同", 0, 1}).total == kCount + 1U);
  const auto grown = size_of(index);
  writer.compact_when_worth_it();
  BOOST_TEST(size_of(index) == grown, "one item is not worth a compaction");
}

BOOST_AUTO_TEST_CASE(a_damaged_index_is_told_and_never_a_crash) {
  const MadeItems made;
  const ScratchFolder scratch(fs::temp_directory_path());
  int told = 0, tried = 0;
  for (const auto& entry : fs::directory_iterator(made.path())) {
    for (const int damage : {0, 1, 2, 3}) {
      const fs::path copy = scratch.path() / ("索引 " + std::to_string(tried++));
      fs::copy(made.path(), copy);
      const fs::path file = copy / entry.path().filename();
      const auto size = fs::file_size(file);
      if (damage == 0) fs::resize_file(file, size / 2);
      if (damage == 1) fs::remove(file);
      if (damage == 2) std::ofstream(file, std::ios::trunc | std::ios::binary) << std::string(size, '\0');
      if (damage == 3) {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(static_cast<std::streamoff>(size / 3));
        bytes << "twofold twofold twofold";
      }
      try {
        ask(copy);
      } catch (const Error& error) {
        BOOST_TEST(is_told(error), error.what());
        ++told;
      }
    }
  }
  BOOST_TEST(told >= tried / 3);
}

BOOST_AUTO_TEST_CASE(rows_that_are_missing_hide_nothing_silently) {
  const MadeItems made;
  fs::resize_file(made.path() / "columns", 32 * 100);
  BOOST_CHECK_EXCEPTION(IndexReader(made.path()).search({"合同", 0, 1}), Error,
                        [](const Error& error) { return error.kind() == ErrorKind::Corrupt; });
}

BOOST_AUTO_TEST_CASE(a_reader_finds_no_moment_without_an_index_while_it_is_rebuilt) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path index = folder.path() / "索引";
  {
    IndexWriter writer(index);
    writer.put(small(1));
    writer.commit();
  }
  std::atomic<bool> stop = false;
  std::atomic<int> missed = 0;
  std::jthread reading([&] {
    IndexReader reader(index);
    while (!stop)
      if (reader.search({"合同", 0, 1}).total != 1) ++missed;
  });
  for (int round = 0; round < 30; ++round) {
    IndexRebuild rebuild(index);
    rebuild.put(small(1));
    rebuild.finish();
  }
  stop = true;
  reading.join();
  BOOST_TEST(missed == 0);
}

BOOST_AUTO_TEST_SUITE_END()
