#include "scanner/worker/page/encode.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

#include <stdexcept>
#include <string_view>

namespace twofold::scanner {
namespace {

cv::Mat noise(int type) {
  cv::Mat picture(33, 57, type);
  cv::randu(picture, 0, 256);
  return picture;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(encode_test)

BOOST_AUTO_TEST_CASE(a_png_gives_back_every_pixel_and_tells_the_resolution_where_it_is_known) {
  for (const int type : {CV_8UC1, CV_8UC3}) {
    const cv::Mat picture = noise(type);
    const auto silent = encode_png(picture), telling = encode_png(picture, 300);
    for (const auto& bytes : {silent, telling}) {
      const cv::Mat back = cv::imdecode(bytes, cv::IMREAD_UNCHANGED);
      BOOST_REQUIRE(back.type() == type);
      BOOST_TEST(cv::norm(back, picture, cv::NORM_INF) == 0);
    }
    const auto says = [](const EncodedPicture& bytes) {
      const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
      return text.find(std::string_view("pHYs\0\0\x2e\x23\0\0\x2e\x23\x01", 13)) != std::string_view::npos;  // 11811 a metre
    };
    BOOST_TEST(says(telling));
    BOOST_TEST(!says(silent));
  }
}

BOOST_AUTO_TEST_CASE(a_jpeg_is_as_opencv_writes_it) {
  for (const int type : {CV_8UC1, CV_8UC3}) {
    const cv::Mat picture = noise(type);
    EncodedPicture plain, smallest;
    cv::imencode(".jpg", picture, plain, {cv::IMWRITE_JPEG_QUALITY, 75});
    cv::imencode(".jpg", picture, smallest, {cv::IMWRITE_JPEG_QUALITY, 65, cv::IMWRITE_JPEG_OPTIMIZE, 1, cv::IMWRITE_JPEG_PROGRESSIVE, 1});
    BOOST_TEST((encode_jpeg(picture, 75) == plain));
    BOOST_TEST((encode_jpeg(picture, 65, JpegKind::Smallest) == smallest));
  }
}

BOOST_AUTO_TEST_CASE(what_no_file_can_hold_is_refused) {
  BOOST_CHECK_THROW(encode_jpeg(cv::Mat(1, 70'000, CV_8UC1, cv::Scalar(0)), 75), std::runtime_error);
  BOOST_CHECK_THROW(encode_jpeg(cv::Mat(), 75), std::runtime_error);
  BOOST_CHECK_THROW(encode_png(cv::Mat(4, 4, CV_32FC1, cv::Scalar(0))), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
