#include "archive/binder_desk.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/scans.h"
#include "base/error.h"
#include "catalog/grants.h"

namespace twofold::app {
namespace fs = std::filesystem;
namespace {

using archive::BinderReport;

std::string text(BinderReport::Outcome outcome) {
  switch (outcome) {
    case BinderReport::Outcome::Filed: return "filed";
    case BinderReport::Outcome::Known: return "known";
    case BinderReport::Outcome::Refused: break;
  }
  return "refused";
}

Object record_of(const catalog::BinderItem& item) {
  Object record = ordered_object();
  record.set("sequence", item.sequence);
  record.set("number", item.number);
  record.set("expected", item.pages);
  record.set("scanned", item.scanned);
  return record;
}

Object record_of(const BinderReport& report) {
  Array items, missing, surplus;
  for (const auto& item : report.items) items.add(record_of(item));
  for (const auto& page : report.missing) {
    Object record = ordered_object();
    record.set("number", page.number);
    record.set("page", page.page);
    missing.add(record);
  }
  for (const int page : report.surplus) surplus.add(page);
  Object record = ordered_object();
  record.set("volume", report.volume);
  record.set("outcome", text(report.outcome));
  record.set("expected", report.expected);
  record.set("scanned", report.scanned);
  record.set("items", items);
  record.set("matched", report.matched);
  record.set("missing", missing);
  record.set("surplus", surplus);
  return record;
}

// Of each item that may be read, under its number.
std::size_t put_scans(Context& context, archive::Archive& archive, const std::vector<catalog::BinderItem>& items, const fs::path& folder) {
  std::size_t put = 0;
  make_folder(folder);
  for (const auto& row : items) {
    const auto scan = catalog::paper_scan_of(archive.database(), row.item_id);
    if (!scan) continue;
    const auto item = require_item(archive.database(), row.number);
    context.authority().require(catalog::Action::Read, catalog::access_of(archive.database(), item), row.number);
    context.authority().note("item.paper_scan_taken", row.number);
    const std::string name = item.reference_code ? item.reference_code->file_name() : row.number;
    place_new(archive.store().path_of(scan->sha256), folder / (name + (scan->format == "pdf" ? ".pdf" : ".tif")));
    ++put;
  }
  return put;
}

void say_report(const Context& context, const BinderReport& report) {
  if (report.outcome == BinderReport::Outcome::Filed) return context.say(msg("binder.filed", report.volume, report.scanned, report.items.size()));
  if (report.outcome == BinderReport::Outcome::Known) return context.say(msg("binder.known", report.volume));
  context.say(msg("binder.does_not_fit", report.volume, report.expected, report.scanned));
  for (const auto& page : report.missing) context.say("  " + render(msg("binder.missing", page.number, page.page), context.language()));
  for (const int page : report.surplus) context.say("  " + render(msg("binder.surplus", page), context.language()));
  if (!report.matched) context.say("  " + context.words("binder.unmatched"));
}

}  // namespace

int run_binder_ingest(Context& context) {
  auto& archive = context.writing();
  const auto report = archive::BinderDesk(archive, context.authority(), context.progress()).ingest(context.arguments().operands[0]);
  say_report(context, report);
  context.answer(record_of(report));
  return report.outcome == BinderReport::Outcome::Refused ? 1 : 0;
}

int run_binder_check(Context& context) {
  auto& archive = context.reading();
  const auto& database = archive.database();
  const auto volume = require_volume(database, context.arguments().operands[0]);
  const int after = context.arguments().number("after").value_or(0);
  const auto most = context.arguments().limit(100);
  Array records;
  std::vector<std::vector<std::string>> rows;
  int expected = 0, scanned = 0;
  bool complete = true;
  const auto items = catalog::binder_items(database, volume.id);
  for (const auto& item : items) {
    expected += item.pages;
    scanned += item.scanned;
    complete = complete && item.scanned == item.pages;
    if (item.sequence <= after || records.size() == most) continue;
    records.add(record_of(item));
    rows.push_back({std::to_string(item.sequence), item.number, std::to_string(item.pages), std::to_string(item.scanned)});
  }
  context.say(msg("binder.state", volume.code, scanned, expected));
  context.table({context.words("form.number"), context.words("field.number"), context.words("binder.head_expected"),
                 context.words("binder.head_scanned")}, rows);
  Object answer = ordered_object();
  answer.set("volume", volume.code.text());
  answer.set("expected", expected);
  answer.set("scanned", scanned);
  answer.set("complete", complete);
  answer.set("items", records);
  if (context.arguments().has("out")) {
    const std::string folder = context.arguments().get("out");
    const auto put = put_scans(context, archive, items, folder);
    context.say(msg("binder.scans_put", put, folder));
    answer.set("files", put);
  }
  set_next(answer, records.size() < most ? Array() : records, "sequence");
  context.answer(answer);
  return complete ? 0 : 1;
}

}  // namespace twofold::app
