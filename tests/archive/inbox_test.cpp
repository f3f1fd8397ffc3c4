#include "tests/archive/places.h"

#include <boost/test/unit_test.hpp>
#include <thread>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::archive;

namespace {

std::vector<FileResult> watch_once(Archive& archive) {
  std::vector<FileResult> results;
  SilentProgress silent;
  watch_inbox(archive, true, silent, [&](const FileResult& result) { results.push_back(result); });
  return results;
}

// Files stand still for one second here, so that the tests are quick.
std::unique_ptr<Archive> open_quick(const Place& place) {
  const auto config = Layout{place.root()}.config();
  write_durably(config, read_file(config) + "stability_seconds = 1\n");
  return place.open();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(inbox_test)

BOOST_AUTO_TEST_CASE(what_has_stood_still_is_filed_and_only_then_removed) {
  const Place place;
  const auto archive = open_quick(place);
  const auto inbox = archive->layout().inbox();
  write_durably(inbox / "来文 1.txt", "a letter");
  fs::create_directories(inbox / "一盒");
  write_durably(inbox / "一盒" / "b.txt", "in a folder");
  write_durably(inbox / ".hidden", "not mine");
  write_durably(inbox / "c.part", "half");
  std::size_t still_there = 0;
  SilentProgress silent;
  watch_inbox(*archive, true, silent, [&](const FileResult& result) { still_there += fs::exists(result.path); });
  BOOST_TEST(still_there == 2U);
  BOOST_TEST(!fs::exists(inbox / "来文 1.txt"));
  BOOST_TEST(!fs::exists(inbox / "一盒"));
  BOOST_TEST(fs::exists(inbox / ".hidden"));
  BOOST_TEST(fs::exists(inbox / "c.part"));
  BOOST_TEST(catalog::count_items(archive->database()) == 2);
}

BOOST_AUTO_TEST_CASE(a_file_that_still_grows_is_left_until_it_stands_still) {
  const Place place;
  const auto archive = open_quick(place);
  const auto file = archive->layout().inbox() / "growing.txt";
  std::string whole;
  std::jthread writer([&] {
    for (int i = 0; i < 6; ++i) {
      whole += fmt::format("line {}\n", i);
      write_durably(file, whole);
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
    }
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const auto results = watch_once(*archive);
  writer.join();
  BOOST_TEST_REQUIRE(results.size() == 1U);
  BOOST_TEST(archive->store().size_of(sha256(whole)).has_value());
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_moved_to_quarantine) {
  const Place place;
  const auto archive = open_quick(place);
  write_durably(archive->layout().inbox() / "坏.pdf", "%PDF-1.7\nbroken");
  BOOST_TEST(outcomes(watch_once(*archive)) == "quarantined");
  BOOST_TEST(!fs::exists(archive->layout().inbox() / "坏.pdf"));
  BOOST_TEST(!fs::is_empty(archive->layout().quarantine()));
}

BOOST_AUTO_TEST_SUITE_END()
