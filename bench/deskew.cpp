// Skew angles: error and CPU time beside Leptonica's sweep of ±17°, in one process on one thread.
//   bench-deskew [--pages N] [--reach DEGREES] [--seed S] [--scans FOLDER] [--worst N]
// Generated pages turned by a known angle, of every layout and damage in turn; and, with --scans, the images that
// FOLDER/angles.tsv (file, degrees, dpi) names, as they are and turned by further angles.
#include "base/files.h"
#include "base/text.h"
#include "bench/pages/drawn_page.h"
#include "scanner/worker/page/deskew.h"
#include "scanner/worker/page/recogniser.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <leptonica/allheaders.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <iterator>
#include <map>
#include <memory>

namespace {

using namespace twofold;

struct Sample {
  std::string name, group;
  double degrees = 0, dpi = 0;
  cv::Mat grey;
};

struct Outcome {
  std::string name;
  double error = 0;
  bool abstained = false;
  double truth = 0, found = 0, confidence = 0;
};

struct Tally {
  std::vector<Outcome> outcomes;
  double milliseconds = 0;
};

constexpr int kRounds = 2;  // the faster of them counts

// From the same grey page in memory, as ours; Leptonica wants bits.
scanner::SkewEstimate leptonica(const Sample& sample, Pix* grey) {
  Pix* bits = pixThresholdToBinary(grey, 130);
  const int reduction = sample.dpi > 220 ? 4 : 2;
  float angle = 0, confidence = 0;
  pixFindSkewSweepAndSearch(bits, &angle, &confidence, reduction, reduction / 2, 17, 1, 0.01F);
  pixDestroy(&bits);
  return {static_cast<double>(angle), static_cast<double>(confidence), false};
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

void measure(Tally& tally, const Sample& sample, const std::function<scanner::SkewEstimate()>& find) {
  double best = 1e9;
  scanner::SkewEstimate found;
  for (int i = 0; i < kRounds; ++i) {
    const double started = scanner::thread_milliseconds();
    found = find();
    best = std::min(best, scanner::thread_milliseconds() - started);
  }
  tally.outcomes.push_back({sample.name, std::abs(found.degrees - sample.degrees), found.abstained, sample.degrees,
                            found.degrees, found.confidence});
  tally.milliseconds += best;
}

void report(const std::string& name, const Tally& tally) {
  std::vector<double> errors;
  double sum = 0, close = 0, quarter = 0, wild = 0;
  for (const Outcome& outcome : tally.outcomes) {
    if (outcome.abstained) continue;
    errors.push_back(outcome.error);
    sum += outcome.error;
    close += outcome.error <= 0.1 ? 1 : 0;
    quarter += outcome.error > 0.25 ? 1 : 0;
    wild += outcome.error > 1 ? 1 : 0;
  }
  if (errors.empty()) return;
  std::sort(errors.begin(), errors.end());
  const auto answered = static_cast<double>(errors.size()), all = static_cast<double>(tally.outcomes.size());
  fmt::print("{:<26} {:>5.0f} pages  answered {:>5.1f} %  mean {:.4f}  median {:.4f}  worst {:>7.3f}  within 0.1: {:>5.1f} %  "
             "> 0.25: {:.0f}  > 1: {:.0f}  CPU {:.1f} ms\n",
             name, all, 100 * answered / all, sum / answered, errors[errors.size() / 2], errors.back(),
             100 * close / answered, quarter, wild, tally.milliseconds / all);
}

struct Comparison {
  std::map<std::string, Tally> groups;
  Tally ours, leptonica;

  void take(const Sample& sample) {
    Tally one;
    measure(one, sample, [&] { return scanner::find_skew(sample.grey, sample.dpi); });
    for (Tally* tally : {&ours, &groups[sample.group]}) {
      tally->outcomes.push_back(one.outcomes.front());
      tally->milliseconds += one.milliseconds;
    }
    const auto pix = to_pix(sample.grey);
    measure(leptonica, sample, [&] { return ::leptonica(sample, pix.get()); });
  }

  void print(const std::string& title, std::size_t worst) const {
    if (ours.outcomes.empty()) return;
    fmt::print("{}\n", title);
    for (const auto& [name, tally] : groups) report("  ours, " + name, tally);
    report("  ours", ours);
    report("  leptonica ±17°", leptonica);
    fmt::print("  CPU ours / leptonica: {:.2f}\n", ours.milliseconds / leptonica.milliseconds);
    std::vector<Outcome> sorted = ours.outcomes;
    std::ranges::sort(sorted, std::greater{}, [](const Outcome& o) { return o.error + (o.abstained ? 100 : 0); });
    for (std::size_t i = 0; i < std::min(worst, sorted.size()); ++i) {
      const Outcome& o = sorted[i];
      fmt::print("    {:<40} true {:>8.3f}  found {:>8.3f}  error {:.3f}  confidence {:.2f}{}\n", o.name, o.truth, o.found,
                 o.error, o.confidence, o.abstained ? "  abstained" : "");
    }
  }
};

Comparison of_drawn_pages(int count, double reach, std::uint64_t seed) {
  Comparison comparison;
  constexpr bench::Language kLanguages[] = {bench::Language::Chinese, bench::Language::English, bench::Language::Mixed};
  for (int i = 0; i < count; ++i) {
    samples::Random random(seed, "page " + std::to_string(i));
    const auto number = static_cast<std::size_t>(i);
    const bench::PageKind kind{bench::kLayouts[number % std::size(bench::kLayouts)], kLanguages[number / 7 % 3],
                               bench::kDamages[number / 8 % std::size(bench::kDamages)]};
    const bench::DrawnPage page = bench::draw_page(kind, random.real(-reach, reach), random);
    const std::string name = fmt::format("{} {} {} {}", i, name_of(kind.layout), name_of(kind.language), name_of(kind.damage));
    comparison.take({name, std::string(name_of(kind.damage)), page.degrees, page.dpi, page.pixels});
  }
  return comparison;
}

cv::Mat turned(const cv::Mat& page, double degrees) {
  const cv::Point2f centre(static_cast<float>(page.cols - 1) / 2, static_cast<float>(page.rows - 1) / 2);
  cv::Mat result;
  cv::warpAffine(page, result, cv::getRotationMatrix2D(centre, degrees, 1), page.size(), cv::INTER_CUBIC,
                 cv::BORDER_CONSTANT, scanner::paper_colour(page));
  return result;
}

Comparison of_scans(const std::filesystem::path& folder, double reach) {
  Comparison comparison;
  for (const std::string& line : split(read_file(folder / "angles.tsv"), '\n')) {
    const auto fields = split(line, '\t');
    if (fields.size() < 3 || fields[0] == "file") continue;
    const double truth = std::stod(fields[1]), dpi = std::stod(fields[2]);
    const cv::Mat grey = cv::imread((folder / fields[0]).string(), cv::IMREAD_GRAYSCALE);
    comparison.take({fields[0], "as they are", truth, dpi, grey});
    samples::Random random(7, fields[0]);
    for (int i = 0; i < 6; ++i) {
      const double degrees = random.real(-reach, reach);
      comparison.take({fields[0], "turned", truth + degrees, dpi, turned(grey, degrees)});
    }
  }
  return comparison;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Skew angles beside Leptonica");
  int pages = 240;
  double reach = 15;
  std::uint64_t seed = 1;
  std::size_t worst = 0;
  std::filesystem::path scans;
  app.add_option("--pages", pages);
  app.add_option("--reach", reach);
  app.add_option("--seed", seed);
  app.add_option("--worst", worst);
  app.add_option("--scans", scans);
  CLI11_PARSE(app, argc, argv);
  cv::setNumThreads(1);
  of_drawn_pages(pages, reach, seed).print(fmt::format("generated pages, ±{}°", reach), worst);
  if (!scans.empty()) of_scans(scans, reach - 3).print(fmt::format("scans, ±{}°", reach - 3), worst);
  return 0;
}
