#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/scans.h"
#include "app/report/scan_html.h"
#include "base/text.h"

#include <fstream>

namespace twofold::app {
namespace fs = std::filesystem;
namespace {

// A report is put in place whole; one that was there before is replaced, the scan itself never.
class ReportFile {
 public:
  explicit ReportFile(const fs::path& target) : target_(target), part_(target.string() + ".part"), out_(part_, std::ios::binary) {
    if (!out_) fail();
  }
  ~ReportFile() {
    std::error_code ignored;
    fs::remove(part_, ignored);
  }
  ReportFile(const ReportFile&) = delete;
  ReportFile& operator=(const ReportFile&) = delete;

  std::ostream& stream() { return out_; }
  void put_in_place() {
    out_.close();
    if (!out_) fail();
    move_durably(part_, target_);
  }

 private:
  [[noreturn]] void fail() const {
    throw Error(ErrorKind::Io, msg("file.cannot_write", target_.string(), std::generic_category().message(errno)));
  }

  const fs::path target_, part_;
  std::ofstream out_;
};

Object report_record(const Scan& scan, Language language) {
  Object record = scan_record(scan, language);
  record.set("pages", scan.reading.pages.size());
  return record;
}

}  // namespace

int run_scan_report(Context& context) {
  const fs::path source = context.arguments().operands.front(), target = context.arguments().get("out");
  std::error_code ignored;
  if (fs::equivalent(source, target, ignored)) throw Error(ErrorKind::Usage, msg("report.onto_itself", target.string()));
  scanner::ReaderOptions options;
  options.worker = context.worker();
  options.accuracy = accuracy_of(context.arguments());
  options.pictures = scanner::Pictures::All;
  ReportFile file(target);
  ScanHtml html(file.stream(), context.language(), scrub_utf8(source.filename().string()), context.clock().today().text(),
                scanner::recogniser_version(options.accuracy));
  FileStream stream(context);
  const auto tally = read_scans(context, ScanWork::Read, options, [&](Scan& scan) {
    if (scan.trouble) html.add_failure(scan.shown, *scan.trouble);
    else html.add(scan.shown, scan.reading, scan.scratch->path());
    stream.add(report_record(scan, context.language()));
  });
  html.finish();
  if (tally.done > 0 && !tally.cancelled) {
    file.put_in_place();
    context.say(msg("report.done", target.string()));
  }
  stream.finish(tally);
  return tally.exit_code();
}

}  // namespace twofold::app
