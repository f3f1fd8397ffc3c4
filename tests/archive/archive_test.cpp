#include "tests/archive/places.h"

#include "catalog/events.h"

#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::archive;

namespace {

std::string error_key(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.message().key;
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(archive_test)

BOOST_AUTO_TEST_CASE(a_new_archive_has_all_its_parts_and_opens_with_its_settings) {
  const Place place;
  const auto archive = place.open();
  for (const auto& part : {archive->layout().catalogue(), archive->layout().store(), archive->layout().inbox(),
                           archive->layout().quarantine(), archive->layout().keys(), archive->layout().config()})
    BOOST_TEST(fs::exists(part), part);
  BOOST_TEST(archive->fonds().text() == "A001");
  BOOST_TEST(archive->config().fonds_name == "测试全宗");
  BOOST_TEST(archive->profile().key == "club");
  BOOST_TEST(archive->findings().empty());
}

BOOST_AUTO_TEST_CASE(a_folder_with_something_in_it_is_refused) {
  const Place place;
  const auto key = error_key([&] { Archive::init(place.root(), "A001", "名", "club", "x", place.clock); });
  BOOST_TEST(key == "archive.not_empty");
}

BOOST_AUTO_TEST_CASE(a_folder_without_an_archive_is_said_to_be_none) {
  const Place place;
  BOOST_TEST(error_key([&] { Archive(place.files(), {}); }) == "archive.none");
}

BOOST_AUTO_TEST_CASE(a_second_writer_is_refused_and_a_reader_is_not) {
  const Place place;
  const auto writer = place.open();
  BOOST_TEST(error_key([&] { place.open(); }) == "archive.busy");
  BOOST_TEST(place.open(OpenOptions::Access::Read)->fonds().text() == "A001");
}

BOOST_AUTO_TEST_CASE(a_wrong_setting_is_named_with_file_line_and_key) {
  const Place place;
  const auto config = Layout{place.root()}.config();
  write_durably(config, "fonds = \"A001\"\nfonds_name = \"名\"\nworkers = \"two\"\nworkres = 2\n");
  try {
    place.open();
    BOOST_FAIL("must be refused");
  } catch (const Error& error) {
    const auto words = render(error.message(), Language::English);
    BOOST_TEST(words.find("twofold.toml:3: workers") != std::string::npos, words);
    BOOST_TEST(words.find("twofold.toml:4: workres") != std::string::npos, words);
  }
}

BOOST_AUTO_TEST_CASE(opening_sweeps_tmp_and_names_objects_that_are_missing_or_cut) {
  const Place place;
  std::vector<Sha256> originals;
  {
    const auto archive = place.open();
    ingest_all(*archive, {place.write("a.txt", "first"), place.write("b.txt", "second")});
    catalog::each_object(archive->database(), [&](const auto& object) { originals.push_back(object.sha256); });
    write_durably(archive->layout().tmp() / "rest", "x");
    fs::remove(archive->store().path_of(originals.at(0)));
    fs::resize_file(archive->store().path_of(originals.at(1)), 1);
  }
  const auto archive = place.open();
  BOOST_TEST(fs::is_empty(archive->layout().tmp()));
  BOOST_TEST_REQUIRE(archive->findings().size() == 2U);
  BOOST_TEST(archive->findings()[0].key == "recovery.missing");
  BOOST_TEST(archive->findings()[1].key == "recovery.wrong_size");
}

BOOST_AUTO_TEST_SUITE_END()
