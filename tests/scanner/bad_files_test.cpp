// A short campaign of damaged files: whatever the damage, the answer is a Reading and the reader goes on.
#include "base/files.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <random>

namespace twofold::scanner {
namespace {

using namespace testing;

constexpr int kMutationsOfEach = 60;

std::string image(const TestFolder& folder, const std::string& extension) {
  cv::Mat page(120, 300, CV_8UC1, cv::Scalar(255));
  cv::putText(page, "Contract 17", {20, 70}, cv::FONT_HERSHEY_SIMPLEX, 1.2, cv::Scalar(0), 2);
  const auto path = folder / ("image." + extension);
  cv::imwrite(path.string(), page);
  return read_file(path);
}

Entries samples(const TestFolder& folder) {
  Entries all{{"pdf", small_pdf("Contract 2024-00123")}, {"eml", small_mail()},
              {"html", "<html><body><p>x</p><table><tr><td>y</td></tr></table></body></html>"},
              {"csv", "a,b\n1,2\n3,4\n"}};
  for (const char* extension : {"tif", "png", "jpg", "jp2"}) all.emplace_back(extension, image(folder, extension));
  const auto packed = [&](const char* name, const std::filesystem::path& path) {
    all.emplace_back(name, read_file(path));
  };
  packed("docx", write_zip(folder / "1", docx_parts("王府")));
  packed("xlsx", write_zip(folder / "2", xlsx_parts()));
  packed("pptx", write_zip(folder / "3", pptx_parts()));
  packed("zip", write_zip(folder / "4", {{"a.txt", std::string(300, 'a')}, {"b.txt", "b"}}));
  packed("tar.gz", write_tar_gz(folder / "5", {{"a.txt", std::string(300, 'a')}, {"b.txt", "b"}}));
  packed("7z", write_7z(folder / "6", {{"a.txt", std::string(300, 'a')}, {"b.txt", "b"}}));
  return all;
}

std::string damaged(std::string bytes, std::mt19937& random, int kind) {
  const auto place = [&] { return random() % bytes.size(); };
  if (kind % 3 == 0) return bytes.substr(0, 1 + place());
  const int hits = kind % 3 == 1 ? 1 : 20;
  for (int i = 0; i < hits; ++i) bytes[place()] ^= static_cast<char>(1U << random() % 8);
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bad_files_test)

BOOST_AUTO_TEST_CASE(every_damaged_file_gets_a_typed_answer_and_the_reader_goes_on) {
  TestFolder folder;
  ReaderOptions quick = options(2);
  quick.limits.seconds_per_page = 20;
  Bench bench(quick);
  std::mt19937 random(20260301);
  int readings = 0, crashes = 0;
  for (const auto& [name, bytes] : samples(folder)) {
    BOOST_TEST(failure_name(bench.read(write(folder / name, bytes))) == "", name << " itself must be readable");
    for (int i = 0; i < kMutationsOfEach; ++i) {
      Reading reading;
      const std::string what = name + " mutation " + std::to_string(i);
      try {
        reading = bench.read(write(folder / "bad", damaged(bytes, random, i)));
      } catch (const std::exception& error) {
        BOOST_REQUIRE_MESSAGE(false, what << " threw " << error.what());
      }
      ++readings;
      crashes += reading.failure == Failure::Crashed;
      if (reading.failure == Failure::Crashed) BOOST_TEST_MESSAGE(what << ": " << reading.detail);
    }
  }
  BOOST_TEST_MESSAGE(readings << " readings, " << crashes << " crashed workers");
  BOOST_TEST(crashes * 20 < readings);
  BOOST_TEST(whole_text(bench.read(write(folder / "last", "the reader lives\n"))) == "the reader lives\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
