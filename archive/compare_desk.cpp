#include "archive/compare_desk.h"

#include "archive/failure_words.h"
#include "archive/text_likeness.h"
#include "archive/turns.h"
#include "base/error.h"
#include "base/files.h"
#include "catalog/twins.h"
#include "scanner/twin_maker.h"

#include <fmt/format.h>

#include <algorithm>

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostFindings = 20;

catalog::PairState state_of(const scanner::Comparison& comparison) {
  if (comparison.same()) return catalog::PairState::Same;
  return comparison.undecided() ? catalog::PairState::Broken : catalog::PairState::Different;
}

void find_in_page(const scanner::ComparedPage& page, std::vector<Message>& findings) {
  if (page.electronic == 0) findings.push_back(msg("compare.page_unknown", page.scanned));
  else if (page.electronic != page.scanned) findings.push_back(msg("compare.page_moved", page.scanned, page.electronic));
  if (page.electronic == 0) return;
  if (!page.legible()) findings.push_back(msg("compare.page_illegible", page.scanned));
  for (const auto& difference : page.differences) {
    const std::string key = fmt::format("compare.{}{}", name_of(difference.change), difference.sure ? "" : "_perhaps");
    const auto whole = [](double millimetres) { return static_cast<int>(millimetres + 0.5); };
    findings.push_back({key, {std::to_string(page.scanned), std::to_string(whole(difference.area.left)), std::to_string(whole(difference.area.top)),
                              std::to_string(whole(difference.area.width)), std::to_string(whole(difference.area.height))}});
  }
}

std::vector<Message> findings_of(const scanner::Comparison& comparison) {
  std::vector<Message> findings;
  if (comparison.electronic_pages != comparison.scanned_pages)
    findings.push_back(msg("compare.page_count", comparison.electronic_pages, comparison.scanned_pages));
  for (const int page : comparison.missing) findings.push_back(msg("compare.page_missing", page));
  for (const auto& page : comparison.pages) find_in_page(page, findings);
  return findings;
}

CompareReport report_of(scanner::Comparison comparison) {
  CompareReport report;
  report.state = state_of(comparison);
  report.findings = findings_of(comparison);
  report.comparison = std::move(comparison);
  return report;
}

Error unreadable(const fs::path& file, scanner::Failure failure) {
  return Error(ErrorKind::Refused, msg("compare.unreadable", file.string(), failure_words(failure)));
}

// The scan as the recogniser reads it, page by page beside what the catalogue knows of the electronic side.
std::vector<PageReading> readings_of(const CompareReport& report, const std::vector<catalog::ItemPage>& pages, const scanner::Reading& scan) {
  std::vector<PageReading> readings;
  for (const auto& compared : report.comparison.pages) {
    const auto own = std::ranges::find(pages, compared.electronic, &catalog::ItemPage::number);
    const auto read = std::ranges::find(scan.pages, compared.scanned, &scanner::Page::number);
    if (own == pages.end() || read == scan.pages.end()) continue;
    readings.push_back({compared.scanned, text_likeness(own->text, read->text), figures_missing(own->text, read->text)});
  }
  return readings;
}

// The findings in Chinese, as the register keeps them.
std::string note_of(const CompareReport& report) {
  std::string note;
  for (std::size_t i = 0; i < std::min(report.findings.size(), kMostFindings); ++i)
    note += (note.empty() ? "" : ";") + render(report.findings[i], Language::Chinese);
  if (report.findings.size() > kMostFindings) note += " …";
  return note;
}

CompareReport broken(const Message& finding) {
  CompareReport report;
  report.state = catalog::PairState::Broken;
  report.findings = {finding};
  return report;
}

std::vector<catalog::PairPicture> keep_pictures(Archive& archive, const CompareReport& report, const fs::path& scratch) {
  std::vector<catalog::PairPicture> pictures;
  for (const auto& page : report.comparison.pages) {
    const fs::path file = scanner::picture_path(scratch, page.scanned, scanner::PictureKind::Compared);
    if (page.alike() || !fs::exists(file)) continue;
    const auto stored = archive.store().put_file(file);
    pictures.push_back({page.scanned, {.sha256 = stored.sha256, .size = stored.size, .format = "jpeg"}});
  }
  return pictures;
}

