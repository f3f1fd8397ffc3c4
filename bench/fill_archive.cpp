// An archive of many invented items, for benchmarks that drive the program from outside.
//   fill-archive FOLDER [--items N] [--pages P] [--seed S]
// Makes the archive FOLDER: N electronic and paper contracts, letters and forms of N / 50 customers, whose scans are P drawn
// pages in turn, with the pictures that people are shown first. It is indexed when it is next opened for writing.
#include "archive/archive.h"
#include "archive/page_picture.h"
#include "base/error.h"
#include "bench/pages/drawn_page.h"
#include "bench/search/customer_files.h"
#include "catalog/items.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <iterator>
#include <map>

namespace {

namespace fs = std::filesystem;
using namespace twofold;

constexpr int kPerTransaction = 1000;

struct Scan {
  catalog::StoredObject object;
  int width = 0, height = 0;
  double dpi = 0;
};

// As taking in leaves it: the picture that people are shown first.
void keep_shown_picture(const archive::Archive& archive, const Sha256& scan, const cv::Mat& page) {
  const double factor = std::min(1.0, 1.0 * scanner::kShownWidth / page.cols);
  cv::Mat shown;
  cv::resize(page, shown, {}, factor, factor, cv::INTER_AREA);
  const auto path = archive::picture_path(archive.layout(), {scan, 1, {}}, scanner::kShownWidth);
  fs::create_directories(path.parent_path());
  cv::imwrite(path.string(), shown, {cv::IMWRITE_JPEG_QUALITY, 65});
}

std::vector<Scan> draw_scans(archive::Archive& archive, int count, std::uint64_t seed) {
  std::vector<Scan> scans;
  for (int i = 0; i < count; ++i) {
    samples::Random random(seed, "scan " + std::to_string(i));
    const auto layout = bench::kLayouts[static_cast<std::size_t>(i) % std::size(bench::kLayouts)];
    const auto page = bench::draw_page({layout, bench::Language::Mixed, bench::Damage::Office}, 0, random);
    std::vector<unsigned char> bytes;
    cv::imencode(".jpg", page.pixels, bytes, {cv::IMWRITE_JPEG_QUALITY, 85});
    const auto stored = archive.store().put_bytes({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    keep_shown_picture(archive, stored.sha256, page.pixels);
    scans.push_back({{stored.sha256, stored.size, "jpeg"}, page.pixels.cols, page.pixels.rows, page.dpi});
  }
  return scans;
}

class Filling {
 public:
  Filling(catalog::Transaction& transaction, const std::vector<Scan>& scans, std::map<std::string, std::int64_t>& known)
      : transaction_(transaction), scans_(scans), known_(known) {}

  void receive(const bench::Paper& paper) {
    const auto& document = paper.document;
    const Scan& scan = scans_[static_cast<std::size_t>(document.item_id) % scans_.size()];
    catalog::NewItem item;
    item.customer_id = customer_of(document);
    item.category = document.category;
    item.chapter_id = chapter_of(document);
    item.document_type = document.document_type;
    item.title = document.title;
    item.document_number = document.document_number;
    item.responsible = document.responsible;
    item.date = document.date;
    item.year = document.year;
    item.retention = catalog::Retention::Years10;
    item.paper = true;
    item.source_name = document.document_number + ".jpg";
    item.original = scan.object;
    for (const auto& page : document.pages) item.pages.push_back({page.number, page.text});
    auto& first = item.pages.front();
    first.width = scan.width;
    first.height = scan.height;
    first.dpi = scan.dpi;
    first.recognised = true;
    first.recogniser = "drawn";
    catalog::receive_item(transaction_, item);
  }

 private:
  std::int64_t customer_of(const indexer::Document& document) {
    auto [found, fresh] = known_.try_emplace(document.customer_number, 0);
    if (fresh)
      found->second = catalog::ensure_customer(transaction_, document.customer_number, document.customer_name, document.manager).id;
    return found->second;
  }
  std::int64_t chapter_of(const indexer::Document& document) {
    auto [found, fresh] = known_.try_emplace(fmt::format("{}/{}", document.category, document.manager), 0);
    if (fresh) found->second = catalog::ensure_chapter(transaction_, document.category, document.manager).id;
    return found->second;
  }

  catalog::Transaction& transaction_;
  const std::vector<Scan>& scans_;
  std::map<std::string, std::int64_t>& known_;
};

void fill(archive::Archive& archive, const std::vector<Scan>& scans, const bench::CustomerFiles& files, int items) {
  std::map<std::string, std::int64_t> known;
  for (int first = 1; first <= items; first += kPerTransaction) {
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    Filling filling(transaction, scans, known);
    for (int id = first; id < std::min(items + 1, first + kPerTransaction); ++id) filling.receive(files.paper(id));
    transaction.commit();
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("An archive of many invented items");
  fs::path folder;
  int items = 100'000, pages = 1000;
  std::uint64_t seed = 1;
  app.add_option("folder", folder)->required();
  app.add_option("--items", items);
  app.add_option("--pages", pages);
  app.add_option("--seed", seed);
  CLI11_PARSE(app, argc, argv);
  try {
    archive::Archive::init(folder, "A001", "兴和公司", "club", "bench", SystemClock());
    archive::Archive archive(folder, {archive::OpenOptions::Access::Write, "bench", nullptr, {}});
    const auto scans = draw_scans(archive, pages, seed);
    fill(archive, scans, bench::CustomerFiles(seed, std::max(1, items / 50)), items);
  } catch (const Error& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
