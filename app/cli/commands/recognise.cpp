#include "app/cli/commands.h"
#include "app/cli/commands/page_facts.h"
#include "app/cli/commands/records.h"
#include "app/cli/commands/scans.h"
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

}  // namespace

int run_recognise(Context& context) { return recognise_files(context); }

}  // namespace twofold::app
