// Quarter turns: pages of every layout and damage lying on each of their four sides, and how many come upright.
//   bench-turns [--pages N] [--seed S]
#include "bench/pages/drawn_page.h"
#include "scanner/worker/page/pipeline.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <omp.h>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <filesystem>
#include <iterator>
#include <map>

namespace {

using namespace twofold;

struct Tally {
  int pages = 0, right = 0, unsure = 0;
  double milliseconds = 0;
};

void report(const std::string& name, const Tally& tally) {
  fmt::print("{:<10} {:>4} pages  right {:>5.1f} %  wrong {:>3}  flagged as unsure {:>3}  CPU {:.0f} ms a page\n", name, tally.pages,
             100.0 * tally.right / tally.pages, tally.pages - tally.right - tally.unsure, tally.unsure,
             tally.milliseconds / tally.pages);
}

cv::Mat laid(const cv::Mat& page, int clockwise) {
  if (clockwise == 0) return page;
  cv::Mat result;
  cv::rotate(page, result, clockwise == 1 ? cv::ROTATE_90_CLOCKWISE : clockwise == 2 ? cv::ROTATE_180 : cv::ROTATE_90_COUNTERCLOCKWISE);
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Quarter turns");
  int pages = 96;
  std::uint64_t seed = 1;
  app.add_option("--pages", pages);
  app.add_option("--seed", seed);
  CLI11_PARSE(app, argc, argv);
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("turns-{}", getpid());
  std::filesystem::create_directories(folder);
  omp_set_max_active_levels(0);
  scanner::PagePipeline pipeline;
  std::map<std::string, Tally> tallies;
  constexpr bench::Language kLanguages[] = {bench::Language::Chinese, bench::Language::English, bench::Language::Mixed};
  for (int i = 0; i < pages; ++i) {
    samples::Random random(seed, "turn " + std::to_string(i));
    const auto number = static_cast<std::size_t>(i);
    const bench::PageKind kind{bench::kLayouts[number % 7], kLanguages[number / 7 % 3],
                               bench::kDamages[number / 5 % std::size(bench::kDamages)]};
    const bench::DrawnPage page = bench::draw_page(kind, random.real(-6, 6), random);
    const int lies = i % 4;  // clockwise turns that laid it so
    const auto file = folder / "page.png";
    cv::imwrite(file.string(), laid(page.pixels, lies));
    const scanner::Page read =
        pipeline.process({file, scanner::FileType::Png, 1, {}, scanner::Accuracy::Fast, {}, {}, {}}, folder / "piece.pdf");
    const bool right = read.quarter_turns == (4 - lies) % 4;
    for (Tally* tally : {&tallies["all"], &tallies[std::string(name_of(kind.language))], &tallies[std::string(name_of(kind.damage))]}) {
      tally->pages += 1;
      tally->right += right ? 1 : 0;
      tally->unsure += !right && read.turn_unknown ? 1 : 0;
      tally->milliseconds += read.cpu.total();
    }
    if (!right) {
      fmt::print("  {} {} {} {}: lies {}, turned {}{}, confidence {:.0f}, {} words\n", i, name_of(kind.layout), name_of(kind.language),
                 name_of(kind.damage), lies, read.quarter_turns, read.turn_unknown ? " (unsure)" : "", read.confidence, read.words.size());
    }
  }
  std::filesystem::remove_all(folder);
  for (const auto& [name, tally] : tallies) report(name, tally);
  return 0;
}
