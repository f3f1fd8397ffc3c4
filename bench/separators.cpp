// Separator sheets as scanners spoil them: how many are read, and whether any page goes to the wrong document.
//   bench-separators [--sheets N] [--pages N] [--seed S] [--keep DIR]
// Ends with 1 when a page was assigned wrongly, fewer than 99.5 % of the sheets were read, or an ordinary page was taken for a mark.
#include "archive/batch.h"
#include "bench/pages/drawn_page.h"
#include "scanner/worker/page/codes.h"
#include "scanner/worker/page/image.h"
#include "tests/scanner/drawn_sheet.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <opencv2/core/utility.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iterator>

namespace {

using namespace twofold;
using scanner::testing::SheetDamage;

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Times {
  std::vector<double> all;
  void print(const char* what) {
    if (all.empty()) return;
    std::ranges::sort(all);
    double sum = 0;
    for (const double one : all) sum += one;
    fmt::print("CPU per {}: mean {:.1f} ms, median {:.1f}, 95 % {:.1f}, most {:.1f}\n", what, sum / static_cast<double>(all.size()),
               all[all.size() / 2], all[all.size() * 95 / 100], all.back());
  }
};

scanner::SurveyedPage surveyed(const cv::Mat& grey, double dpi, Times& times) {
  const double begun = cpu_milliseconds();
  auto found = scanner::find_codes(grey, dpi, scanner::Search::Quick);
  times.all.push_back(cpu_milliseconds() - begun);
  scanner::SurveyedPage page;
  page.codes = std::move(found.codes);
  page.patch_t = found.patch_t;
  page.unread_code = found.unread;
  return page;
}

SheetDamage damage_of(int number, samples::Random& random) {
  SheetDamage damage;
  damage.degrees = (random.chance(0.5) ? 180 : 0) + random.real(-10, 10);
  damage.dpi = number % 3 == 0 ? 200 : 300;
  damage.blur = random.real(0, 1.2);
  damage.jpeg_quality = random.between(30, 80);
  damage.noise = random.real(0, 12);
  if (number % 2 == 0) {  // faint
    damage.paper = random.between(215, 250);
    damage.ink = damage.paper - random.between(45, 90);
  }
  if (number % 4 == 1) {
    damage.torn_corner = random.between(0, 3);
    damage.torn_mm = random.real(20, 110);
  }
  return damage;
}

SheetCode sheet_of(int number, int pages, samples::Random& random) {
  static const std::vector<std::string> types = {"contract_text", "signing_record", "minutes", "credit_limit"};
  const SeparatorTarget target{fmt::format("K{:06}", number + 1), random.between(0, 6), random.pick(types)};
  // Half of them do not say how many pages follow: nothing but the sheets themselves parts those.
  return {SheetKind::Separator, target.text(), random.chance(0.5) ? pages : 0};
}

struct Tally {
  int sheets = 0, read = 0, reported = 0, missed = 0, wrong_codes = 0;
  int parts = 0, filed = 0, set_aside = 0, wrong_parts = 0, false_marks = 0;
};

// What is true of each page of a batch: the customer it belongs to, or nothing for a sheet.
using Truth = std::vector<std::string>;

void assign(const std::vector<scanner::SurveyedPage>& pages, const Truth& truth, Tally& tally) {
  for (const auto& part : archive::split_batch(pages, archive::Splitting::AtSheets, false, "batch").parts) {
    ++tally.parts;
    if (part.trouble) {
      ++tally.set_aside;
      continue;
    }
    ++tally.filed;
    const bool right = part.sheet && std::ranges::all_of(part.pages, [&](std::size_t at) { return truth[at] == part.sheet->customer; });
    tally.wrong_parts += right ? 0 : 1;
  }
}

void count_sheet(const scanner::SurveyedPage& page, const SheetCode& truth, Tally& tally) {
  const auto found = archive::sheets_on(page);
  ++tally.sheets;
  if (found.separators.size() == 1 && !found.misread) ++(found.separators.front() == truth ? tally.read : tally.wrong_codes);
  else if (page.unread_code || found.misread) ++tally.reported;
  else ++tally.missed;
}

cv::Mat ordinary_page(int number, samples::Random& random) {
  const bench::PageKind kind{bench::kLayouts[static_cast<std::size_t>(number) % std::size(bench::kLayouts)], bench::Language::Chinese,
                             bench::kDamages[static_cast<std::size_t>(number / 8) % std::size(bench::kDamages)]};
  return bench::draw_page(kind, random.real(-3, 3), random).pixels;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Separator sheets");
  int sheets = 600, ordinary = 48;
  std::uint64_t seed = 1;
  std::filesystem::path keep;
  app.add_option("--sheets", sheets);
  app.add_option("--pages", ordinary, "ordinary pages, for the time that they cost");
  app.add_option("--seed", seed);
  app.add_option("--keep", keep, "folder for the sheets that were not read and the pages that were taken for one");
  CLI11_PARSE(app, argc, argv);
  cv::setNumThreads(1);

  Tally tally;
  Times of_pages, of_sheets;
  for (int i = 0; i < ordinary; ++i) {
    samples::Random random(seed, "page " + std::to_string(i));
    const cv::Mat scan = ordinary_page(i, random);
    const scanner::SurveyedPage page = surveyed(scan, 300, of_pages);
    const bool mark = page.patch_t || page.unread_code || !page.codes.empty();
    tally.false_marks += mark ? 1 : 0;
    if (!mark) continue;
    fmt::print("  ordinary page {} is taken for {}\n", i, page.patch_t ? "a patch" : page.unread_code ? "an unreadable sheet" : "a code");
    if (!keep.empty()) cv::imwrite((keep / fmt::format("page {}.png", i)).string(), scan);
  }

  constexpr int kOfABatch = 20;
  std::vector<scanner::SurveyedPage> pages;
  Truth truth;
  for (int i = 0; i < sheets; ++i) {
    samples::Random random(seed, "sheet " + std::to_string(i));
    const int follow = random.between(1, 4);
    const SheetCode code = sheet_of(i, follow, random);
    const SheetDamage damage = damage_of(i, random);
    const cv::Mat scan = scanner::testing::scanned(scanner::testing::drawn_sheet(code), damage, seed + static_cast<std::uint64_t>(i));
    pages.push_back(surveyed(scan, damage.dpi, of_sheets));
    const int read = tally.read;
    count_sheet(pages.back(), code, tally);
    if (tally.read == read) {
      fmt::print("  sheet {} not read: {:.1f}°, {} dpi, ink {} on {}, noise {:.1f}, blur {:.1f}, JPEG {}, torn {:.0f} mm at {}{}\n", i,
                 damage.degrees, damage.dpi, damage.ink, damage.paper, damage.noise, damage.blur, damage.jpeg_quality, damage.torn_mm,
                 damage.torn_corner, pages.back().unread_code ? "; reported" : "");
      if (!keep.empty()) cv::imwrite((keep / fmt::format("{}.png", i)).string(), scan);
    }
    truth.emplace_back();
    for (int page = 0; page < follow; ++page) {
      pages.emplace_back();
      truth.push_back(SeparatorTarget::try_parse(code.code)->customer);
    }
    if (i % kOfABatch != kOfABatch - 1 && i != sheets - 1) continue;
    assign(pages, truth, tally);
    pages.clear();
    truth.clear();
  }
  of_pages.print("ordinary page");
  of_sheets.print("sheet");
  fmt::print("sheets {}: read {} ({:.2f} %), reported as unreadable {}, not seen {}, read wrongly {}\n", tally.sheets, tally.read,
             100.0 * tally.read / std::max(1, tally.sheets), tally.reported, tally.missed, tally.wrong_codes);
  fmt::print("parts {}: filed {}, set aside {}, wrongly assigned {}; ordinary pages taken for marks {}\n", tally.parts, tally.filed,
             tally.set_aside, tally.wrong_parts, tally.false_marks);
  const bool enough = tally.read * 1000 >= tally.sheets * 995;
  return tally.wrong_parts == 0 && tally.wrong_codes == 0 && tally.false_marks == 0 && enough ? 0 : 1;
}
