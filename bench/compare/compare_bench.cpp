// Comparing a scan with its electronic file (R24): honest pairs, which must be found alike, and tampered ones, which must not.
//   bench-compare [--honest N] [--tampered N] [--from N] [--only KIND] [--seed S] [--documents DIR] [--keep DIR] [--all] [--reader PROGRAM]
// Documents are drawn by bench/compare and bench/pages; `--documents` adds the PDFs of a folder. `--keep` puts pairs that are not told
// as they should be there, with the picture of what differs; `--all` tells about every pair. Ends with 1 when a tampered pair is not
// called different or an honest one is.
#include "base/files.h"
#include "base/progress.h"
#include "bench/compare/paper_file.h"
#include "bench/compare/rescan.h"
#include "bench/pages/drawn_page.h"
#include "scanner/reader.h"
#include "scanner/worker/page/image.h"
#include "scanner/worker/page/pipeline.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace twofold;
namespace fs = std::filesystem;

struct Tally {
  int pairs = 0, same = 0, different = 0, undecided = 0, pages = 0;
  double milliseconds = 0;
};

struct Telling {
  fs::path keep;
  bool all = false;
};

class Run {
 public:
  Run(const scanner::ReaderOptions& options, std::uint64_t seed, Telling telling)
      : reader_(options), scratch_(fs::temp_directory_path()), seed_(seed), telling_(std::move(telling)) {
    if (!telling_.keep.empty()) fs::create_directories(telling_.keep);
  }

  // A file of two or three pages, or its tampered twin, printed and scanned.
  void paper_file(bench::Tampering tampering, int number) {
    samples::Random random(seed_, fmt::format("{} {}", name_of(tampering), number));
    const bool pages_matter = tampering == bench::Tampering::MissingPage || tampering == bench::Tampering::SwappedPages;
    const auto file = bench::make_paper_file(pages_matter ? random.between(2, 3) : 1, random);
    const fs::path electronic = scratch_.path() / "electronic.pdf", printed = scratch_.path() / "printed.pdf";
    bench::write_pdf(file, electronic);
    const auto twin = bench::tampered(file, tampering, random);
    bench::write_pdf(twin, printed);
    const auto scan = scanned(pictures_of(printed, static_cast<int>(twin.pages.size())), random);
    judge({std::string(name_of(tampering)), tampering == bench::Tampering::None, number}, electronic, scan);
  }

  void drawn_page(int number) {
    samples::Random random(seed_, fmt::format("drawn {}", number));
    const auto index = static_cast<std::size_t>(number);
    constexpr bench::Language kLanguages[] = {bench::Language::Chinese, bench::Language::English, bench::Language::Mixed};
    const bench::PageKind kind{bench::kLayouts[index % std::size(bench::kLayouts)], kLanguages[index / 8 % 3], bench::Damage::Clean};
    const auto page = bench::draw_page(kind, 0, random);
    const fs::path electronic = scratch_.path() / "electronic.png";
    cv::imwrite(electronic.string(), page.pixels);
    judge({fmt::format("honest {}", name_of(kind.layout)), true, number}, electronic, scanned({page.pixels}, random));
  }

  void document(const fs::path& pdf, int number) {
    samples::Random random(seed_, fmt::format("{} {}", pdf.filename().string(), number));
    judge({"honest documents", true, number}, pdf, scanned(pictures_of(pdf, scanner::count_pages(pdf, scanner::FileType::Pdf, {})), random));
  }

  int report() const {
    bool good = true;
    for (const auto& [name, tally] : tallies_) {
      fmt::print("{:<24} {:>4} pairs  same {:>4}  different {:>4}  undecided {:>3}  CPU {:>5.0f} ms a page\n", name, tally.pairs, tally.same,
                 tally.different, tally.undecided, tally.milliseconds / std::max(1, tally.pages));
      const bool honest = name == "none" || name.starts_with("honest");
      good = good && (honest ? tally.different == 0 : tally.different == tally.pairs);
    }
    return good ? 0 : 1;
  }

 private:
  static std::vector<cv::Mat> pictures_of(const fs::path& pdf, int pages) {
    std::vector<cv::Mat> pictures;
    for (int page = 1; page <= pages; ++page) pictures.push_back(scanner::render_pdf_page(pdf, page, {}).pixels);
    return pictures;
  }

