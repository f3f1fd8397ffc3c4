#include "scanner/worker/page/recognition_cache.h"

#include "base/files.h"
#include "scanner/protocol.h"

#include <boost/test/unit_test.hpp>

#include <functional>

using namespace twofold;
using namespace twofold::scanner;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(recognition_cache_test)

namespace {

const std::string kEngine = "engine 1 fast";
const std::string kHash(64, 'a');

Page remembered() {
  Page page;
  page.text = "合同第一条\n";
  page.words = {{"合同第一条", {10, 20, 100, 30}, 91.5F, 0}};
  page.width = 400;
  page.height = 300;
  page.dpi = 300;
  page.skew_degrees = 1.25;
  page.quarter_turns = 1;
  page.recognised = true;
  page.confidence = 91.5;
  page.picture_hash = kHash;
  return page;
}

class Cache {
 public:
  void put(const std::string& record, const std::string& hash = kHash) const {
    const auto path = cache_path(folder(), hash, kEngine);
    fs::create_directories(path.parent_path());
    write_at_once(path, record);
  }
  std::optional<Page> find(const std::string& hash = kHash, const std::string& engine = kEngine) const {
    return find_recognised(folder(), hash, engine);
  }
  fs::path folder() const { return scratch_.path() / "识别 cache"; }

 private:
  ScratchFolder scratch_{fs::temp_directory_path()};
};

PageImage picture(int shade, int width = 40, int height = 30, int type = CV_8UC1) {
  return {cv::Mat(height, width, type, cv::Scalar::all(shade)), 300, false};
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_was_recognised_is_found_again_as_it_was) {
  const Cache cache;
  cache.put(encode_record(remembered(), kEngine));
  const auto found = cache.find();
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->text == remembered().text);
  BOOST_REQUIRE(found->words.size() == 1U);
  BOOST_TEST(found->words[0].box.width == 100);
  BOOST_TEST(found->skew_degrees == 1.25);
  BOOST_TEST(found->quarter_turns == 1);
  BOOST_TEST(found->confidence == 91.5);
}

BOOST_AUTO_TEST_CASE(another_picture_or_another_engine_finds_nothing) {
  const Cache cache;
  cache.put(encode_record(remembered(), kEngine));
  BOOST_TEST(!cache.find(std::string(64, 'b')).has_value());
  BOOST_TEST(!cache.find(kHash, "engine 2 fast").has_value());
}

BOOST_AUTO_TEST_CASE(a_record_under_another_pictures_name_is_refused) {
  const Cache cache;
  const std::string other(64, 'b');
  cache.put(encode_record(remembered(), kEngine), other);
  BOOST_TEST(!cache.find(other).has_value());
}

BOOST_AUTO_TEST_CASE(a_record_that_breaks_off_anywhere_is_refused) {
  const Cache cache;
  const std::string whole = encode_record(remembered(), kEngine);
  for (std::size_t length = 0; length < whole.size(); length += 7) {
    cache.put(whole.substr(0, length));
    BOOST_TEST(!cache.find().has_value(), "a record of " << length << " bytes was taken");
  }
}

BOOST_AUTO_TEST_CASE(a_record_that_names_places_outside_its_page_is_refused) {
  const std::function<void(Page&)> faults[] = {
      [](Page& page) { page.words[0].box.left = 301; }, [](Page& page) { page.words[0].box.height = 290; },
      [](Page& page) { page.width = 0; }, [](Page& page) { page.blank = true; }};
  const Cache cache;
  for (const auto& fault : faults) {
    Page page = remembered();
    fault(page);
    cache.put(encode_record(page, kEngine));
    BOOST_TEST(!cache.find().has_value());
  }
}

BOOST_AUTO_TEST_CASE(a_record_tells_its_picture_by_its_name_alone) {
  const auto path = cache_path("somewhere", kHash, kEngine);
  BOOST_TEST(picture_hash_of(path).value_or("") == kHash);
  BOOST_TEST(!picture_hash_of(path.string() + ".Xy12zA").has_value());
  BOOST_TEST(!picture_hash_of(path.parent_path() / "notes.json").has_value());
}

BOOST_AUTO_TEST_CASE(pictures_of_the_same_bytes_differ_by_size_channels_and_resolution) {
  const std::string plain = picture_hash(picture(200));
  BOOST_TEST(plain.size() == 64U);
  BOOST_TEST(picture_hash(picture(200)) == plain);
  BOOST_TEST(picture_hash(picture(201)) != plain);
  BOOST_TEST(picture_hash(picture(200, 30, 40)) != plain);
  BOOST_TEST(picture_hash(picture(200, 40, 10, CV_8UC3)) != plain);
  PageImage finer = picture(200);
  finer.dpi = 600;
  BOOST_TEST(picture_hash(finer) != plain);
}

BOOST_AUTO_TEST_CASE(a_part_of_a_larger_picture_counts_as_its_own_bytes) {
  cv::Mat large(60, 80, CV_8UC1, cv::Scalar(0));
  large(cv::Rect(10, 10, 40, 30)).setTo(200);
  const PageImage part{large(cv::Rect(10, 10, 40, 30)), 300, false};
  BOOST_TEST(!part.pixels.isContinuous());
  BOOST_TEST(picture_hash(part) == picture_hash(picture(200)));
}

BOOST_AUTO_TEST_SUITE_END()
