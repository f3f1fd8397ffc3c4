#include "app/commands.h"
#include "app/commands/page_facts.h"
#include "app/commands/records.h"
#include "app/commands/scans.h"
#include "app/cli/terminal.h"

#include <fmt/format.h>

namespace twofold::app {
namespace fs = std::filesystem;
namespace {

// One name for a single page, numbered ones for several.
std::vector<fs::path> targets_of(const Scan& scan, const fs::path& folder) {
  std::vector<fs::path> targets;
  const auto& pages = scan.reading.pages;
  for (const auto& page : pages)
    targets.push_back(folder / (pages.size() == 1 ? stem_of(scan.shown) + ".png"
                                                  : fmt::format("{}-{:03}.png", stem_of(scan.shown), page.number)));
  return targets;
}

// All pages of the file, or none where one of the names is taken.
void write_straight(const Scan& scan, const std::vector<fs::path>& targets) {
  for (const auto& target : targets)
    if (fs::exists(fs::symlink_status(target))) throw Error(ErrorKind::Refused, msg("scan.target_exists", target.string()));
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const int page = scan.reading.pages[i].number;
    place_new(scanner::picture_path(scan.scratch->path(), page, scanner::PictureKind::Straight), targets[i]);
  }
}

std::string right_aligned(const std::string& text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return std::string(taken < width ? width - taken : 0, ' ') + text + "  ";
}

std::string row(const std::string& angle, const std::string& confidence, const std::string& cpu, const std::string& size,
                const std::string& file) {
  return right_aligned(angle, 8) + right_aligned(confidence, 10) + right_aligned(cpu, 8) + right_aligned(size, 20) + file;
}

void say_pages(const Context& context, const Scan& scan) {
  for (const auto& page : scan.reading.pages) {
    std::string file = scan.shown;
    if (scan.reading.pages.size() > 1) file += "  " + render(msg("search.page", page.number), context.language());
    if (page.skew_unknown) file += "  (" + context.words("scan.angle_unknown") + ')';
    context.say(row(page.skew_unknown ? "–" : angle_text(page.skew_degrees), fmt::format("{:.2f}", page.skew_confidence),
                    fmt::format("{:.1f}", page.cpu.analyse),
                    fmt::format("{}×{} {:.0f} dpi", page.width, page.height, page.dpi), file));
  }
}

Object record_of(const Scan& scan, const std::vector<fs::path>& written, Language language) {
  Object record = scan_record(scan, language);
  Array pages;
  for (std::size_t i = 0; i < scan.reading.pages.size(); ++i) {
    Object page = angle_record(scan.reading.pages[i]);
    page.set("out", i < written.size() ? written[i].string() : "");
    pages.add(page);
  }
  record.set("pages", pages);
  return record;
}

}  // namespace

int run_deskew(Context& context) {
  const fs::path folder = context.arguments().get("out");
  scanner::ReaderOptions options;
  options.worker = context.worker();
  options.pictures = folder.empty() ? scanner::Pictures::None : scanner::Pictures::All;
  if (!folder.empty()) make_folder(folder);
  context.say(row(context.words("scan.head_angle"), context.words("scan.head_confidence"), context.words("scan.head_cpu"),
                  context.words("scan.head_size"), context.words("scan.head_file")));
  FileStream stream(context);
  const auto tally = read_scans(context, ScanWork::Deskew, options, [&](Scan& scan) {
    std::vector<fs::path> written;
    if (!scan.trouble && !folder.empty()) {
      try {
        const auto targets = targets_of(scan, folder);
        write_straight(scan, targets);
        written = targets;
      } catch (const Error& error) {
        scan.fail(error);
      }
    }
    clear_progress_line();
    say_pages(context, scan);
    stream.add(record_of(scan, written, context.language()));
  });
  stream.finish(tally);
  return tally.exit_code();
}

}  // namespace twofold::app
