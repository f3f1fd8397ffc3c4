#include "tests/app/server/api/served_archive.h"

#include <array>
#include <future>
#include <set>

using namespace twofold;
using namespace twofold::app;
using namespace twofold::app::api;

namespace {

constexpr unsigned kWidth = 800, kHeight = 1100;

void put(std::string& bytes, unsigned value, int count) {
  for (int i = 0; i < count; ++i) bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

// One page of black bars on white, as the simplest of TIFFs.
std::string bars() {
  std::string rows;
  for (unsigned row = 0; row < kHeight; ++row)
    for (unsigned column = 0; column < kWidth / 8; ++column)
      rows.push_back(row / 40 % 2 == 1 && column > 10 && column < 90 ? '\0' : '\xFF');
  std::string file = "II";
  put(file, 42, 2);
  put(file, static_cast<unsigned>(8 + rows.size()), 4);
  file += rows;
  const std::vector<std::array<unsigned, 2>> fields = {{256, kWidth}, {257, kHeight}, {258, 1}, {259, 1}, {262, 1},
                                                       {273, 8},      {277, 1},       {278, kHeight},
                                                       {279, static_cast<unsigned>(rows.size())}};
  put(file, static_cast<unsigned>(fields.size()), 2);
  for (const auto& [tag, value] : fields) {
    put(file, tag, 2);
    put(file, 4, 2);
    put(file, 1, 4);
    put(file, value, 4);
  }
  put(file, 0, 4);
  return file;
}

// Width and height as a JPEG's frame header tells them.
std::pair<int, int> size_of_jpeg(const std::string& bytes) {
  const auto byte = [&](std::size_t at) { return static_cast<int>(static_cast<unsigned char>(bytes.at(at))); };
  for (std::size_t at = 2; at + 9 < bytes.size(); at += 2 + static_cast<std::size_t>(byte(at + 2) * 256 + byte(at + 3)))
    if (byte(at + 1) >= 0xC0 && byte(at + 1) <= 0xC2)
      return {byte(at + 7) * 256 + byte(at + 8), byte(at + 5) * 256 + byte(at + 6)};
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_pictures_test)

BOOST_AUTO_TEST_CASE(a_scanned_page_is_shown_to_those_who_may_read_it) {
  ServedArchive in;
  const auto number = in.take_in(bars(), "合同/一.tif");
  const auto listed = in.must("张建国", "GET", "/items/" + number + "/pages").json->getArray("pages")->getObject(0);
  BOOST_TEST(listed->getValue<bool>("picture"));

  const std::string address = "/items/" + number + "/pages/1";
  const auto image = in.must("张建国", "GET", address + "/image?width=640");
  BOOST_TEST(std::string(image.headers.get("Content-Type")) == "image/jpeg");
  BOOST_TEST(std::string(image.headers.get("Cache-Control")) == "private, max-age=300");
  BOOST_REQUIRE(image.file.has_value());
  const auto [width, height] = size_of_jpeg(read_file(*image.file));
  BOOST_TEST(width == 640);
  BOOST_TEST(height == 880);
  const auto thumbnail = in.must("张建国", "GET", address + "/thumbnail");
  BOOST_REQUIRE(thumbnail.file.has_value());
  BOOST_TEST(size_of_jpeg(read_file(*thumbnail.file)).first == 160);

  // Who may not see the item learns nothing of its pages, whether they are shown already or not.
  for (const auto& path : {address + "/image?width=640", "/items/" + number + "/pages/2/image"}) {
    const auto refused = in.ask("李经理", "GET", path);
    BOOST_TEST(refused.status == 404);
    BOOST_TEST(refused.code() == in.ask("李经理", "GET", "/items/T-A001-02-C09-000999/pages/1/image").code());
  }
}

BOOST_AUTO_TEST_CASE(who_files_an_item_looks_at_it_until_it_is_filed) {
  ServedArchive in;
  const auto number = in.take_in(bars(), "合同/一.tif");
  const std::string address = "/items/" + number + "/pages/1/thumbnail";
  in.must("周敏", "GET", address);
  BOOST_TEST(in.ask("孙工", "GET", address).status == 403);
  in.sign(number);
  in.must("周敏", "POST", "/items/" + number + "/filing");
  BOOST_TEST(in.ask("周敏", "GET", address).code() == "access.refused");
  in.must("张建国", "GET", address);
}

BOOST_AUTO_TEST_CASE(what_has_no_picture_says_so) {
  ServedArchive in;
  const auto text = in.take_in("会员签单消费合同,甲方王府集团。");
  BOOST_TEST(in.ask("张建国", "GET", "/items/" + text + "/pages/1/image").code() == "picture.none");
  const auto scan = in.take_in(bars(), "合同/一.tif");
  BOOST_TEST(in.ask("张建国", "GET", "/items/" + scan + "/pages/2/image").code() == "picture.none");
  BOOST_TEST(in.ask("张建国", "GET", "/items/" + scan + "/pages/1/image?width=wide").status == 400);
}

BOOST_AUTO_TEST_CASE(many_who_ask_at_once_get_the_same_picture) {
  ServedArchive in;
  const auto number = in.take_in(bars(), "合同/一.tif");
  std::vector<std::future<Answered>> asked;
  for (int i = 0; i < 8; ++i)
    asked.push_back(std::async(std::launch::async, [&] {
      return in.ask("张建国", "GET", "/items/" + number + "/pages/1/image?width=320");
    }));
  std::set<fs::path> files;
  for (auto& each : asked) {
    const auto answer = each.get();
    BOOST_TEST(answer.status == 200);
    if (answer.file) files.insert(*answer.file);
  }
  BOOST_REQUIRE(files.size() == 1U);
  BOOST_TEST(size_of_jpeg(read_file(*files.begin())).first == 320);
}

BOOST_AUTO_TEST_CASE(a_page_just_taken_in_has_its_picture_already) {
  ServedArchive in;
  const auto number = in.take_in(bars(), "合同/一.tif");
  const auto kept = archive::kept_pictures(in.served->shared().layout());
  BOOST_REQUIRE(kept.size() == 1U);
  const auto image = in.must("张建国", "GET", "/items/" + number + "/pages/1/image?width=1000");
  BOOST_REQUIRE(image.file.has_value());
  BOOST_TEST(image.file->string() == kept.front().path.string());
  // As the server would have drawn it: no wider than the page, and the bars across all of it.
  BOOST_TEST((size_of_jpeg(read_file(*image.file)) == std::pair(static_cast<int>(kWidth), static_cast<int>(kHeight))));

  // Once it is lost, it and a smaller one out of it are made.
  fs::remove_all(in.served->shared().layout().pictures());
  BOOST_TEST(size_of_jpeg(read_file(*in.must("张建国", "GET", "/items/" + number + "/pages/1/thumbnail").file)).first == 160);
  BOOST_TEST(archive::kept_pictures(in.served->shared().layout()).size() == 2U);
}

BOOST_AUTO_TEST_CASE(pictures_kept_stay_within_their_bound) {
  ServedArchive in;
  const auto number = in.take_in(bars(), "合同/一.tif");
  PagePictures pictures(in.served->shared(), 1);
  const auto reader = in.served->shared().take_reader();
  const auto item = catalog::find_item(reader->database(), 1);
  BOOST_REQUIRE(item.has_value());
  const auto kept = [&] { return archive::kept_pictures(in.served->shared().layout()).size(); };
  for (const int width : {160, 320, 640}) {
    pictures.picture(*reader, *item, 1, width);
    BOOST_TEST(kept() <= 1U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
