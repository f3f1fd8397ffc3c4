#pragma once
// Pages drawn for the tests: real type set by pango on white paper, with the damage of scanners added by OpenCV.

#include <opencv2/core.hpp>

#include <filesystem>
#include <string>

namespace twofold::scanner::testing {

// An A4 page at `dpi` with `text` set in `points`, CV_8UC1.
cv::Mat drawn_page(const std::string& text, double dpi = 300, double points = 12);

// Turned about its centre, positive counter-clockwise, on white.
cv::Mat turned(const cv::Mat& page, double degrees);

// Some forty lines of plain English.
std::string english_lines();

// A folder of its own below the system's temporary folder, with spaces and 中文 in its name; removed at the end.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// What a program prints; throws when it fails.
std::string output_of(const std::string& command);
std::string quoted(const std::filesystem::path& path);

// One minus the edit distance over the length of `truth`, both without white space.
double likeness(const std::string& truth, const std::string& read);

// A file of the shared scans, or an empty path (and a message) where they are not installed.
std::filesystem::path shared_scan(const std::string& name);

}  // namespace twofold::scanner::testing
