#include "archive/binder_desk.h"

#include "archive/batch.h"
#include "archive/failure_words.h"
#include "archive/turns.h"
#include "base/error.h"
#include "base/files.h"
#include "scanner/reader.h"

namespace twofold::archive {
namespace fs = std::filesystem;

using catalog::BinderItem;
using catalog::BinderPart;
using scanner::PagePick;

namespace {

SheetCode sheet_of(const scanner::Survey& survey, const std::string& shown) {
  std::optional<SheetCode> sheet;
  for (const auto& page : survey.pages) {
    const auto found = sheets_on(page);
    if (page.number == 1) {
      if (found.misread || found.binders.size() != 1) throw Error(ErrorKind::Refused, msg("binder.no_sheet", shown));
      sheet = found.binders.front();
    } else if (!found.binders.empty() || !found.separators.empty()) {
      throw Error(ErrorKind::Refused, msg("binder.another_sheet", shown, page.number));
    }
  }
  if (!sheet) throw Error(ErrorKind::Refused, msg("binder.no_sheet", shown));
  return *std::move(sheet);
}

catalog::Volume volume_of(const catalog::Database& database, const SheetCode& sheet) {
  const auto code = catalog::VolumeCode::parse(sheet.code);
  auto volume = catalog::find_volume(database, code);
  if (!volume) throw Error(ErrorKind::NotFound, msg("volume.unknown", code));
  return *std::move(volume);
}

std::vector<BinderItem> items_expected(const catalog::Database& database, const catalog::Volume& volume, int on_sheet) {
  using catalog::VolumeState;
  auto items = catalog::binder_items(database, volume.id);
  if (items.empty() || volume.state == VolumeState::Transferred || volume.state == VolumeState::Destroyed)
    throw Error(ErrorKind::Refused, msg("binder.no_paper", volume.code));
  const int expected = catalog::pages_of(items);
  if (on_sheet != expected) throw Error(ErrorKind::Refused, msg("binder.sheet_outdated", volume.code, on_sheet, expected));
  return items;
}

// A duplex scanner gives the backs too: without the blank ones where the count is right only so.
std::vector<int> pages_behind(const scanner::Survey& survey, int expected) {
  std::vector<int> all, written;
  for (const auto& page : survey.pages) {
    if (page.number == 1) continue;
    all.push_back(page.number);
    if (!page.blank) written.push_back(page.number);
  }
  const auto wanted = static_cast<std::size_t>(expected);
  return all.size() != wanted && written.size() == wanted ? written : all;
}

}  // namespace

scanner::Survey BinderDesk::look(const fs::path& file) {
  const ScratchFolder scratch(archive_.layout().tmp());
  scanner::Survey survey;
  aside(progress_, [&] { survey = surveyor_.survey(file, scratch.path(), progress_, {.blanks = true}); });
  if (survey.failure) throw Error(ErrorKind::Refused, msg("binder.unreadable", file.string(), failure_words(*survey.failure)));
  return survey;
}

BinderReport BinderDesk::ingest(const fs::path& file) {
  authority_.require(catalog::Action::File);
  BinderReport report;
  const auto digest = sha256_file(file);
  if (const auto known = catalog::volume_scanned_as(archive_.database(), digest)) {
    report.outcome = BinderReport::Outcome::Known;
    report.volume = known->code.text();
    return report;
  }
  const auto survey = look(file);
  const auto sheet = sheet_of(survey, file.string());
  const auto volume = volume_of(archive_.database(), sheet);
  const auto items = items_expected(archive_.database(), volume, sheet.pages);
  const auto pages = pages_behind(survey, sheet.pages);
  report.volume = volume.code.text();
  report.expected = sheet.pages;
  report.scanned = static_cast<int>(pages.size());
  if (report.scanned != report.expected) {
    match(file, pages, items, report);
    return report;
  }
  const auto parts = take_parts(file, pages, items);
  catalog::Transaction transaction(archive_.database(), authority_.actor().name, archive_.clock());
  catalog::record_binder_scan(transaction, volume, digest, parts);
  transaction.commit();
  report.items = catalog::binder_items(archive_.database(), volume.id);
  report.outcome = BinderReport::Outcome::Filed;
  return report;
}

std::vector<BinderPart> BinderDesk::take_parts(const fs::path& file, const std::vector<int>& pages, const std::vector<BinderItem>& items) {
  std::vector<BinderPart> parts;
  auto next = pages.begin();
  for (const auto& item : items) {
    if (item.pages == 0) continue;
    std::vector<PagePick> picks;
    for (int i = 0; i < item.pages; ++i) picks.push_back({file, *next++, 0});
    const ScratchFolder scratch(archive_.layout().tmp());
    fs::path taken;
    aside(progress_, [&] { taken = surveyor_.take_pages(picks, scratch.path(), progress_); });
    const auto stored = archive_.store().put_file(taken);
    parts.push_back({item.item_id, {stored.sha256, stored.size, taken.extension() == ".pdf" ? "pdf" : "tiff"}, item.pages});
  }
  return parts;
}

// The electronic sides one after the other are what the binder should look like.
void BinderDesk::match(const fs::path& file, const std::vector<int>& pages, const std::vector<BinderItem>& items, BinderReport& report) {
  std::vector<PagePick> should, is;
  std::vector<BinderPage> names;
  for (const auto& item : items) {
    const auto original = catalog::object_of(archive_.database(), item.item_id, "original");
    if (!original) return;
    for (int page = 1; page <= item.pages; ++page) {
      should.push_back({archive_.store().path_of(original->sha256), page, 0});
      names.push_back({item.number, page});
    }
  }
  for (const int page : pages) is.push_back({file, page, 0});
  if (is.empty()) return;
  const ScratchFolder electronic(archive_.layout().tmp()), paper(archive_.layout().tmp());
  scanner::Comparison comparison;
  try {
    aside(progress_, [&] {
      const auto expected = surveyor_.take_pages(should, electronic.path(), progress_);
      const auto scanned = surveyor_.take_pages(is, paper.path(), progress_);
      scanner::Reader reader(archive_.reader_options());
      comparison = reader.compare(expected, scanned, paper.path(), progress_);
    });
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Invalid) throw;   // one has no pages that could be put beside the others
    return;
  }
  if (comparison.failure) return;
  report.matched = true;
  for (const int page : comparison.missing) report.missing.push_back(names.at(static_cast<std::size_t>(page) - 1));
  for (const auto& page : comparison.pages)
    if (page.electronic == 0) report.surplus.push_back(pages.at(static_cast<std::size_t>(page.scanned) - 1));
}

}  // namespace twofold::archive
