// Skew angles of real scans: error and CPU time beside Leptonica's sweep of ±17°, in one process on one thread.
//   bench-deskew FOLDER   reads FOLDER/angles.tsv (file, degrees, dpi) and the images it names
#include "base/files.h"
#include "base/text.h"
#include "scanner/worker/page/deskew.h"
#include "scanner/worker/page/recogniser.h"

#include <fmt/format.h>
#include <leptonica/allheaders.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>

namespace {

using namespace twofold;

struct Scan {
  std::string name;
  double degrees = 0, dpi = 0;
  cv::Mat grey;
};

struct Tally {
  std::vector<double> errors;
  double milliseconds = 0;
};

constexpr int kRounds = 5;  // the fastest of them counts

std::vector<Scan> load(const std::filesystem::path& folder) {
  std::vector<Scan> scans;
  for (const std::string& line : split(read_file(folder / "angles.tsv"), '\n')) {
    const auto fields = split(line, '\t');
    if (fields.size() < 3 || fields[0] == "file") continue;
    scans.push_back({fields[0], std::stod(fields[1]), std::stod(fields[2]),
                     cv::imread((folder / fields[0]).string(), cv::IMREAD_GRAYSCALE)});
  }
  return scans;
}

double ours(const Scan& scan) { return scanner::find_skew(scan.grey, scan.dpi).degrees; }

// From the same grey page in memory, as ours; Leptonica wants bits and says which way to turn the page back.
double leptonica(const Scan& scan, Pix* grey) {
  Pix* bits = pixThresholdToBinary(grey, 130);
  const int reduction = scan.dpi > 220 ? 4 : 2;
  float angle = 0, confidence = 0;
  pixFindSkewSweepAndSearch(bits, &angle, &confidence, reduction, reduction / 2, 17, 1, 0.01F);
  pixDestroy(&bits);
  return static_cast<double>(angle);
}

std::unique_ptr<Pix, void (*)(Pix*)> to_pix(const cv::Mat& grey) {
  std::unique_ptr<Pix, void (*)(Pix*)> pix(pixCreate(grey.cols, grey.rows, 8), [](Pix* own) { pixDestroy(&own); });
  for (int y = 0; y < grey.rows; ++y) {
    std::copy_n(grey.ptr<unsigned char>(y), grey.cols,
                reinterpret_cast<unsigned char*>(pixGetData(pix.get())) +
                    static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get()) * 4);
  }
  pixEndianByteSwap(pix.get());
  return pix;
}

double measure(Tally& tally, double truth, const std::function<double()>& find) {
  double best = 1e9, found = 0;
  for (int i = 0; i < kRounds; ++i) {
    const double started = scanner::thread_milliseconds();
    found = find();
    best = std::min(best, scanner::thread_milliseconds() - started);
  }
  tally.errors.push_back(std::abs(found - truth));
  tally.milliseconds += best;
  return found;
}

void report(const char* name, Tally tally) {
  std::sort(tally.errors.begin(), tally.errors.end());
  const auto count = static_cast<double>(tally.errors.size());
  double sum = 0, close = 0;
  for (const double error : tally.errors) {
    sum += error;
    close += error <= 0.1 ? 1 : 0;
  }
  fmt::print("{:<12} mean {:.4f}  median {:.4f}  worst {:.4f}  within 0.1: {:.1f} %  CPU {:.1f} ms\n", name,
             sum / count, tally.errors[tally.errors.size() / 2], tally.errors.back(), 100 * close / count,
             tally.milliseconds / count);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: bench-deskew FOLDER-WITH-angles.tsv\n");
    return 2;
  }
  cv::setNumThreads(1);
  Tally mine, theirs;
  for (const Scan& scan : load(argv[1])) {
    const auto pix = to_pix(scan.grey);
    const double a = measure(mine, scan.degrees, [&] { return ours(scan); });
    const double b = measure(theirs, scan.degrees, [&] { return leptonica(scan, pix.get()); });
    fmt::print("{:<28} true {:>8.4f}  ours {:>8.4f}  leptonica {:>8.4f}\n", scan.name, scan.degrees, a, b);
  }
  if (mine.errors.empty()) return 2;
  report("ours", mine);
  report("leptonica", theirs);
  fmt::print("CPU ours / leptonica: {:.2f}\n", mine.milliseconds / theirs.milliseconds);
  return 0;
}
