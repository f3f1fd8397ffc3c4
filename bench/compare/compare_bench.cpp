// Comparing a scan with its electronic file (R24): honest pairs, which must be found alike, and tampered ones, which must not.
//   bench-compare [--honest N] [--tampered N] [--seed S] [--documents DIR] [--reader PROGRAM]
// Documents are drawn by bench/compare and bench/pages; `--documents` adds the PDFs of a folder. Ends with 1 when a tampered pair is
// called the same or an honest one different.
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

namespace {

using namespace twofold;
namespace fs = std::filesystem;

struct Tally {
  int pairs = 0, same = 0, different = 0, undecided = 0, pages = 0;
  double milliseconds = 0;
};

class Run {
 public:
  Run(scanner::ReaderOptions options, std::uint64_t seed)
      : reader_(std::move(options)), scratch_(fs::temp_directory_path()), seed_(seed) {}

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
    judge(std::string(name_of(tampering)), tampering == bench::Tampering::None, electronic, scan);
  }

  void drawn_page(int number) {
    samples::Random random(seed_, fmt::format("drawn {}", number));
    const auto index = static_cast<std::size_t>(number);
    constexpr bench::Language kLanguages[] = {bench::Language::Chinese, bench::Language::English, bench::Language::Mixed};
    const bench::PageKind kind{bench::kLayouts[index % std::size(bench::kLayouts)], kLanguages[index / 8 % 3], bench::Damage::Clean};
    const auto page = bench::draw_page(kind, 0, random);
    const fs::path electronic = scratch_.path() / "electronic.png";
    cv::imwrite(electronic.string(), page.pixels);
    judge(fmt::format("honest {}", name_of(kind.layout)), true, electronic, scanned({page.pixels}, random));
  }

  void document(const fs::path& pdf, int number) {
    samples::Random random(seed_, fmt::format("{} {}", pdf.filename().string(), number));
    judge("honest documents", true, pdf, scanned(pictures_of(pdf, scanner::count_pages(pdf, scanner::FileType::Pdf, {})), random));
  }

  int report() const {
    bool good = true;
    for (const auto& [name, tally] : tallies_) {
      fmt::print("{:<24} {:>4} pairs  same {:>4}  different {:>4}  undecided {:>3}  CPU {:>5.0f} ms a page\n", name, tally.pairs, tally.same,
                 tally.different, tally.undecided, tally.milliseconds / std::max(1, tally.pages));
      const bool honest = name == "none" || name.starts_with("honest");
      good = good && (honest ? tally.different == 0 : tally.same == 0);
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

  void judge(const std::string& kind, bool honest, const fs::path& electronic, const fs::path& scan) {
    const ScratchFolder folder(scratch_.path());
    SilentProgress quiet;
    const auto comparison = reader_.compare(electronic, scan, folder.path(), quiet);
    Tally& tally = tallies_[kind];
    ++tally.pairs;
    const bool undecided = comparison.failure.has_value() || comparison.undecided();
    ++(comparison.same() ? tally.same : undecided ? tally.undecided : tally.different);
    double strongest = 0;
    for (const auto& page : comparison.pages) {
      ++tally.pages;
      tally.milliseconds += page.cpu_milliseconds;
      for (const auto& difference : page.differences) strongest = std::max(strongest, difference.strength);
    }
    if (comparison.same() == honest) return;
    fmt::print("  {} {}: {} {} strongest {:.1f}", kind, tally.pairs, undecided ? "undecided" : comparison.same() ? "same" : "different",
               comparison.detail, strongest);
    for (const auto& page : comparison.pages)
      fmt::print(" | {}→{} likeness {:.3f} unrest {:.3f} {}", page.scanned, page.electronic, page.likeness, page.unrest, page.differences.size());
    fmt::print("\n");
    std::fflush(stdout);
  }

  scanner::Reader reader_;
  ScratchFolder scratch_;
  std::uint64_t seed_;
  std::map<std::string, Tally> tallies_;
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Scans beside their electronic files");
  int honest = 200, tampered = 20;
  std::uint64_t seed = 1;
  fs::path documents, reader = fs::canonical("/proc/self/exe").parent_path() / "twofold-reader";
  app.add_option("--honest", honest);
  app.add_option("--tampered", tampered);
  app.add_option("--seed", seed);
  app.add_option("--documents", documents);
  app.add_option("--reader", reader);
  CLI11_PARSE(app, argc, argv);
  scanner::ReaderOptions options;
  options.worker = reader;
  options.workers = 1;
  Run run(options, seed);
  for (const auto tampering : bench::kTamperings)
    for (int i = 0; i < tampered; ++i) run.paper_file(tampering, i);
  if (!documents.empty())
    for (const auto& entry : fs::recursive_directory_iterator(documents))
      if (entry.path().extension() == ".pdf") run.document(entry.path(), 0);
  for (int i = 0; i < honest; ++i) {
    if (i % 2 == 0) run.paper_file(bench::Tampering::None, i);
    else run.drawn_page(i / 2);
  }
  return run.report();
}
