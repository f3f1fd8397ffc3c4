// Pages with known text as files, for benchmarks that drive programs from outside.
//   draw-pages OUT [--pages N] [--seed S] [--reach DEGREES] [--pgm]
// Writes OUT/0000.jpg (fax pages 0000.tif, group 4) …, with --pgm also 0000.pgm for programs that read nothing else, and OUT/pages.jsonl: file, text, degrees, layout, language, damage.
#include "bench/pages/drawn_page.h"

#include <CLI/CLI.hpp>
#include <Poco/JSON/Object.h>
#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using namespace twofold;

std::string write(const bench::DrawnPage& page, const std::filesystem::path& folder, int number) {
  const bool fax = page.kind.damage == bench::Damage::Fax;
  const std::string name = fmt::format("{:04}.{}", number, fax ? "tif" : "jpg");
  const int dpi = static_cast<int>(page.dpi);
  std::vector<int> options{cv::IMWRITE_JPEG_QUALITY, 88};
  if (fax) options = {cv::IMWRITE_TIFF_COMPRESSION, 5, cv::IMWRITE_TIFF_RESUNIT, 2, cv::IMWRITE_TIFF_XDPI, dpi, cv::IMWRITE_TIFF_YDPI, dpi};
  cv::imwrite((folder / name).string(), page.pixels, options);
  return name;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Drawn pages as files");
  std::filesystem::path folder;
  int pages = 48;
  std::uint64_t seed = 1;
  double reach = 4;
  bool pgm = false;
  app.add_option("folder", folder)->required();
  app.add_option("--pages", pages);
  app.add_option("--seed", seed);
  app.add_option("--reach", reach);
  app.add_flag("--pgm", pgm);
  CLI11_PARSE(app, argc, argv);
  std::filesystem::create_directories(folder);
  std::ofstream list(folder / "pages.jsonl");
  constexpr bench::Language kLanguages[] = {bench::Language::Chinese, bench::Language::English, bench::Language::Mixed};
  constexpr bench::Layout kRead[] = {bench::Layout::Prose, bench::Layout::Columns, bench::Layout::Table, bench::Layout::Form,
                                     bench::Layout::Letter, bench::Layout::Sparse, bench::Layout::Photo};
  for (int i = 0; i < pages; ++i) {
    samples::Random random(seed, "drawn " + std::to_string(i));
    const auto number = static_cast<std::size_t>(i);
    const bench::PageKind kind{kRead[number % std::size(kRead)], kLanguages[number / 2 % 3],
                               bench::kDamages[number / 3 % 5]};
    const bench::DrawnPage page = bench::draw_page(kind, random.real(-reach, reach), random);
    Poco::JSON::Object row;
    row.set("file", write(page, folder, i));
    row.set("text", page.text);
    row.set("degrees", page.degrees);
    row.set("layout", std::string(name_of(kind.layout)));
    row.set("language", std::string(name_of(kind.language)));
    row.set("damage", std::string(name_of(kind.damage)));
    if (pgm) cv::imwrite((folder / fmt::format("{:04}.pgm", i)).string(), page.pixels);
    row.stringify(list);
    list << '\n';
  }
  return 0;
}
