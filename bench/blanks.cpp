// Blank backs told from pages with the least writing: how many blanks are found, and whether one written line is lost.
//   bench-blanks [--pages N] [--seed S] [--keep DIR]
// Half of the pages are blanks with shading, dust, holes and the front shining through; half bear one line, signature or
// stamp only. A written page called blank is the one fault that must never be.
#include "bench/pages/drawn_page.h"
#include "scanner/worker/page/clean.h"
#include "scanner/worker/page/pipeline.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <omp.h>
#include <opencv2/imgcodecs.hpp>

#include <filesystem>
#include <iterator>

namespace {

using namespace twofold;

struct Tally {
  int pages = 0, blank = 0;
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Blank pages");
  int pages = 240;
  std::uint64_t seed = 1;
  std::filesystem::path keep;
  app.add_option("--pages", pages);
  app.add_option("--seed", seed);
  app.add_option("--keep", keep, "folder for the pages that were taken wrongly");
  CLI11_PARSE(app, argc, argv);
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("blanks-{}", getpid());
  std::filesystem::create_directories(folder);
  omp_set_max_active_levels(0);
  scanner::PagePipeline pipeline;
  Tally blanks, written;
  for (int i = 0; i < pages; ++i) {
    samples::Random random(seed, "blank " + std::to_string(i));
    const bool empty = i % 2 == 0;
    const bench::Damage damage = bench::kDamages[static_cast<std::size_t>(i / 2) % std::size(bench::kDamages)];
    const double degrees = random.real(-4, 4);
    const bench::DrawnPage page = empty ? bench::draw_blank(damage, degrees, random)
                                        : bench::draw_single(i / 12, damage, degrees, random);
    const auto file = folder / "page.png";
    cv::imwrite(file.string(), page.pixels);
    const scanner::Page read =
        pipeline.process({file, scanner::FileType::Png, 1, {}, scanner::Accuracy::Fast, {}, {}, {}}, folder / "piece.pdf");
    Tally& tally = empty ? blanks : written;
    tally.pages += 1;
    tally.blank += read.blank ? 1 : 0;
    if (read.blank == empty) continue;
    fmt::print("  {} {} {} \"{}\" taken for {}, {} words\n", i, bench::name_of(damage), empty ? "blank" : "written",
               page.text, read.blank ? "blank" : "written", read.words.size());
    if (!keep.empty()) std::filesystem::copy_file(file, keep / fmt::format("{}.png", i));
  }
  std::filesystem::remove_all(folder);
  fmt::print("blanks found {} of {} ({:.1f} %); written pages lost {} of {}\n", blanks.blank, blanks.pages,
             100.0 * blanks.blank / blanks.pages, written.blank, written.pages);
  return written.blank == 0 ? 0 : 1;
}
