#include "archive/compare_desk.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/scans.h"
#include "base/error.h"
#include "base/files.h"
#include "catalog/binders.h"
#include "catalog/lookup.h"
#include "scanner/reader.h"

#include <fmt/format.h>

namespace twofold::app {
namespace fs = std::filesystem;
namespace {

Object record_of(const scanner::ComparedPage& page) {
  Object record = ordered_object();
  record.set("scanned", page.scanned);
  record.set("electronic", page.electronic);
  record.set("alike", page.alike());
  record.set("legible", page.legible());
  record.set("likeness", page.likeness);
  record.set("quarter_turns", page.quarter_turns);
  record.set("degrees", page.degrees);
  record.set("scale", page.scale);
  Array differences;
  for (const auto& difference : page.differences) {
    Object one = ordered_object();
    one.set("change", std::string(name_of(difference.change)));
    one.set("sure", difference.sure);
    one.set("left_mm", difference.area.left);
    one.set("top_mm", difference.area.top);
    one.set("width_mm", difference.area.width);
    one.set("height_mm", difference.area.height);
    one.set("strength", difference.strength);
    differences.add(one);
  }
  record.set("differences", differences);
  return record;
}

Object record_of(const archive::CompareReport& report, Language language) {
  Object record = ordered_object();
  record.set("state", catalog::text(report.state));
  record.set("electronic_pages", report.comparison.electronic_pages);
  record.set("scanned_pages", report.comparison.scanned_pages);
  Array missing, pages, findings;
  for (const int page : report.comparison.missing) missing.add(page);
  for (const auto& page : report.comparison.pages) {
    Object one = record_of(page);
    for (const auto& reading : report.readings) {
      if (reading.scanned != page.scanned) continue;
      one.set("text_likeness", reading.likeness);
      one.set("figures_unread", array_of(reading.figures_unread));
    }
    pages.add(one);
  }
  for (const auto& finding : report.findings) findings.add(render(finding, language));
  record.set("missing", missing);
  record.set("pages", pages);
  record.set("findings", findings);
  return record;
}

void say_report(const Context& context, const std::string& name, const archive::CompareReport& report) {
  context.say(msg("compare.result", name, context.words("pair_state." + catalog::text(report.state))));
  for (const auto& finding : report.findings) context.say("  " + render(finding, context.language()));
  for (const auto& reading : report.readings) {
    context.say("  " + render(msg("compare.page_text", reading.scanned, fmt::format("{:.1f}", 100 * reading.likeness)), context.language()));
    if (reading.figures_unread.empty()) continue;
    const std::string unread = fmt::format("{}", fmt::join(reading.figures_unread, ", "));
    context.say("  " + render(msg("compare.figures_unread", reading.scanned, unread), context.language()));
  }
}

int exit_code(const archive::CompareReport& report) { return report.state == catalog::PairState::Same ? 0 : 1; }

catalog::Item permitted_item(Context& context, archive::Archive& archive, catalog::Action action) {
  const auto& number = context.arguments().operands[0];
  auto item = require_item(archive.database(), number);
  context.authority().require(action, catalog::access_of(archive.database(), item), number);
  return item;
}

// The one that was named, or what a binder's scan left of the item.
fs::path scan_to_compare(const Context& context, archive::Archive& archive, const catalog::Item& item) {
  const auto& operands = context.arguments().operands;
  if (operands.size() > 1) return operands[1];
  const auto kept = catalog::paper_scan_of(archive.database(), item.id);
  if (!kept) throw Error(ErrorKind::NotFound, msg("compare.no_scan", item.number()));
  return archive.store().path_of(kept->sha256);
}

// Pictures of pages that are not alike, under the scan's name.
std::size_t put_pictures(const archive::CompareReport& report, const fs::path& scratch, const fs::path& scan, const fs::path& folder) {
  std::size_t put = 0;
  make_folder(folder);
  for (const auto& page : report.comparison.pages) {
    const fs::path picture = scanner::picture_path(scratch, page.scanned, scanner::PictureKind::Compared);
    if (page.alike() || !fs::exists(picture)) continue;
    place_new(picture, folder / fmt::format("{}-{:03}.jpg", stem_of(scan.string()), page.scanned));
    ++put;
  }
  return put;
}

}  // namespace

int run_compare_files(Context& context) {
  const auto& arguments = context.arguments();
  const fs::path electronic = arguments.operands[0], scan = arguments.operands[1];
  scanner::ReaderOptions options;
  options.worker = context.worker();
  const ScratchFolder scratch(fs::temp_directory_path());
  const auto report = archive::compare_files(electronic, scan, scratch.path(), options, context.progress());
  clear_progress_line();
  say_report(context, scan.string(), report);
  Object answer = record_of(report, context.language());
  if (arguments.has("out")) {
    const auto pictures = put_pictures(report, scratch.path(), scan, arguments.get("out"));
    answer.set("pictures", pictures);
    context.say(msg("compare.pictures", pictures, arguments.get("out")));
  }
  context.answer(answer);
  return exit_code(report);
}

int run_compare_scan(Context& context) {
  auto& archive = context.writing();
  const auto item = permitted_item(context, archive, catalog::Action::Inspect);
  const auto report = archive::compare_scan(archive, item, scan_to_compare(context, archive, item), context.progress());
  clear_progress_line();
  say_report(context, item.number(), report);
  Object answer = record_of(report, context.language());
  answer.set("number", item.number());
  context.answer(answer);
  return exit_code(report);
}

int run_compare_show(Context& context) {
  auto& archive = context.reading();
  const auto item = permitted_item(context, archive, catalog::Action::Read);
  const std::string folder = context.arguments().get("out");
  const auto pair = catalog::pair_of(archive.database(), item);
  context.authority().note("item.comparison_shown", item.number());
  const auto names = archive::export_pictures(archive, item, folder);
  context.say(msg("compare.result", item.number(), context.words("pair_state." + catalog::text(pair.state))));
  if (!pair.note.empty()) context.say("  " + pair.note);
  context.say(msg("compare.pictures", names.size(), folder));
  Object answer = ordered_object();
  answer.set("number", item.number());
  answer.set("state", catalog::text(pair.state));
  answer.set("note", pair.note);
  answer.set("pictures", array_of(names));
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