  // One page becomes a JPEG or a TIFF, several a TIFF.
  fs::path scanned(const std::vector<cv::Mat>& pages, samples::Random& random) {
    std::vector<cv::Mat> scans;
    bench::Rescanned last;
    for (const auto& page : pages) {
      last = bench::rescan(page, random);
      scans.push_back(cv::imdecode(last.bytes, cv::IMREAD_GRAYSCALE));
    }
    const fs::path file = scratch_.path() / (pages.size() == 1 && !last.bilevel ? "scan.jpg" : "scan.tif");
    if (pages.size() == 1) {
      std::ofstream(file, std::ios::binary).write(reinterpret_cast<const char*>(last.bytes.data()), static_cast<std::streamsize>(last.bytes.size()));
    } else {
      cv::imwritemulti(file.string(), scans);
    }
    return file;
  }

  struct Pair {
    std::string kind;
    bool honest = true;
    int number = 0;
  };

  void judge(const Pair& pair, const fs::path& electronic, const fs::path& scan) {
    const ScratchFolder folder(scratch_.path());
    SilentProgress quiet;
    const auto comparison = reader_.compare(electronic, scan, folder.path(), quiet);
    Tally& tally = tallies_[pair.kind];
    ++tally.pairs;
    const bool undecided = comparison.failure.has_value() || comparison.undecided();
    ++(comparison.same() ? tally.same : undecided ? tally.undecided : tally.different);
    for (const auto& page : comparison.pages) {
      ++tally.pages;
      tally.milliseconds += page.cpu_milliseconds;
    }
    const bool right = pair.honest ? comparison.same() : !comparison.same() && !undecided;
    if (!right || telling_.all) tell(pair, comparison);
    if (!right && !telling_.keep.empty()) keep(fmt::format("{} {}", pair.kind, pair.number), comparison, {electronic, scan}, folder.path());
  }

  static void tell(const Pair& pair, const scanner::Comparison& comparison) {
    const char* found = comparison.failure || comparison.undecided() ? "undecided" : comparison.same() ? "same" : "different";
    fmt::print("  {} {}: {} {}", pair.kind, pair.number, found, comparison.detail);
    for (const auto& page : comparison.pages) {
      fmt::print(" | {}→{} likeness {:.3f} unrest {:.3f} scale {:.3f}:", page.scanned, page.electronic, page.likeness, page.unrest, page.scale);
      for (const auto& difference : page.differences) fmt::print(" {:.1f}", difference.strength);
    }
    fmt::print("\n");
    std::fflush(stdout);
  }

  void keep(const std::string& name, const scanner::Comparison& comparison, const std::vector<fs::path>& files, const fs::path& folder) const {
    constexpr auto kOver = fs::copy_options::overwrite_existing;
    for (const fs::path& file : files) fs::copy_file(file, telling_.keep / (name + " " + file.filename().string()), kOver);
    for (const auto& page : comparison.pages) {
      const fs::path picture = scanner::picture_path(folder, page.scanned, scanner::PictureKind::Compared);
      if (fs::exists(picture)) fs::copy_file(picture, telling_.keep / fmt::format("{} {}.jpg", name, page.scanned), kOver);
    }
  }

  scanner::Reader reader_;
  ScratchFolder scratch_;
  std::uint64_t seed_;
  Telling telling_;
  std::map<std::string, Tally> tallies_;
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Scans beside their electronic files");
  int honest = 200, tampered = 20, from = 0;
  std::string only;
  Telling telling;
  std::uint64_t seed = 1;
  fs::path documents, reader = fs::canonical("/proc/self/exe").parent_path() / "twofold-reader";
  app.add_option("--honest", honest);
  app.add_option("--tampered", tampered);
  app.add_option("--from", from, "number of the first pair of a kind");
  app.add_option("--only", only, "one kind of tampering, or none");
  app.add_option("--seed", seed);
  app.add_option("--keep", telling.keep);
  app.add_flag("--all", telling.all);
  app.add_option("--documents", documents);
  app.add_option("--reader", reader);
  CLI11_PARSE(app, argc, argv);
  scanner::ReaderOptions options;
  options.worker = reader;
  options.workers = 1;
  options.pictures = telling.keep.empty() ? scanner::Pictures::None : scanner::Pictures::All;
  Run run(options, seed, telling);
  for (const auto tampering : bench::kTamperings)
    for (int i = from; i < from + tampered && (only.empty() || only == name_of(tampering)); ++i) run.paper_file(tampering, i);
  if (!documents.empty())
    for (const auto& entry : fs::recursive_directory_iterator(documents))
      if (entry.path().extension() == ".pdf") run.document(entry.path(), 0);
  for (int i = from; i < from + honest && (only.empty() || only == "none"); ++i) {
    if (i % 2 == 0) run.paper_file(bench::Tampering::None, i);
    else run.drawn_page(i / 2);
  }
  return run.report();
}