// Where the twin has marks that the file has not, page by page.
std::vector<std::vector<scanner::Area>> marks_of(const catalog::Twin& twin) {
  std::vector<std::vector<scanner::Area>> pages;
  for (const auto& mark : twin.marks) {
    const auto page = static_cast<std::size_t>(mark.page);
    if (pages.size() < page) pages.resize(page);
    pages[page - 1].push_back({mark.left / 10.0, mark.top / 10.0, mark.width / 10.0, mark.height / 10.0});
  }
  return pages;
}

// What the scan must look like. An office document has pages only as its twin, which has its marks.
struct Electronic {
  fs::path file;
  std::vector<std::vector<scanner::Area>> marks;
};

Electronic electronic_of(Archive& archive, const catalog::Item& item, const fs::path& original) {
  const auto twin = catalog::twin_of(archive.database(), item);
  if (!twin) return {original, {}};
  if (scanner::is_office_document(scanner::Reader::detect(original))) return {archive.store().path_of(twin->printed.sha256), marks_of(*twin)};
  return {original, marks_of(*twin)};
}

CompareReport look(Archive& archive, const catalog::Item& item, const catalog::StoredObject& original, const fs::path& scan,
                   const fs::path& scratch, ProgressSink& progress) {
  const fs::path file = archive.store().path_of(original.sha256);
  if (archive.store().size_of(original.sha256) != original.size || sha256_file(file) != original.sha256)
    return broken(msg("compare.original_changed", item.number()));
  const auto electronic = electronic_of(archive, item, file);
  auto options = archive.reader_options();
  options.pictures = scanner::Pictures::All;
  scanner::Reader reader(options);
  scanner::Comparison comparison;
  aside(progress, [&] { comparison = reader.compare(electronic.file, scan, scratch, progress, electronic.marks); });
  if (comparison.failure && comparison.scan_failed) throw unreadable(scan, *comparison.failure);
  if (comparison.failure == scanner::Failure::Unsupported) throw Error(ErrorKind::Refused, msg("compare.no_pages", item.number(), original.format));
  if (comparison.failure) return broken(msg("compare.original_unreadable", item.number(), failure_words(*comparison.failure)));
  auto report = report_of(std::move(comparison));
  if (electronic.file != file) return report;  // the catalogue knows the text, not on which page it stands
  scanner::Reader plain(archive.reader_options());
  const ScratchFolder reading(archive.layout().tmp());
  scanner::Reading read;
  aside(progress, [&] { read = plain.read(scan, reading.path(), progress); });
  report.readings = readings_of(report, catalog::pages_of(archive.database(), item.id), read);
  return report;
}

}  // namespace

CompareReport compare_files(const fs::path& electronic, const fs::path& scan, const fs::path& scratch, scanner::ReaderOptions options,
                            ProgressSink& progress) {
  options.pictures = scanner::Pictures::All;
  scanner::Reader reader(std::move(options));
  auto comparison = reader.compare(electronic, scan, scratch, progress);
  if (comparison.failure) throw unreadable(comparison.scan_failed ? scan : electronic, *comparison.failure);
  return report_of(std::move(comparison));
}

CompareReport compare_scan(Archive& archive, const catalog::Item& item, const fs::path& scan, ProgressSink& progress) {
  const auto original = catalog::object_of(archive.database(), item.id, "original");
  if (!item.paper || !original) throw Error(ErrorKind::Refused, msg("pair.one_track", item.number()));
  const ScratchFolder scratch(archive.layout().tmp());
  const auto report = look(archive, item, *original, scan, scratch.path(), progress);
  const auto pictures = keep_pictures(archive, report, scratch.path());
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  catalog::record_pair_check(transaction, item, report.state, note_of(report), pictures);
  transaction.commit();
  return report;
}

std::vector<std::string> export_pictures(Archive& archive, const catalog::Item& item, const fs::path& folder) {
  const auto pictures = catalog::pictures_of_pair(archive.database(), item);
  if (pictures.empty()) throw Error(ErrorKind::NotFound, msg("compare.no_pictures", item.number()));
  std::error_code problem;
  fs::create_directories(folder, problem);
  std::vector<std::string> names;
  for (const auto& picture : pictures) {
    const std::string name = fmt::format("{}_{:03}.jpg", item.reference_code ? item.reference_code->file_name() : item.number(), picture.page);
    fs::copy_file(archive.store().path_of(picture.object.sha256), folder / name, fs::copy_options::overwrite_existing, problem);
    if (problem) throw Error(ErrorKind::Io, msg("file.cannot_write", (folder / name).string(), problem.message()));
    names.push_back(name);
  }
  return names;
}

}  // namespace twofold::archive
