#include "archive/recognise_again.h"

#include "app/commands.h"
#include "app/commands/page_facts.h"
#include "app/commands/record_progress.h"
#include "app/commands/records.h"
#include "app/commands/scans.h"
#include "base/text.h"

#include <fmt/format.h>

namespace twofold::app {
namespace fs = std::filesystem;
namespace {

void say_page(const Context& context, const Scan& scan, const scanner::Page& page) {
  std::string header = "── " + scan.shown;
  if (scan.reading.pages.size() > 1)
    header += " · " + render(msg("scan.page", page.number, scan.reading.pages.size()), context.language());
  for (const auto& fact : page_facts(page, context.language())) header += " · " + fact;
  context.say(header);
  if (const auto text = trim(page.text); !text.empty()) context.say(std::string(text));
  context.say("");
}

void say_scan(const Context& context, const Scan& scan) {
  for (const auto& page : scan.reading.pages) say_page(context, scan, page);
  if (scan.trouble || scan.reading.enclosed.empty()) return;
  context.say("── " + scan.shown + " · " + render(msg("scan.encloses", scan.reading.enclosed.size()), context.language()));
  for (const auto& enclosed : scan.reading.enclosed) context.say("   " + enclosed.name);
  context.say("");
}

Object record_of(const Scan& scan, const std::string& reading_copy, Language language) {
  Object record = scan_record(scan, language);
  record.set("title", scan.reading.title);
  record.set("reading_copy", reading_copy);
  Array enclosed, pages;
  for (const auto& member : scan.reading.enclosed) enclosed.add(member.name);
  for (const auto& page : scan.reading.pages) pages.add(page_record(page));
  record.set("enclosed", enclosed);
  record.set("pages", pages);
  return record;
}

// Where the searchable copy was put; empty where the file has none.
std::string keep_copy(Scan& scan, const fs::path& folder) {
  if (scan.trouble || folder.empty() || !scan.reading.reading_copy) return "";
  const fs::path target = folder / (stem_of(scan.shown) + ".pdf");
  try {
    place_new(*scan.reading.reading_copy, target);
    return target.string();
  } catch (const Error& error) {
    scan.fail(error);
    return "";
  }
}

int recognise_files(Context& context) {
  const fs::path folder = context.arguments().get("pdf");
  scanner::ReaderOptions options;
  options.worker = context.worker();
  options.accuracy = accuracy_of(context.arguments());
  if (!folder.empty()) make_folder(folder);
  FileStream stream(context);
  const auto tally = read_scans(context, ScanWork::Read, options, [&](Scan& scan) {
    const std::string copy = keep_copy(scan, folder);
    clear_progress_line();
    say_scan(context, scan);
    stream.add(record_of(scan, copy, context.language()));
  });
  stream.finish(tally);
  return tally.exit_code();
}

std::string sureness(double confidence) { return fmt::format("{:.1f}", confidence); }

Object again_record(const archive::AgainResult& result) {
  Object record = ordered_object();
  record.set("number", result.number);
  record.set("title", result.title);
  record.set("outcome", archive::text(result.outcome));
  record.set("pages", result.pages);
  record.set("revision", result.revision);
  record.set("confidence_before", result.before);
  record.set("confidence_after", result.after);
  record.set("reason", result.reason);
  return record;
}

void say_again(const Context& context, const archive::AgainResult& result) {
  if (result.outcome == archive::Again::Replaced)
    context.say(msg("again.item", result.number, result.pages, sureness(result.before), sureness(result.after), result.revision));
  if (result.outcome == archive::Again::Failed)
    context.say(result.number + ": " + render(Message{"failure." + result.reason, {result.title}}, context.language()));
}

int recognise_archive_again(Context& context) {
  const auto& arguments = context.arguments();
  if (arguments.has("all") == !arguments.operands.empty()) throw Error(ErrorKind::Usage, msg("again.all_or_numbers"));
  const auto accuracy = accuracy_of(arguments);
  auto& archive = context.writing();
  Array told;
  RecordProgress progress(context);
  const auto take = [&](const archive::AgainResult& result) {
    if (!progress.tells_records()) return;
    clear_progress_line();
    say_again(context, result);
    if (!context.json()) return;
    const Object record = again_record(result);
    told.add(record);
    context.tell(record);
  };
  std::vector<catalog::Item> items;
  context.authority().require(catalog::Action::Maintain);
  for (const auto& number : arguments.operands) items.push_back(require_item(archive.database(), number));
  const auto summary = arguments.has("all") ? archive::recognise_all_again(archive, accuracy, progress, take)
                                            : archive::recognise_again(archive, items, accuracy, progress, take);
  clear_progress_line();
  context.say(msg("again.done", summary.replaced, summary.pages, summary.kept, summary.current, summary.failed));
  if (summary.cancelled) context.say(msg("again.cancelled"));
  Object counts = ordered_object(), answer = ordered_object();
  counts.set("replaced", summary.replaced);
  counts.set("kept", summary.kept);
  counts.set("current", summary.current);
  counts.set("failed", summary.failed);
  counts.set("pages", summary.pages);
  counts.set("cancelled", summary.cancelled);
  answer.set("recogniser", scanner::recogniser_version(accuracy));
  answer.set("items", told);
  answer.set("summary", counts);
  context.answer(answer);
  return summary.failed > 0 || summary.cancelled ? 1 : 0;
}

}  // namespace

int run_recognise(Context& context) {
  const auto& arguments = context.arguments();
  if (arguments.has("again")) return recognise_archive_again(context);
  if (arguments.has("all")) throw Error(ErrorKind::Usage, msg("again.without_again"));
  if (arguments.operands.empty()) throw Error(ErrorKind::Usage, msg("cli.operand_missing", "FILE…", "recognise"));
  return recognise_files(context);
}

}  // namespace twofold::app
