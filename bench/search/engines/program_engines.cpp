#include "base/files.h"
#include "base/text.h"
#include "bench/search/engines/engine.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <stdexcept>

namespace twofold::bench {
namespace fs = std::filesystem;
namespace {

constexpr const char* kOmega = "/usr/lib/cgi-bin/omega/omega";

std::string quoted(const std::string& argument) { return "'" + replace_all(argument, "'", "'\\''") + "'"; }

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen((command + " 2>/dev/null").c_str(), "r"), pclose);
  if (!pipe) throw std::runtime_error("cannot run " + command);
  std::string output;
  char piece[4096];
  for (std::size_t got = 0; (got = fread(piece, 1, sizeof piece, pipe.get())) > 0;) output.append(piece, got);
  return output;
}

std::string escaped(const std::string& text) {
  return replace_all(replace_all(replace_all(text, "&", "&amp;"), "<", "&lt;"), "\n", "<br>\n");
}

// Both programs take the title of a page of HTML for what it is.
void write_pages(const fs::path& folder, const std::vector<Paper>& papers) {
  fs::create_directories(folder);
  for (const auto& paper : papers)
    write_at_once(folder / fmt::format("{}.html", paper.document.item_id),
                  fmt::format("<html><head><meta charset=\"utf-8\"><title>{}</title></head><body>{}</body></html>\n",
                              escaped(paper.document.title), escaped(text_of(paper))));
}

// Item ids out of lines that end with 17.html.
std::vector<std::int64_t> ids_in(const std::string& output, std::size_t most) {
  std::vector<std::int64_t> ids;
  for (const auto& line : split(output, '\n')) {
    if (!line.ends_with(".html") || ids.size() == most) continue;
    std::int64_t id = 0;
    const auto begin = line.rfind('/') + 1;
    std::from_chars(line.data() + begin, line.data() + line.size(), id);
    ids.push_back(id);
  }
  return ids;
}

class OmegaEngine final : public Engine {
 public:
  explicit OmegaEngine(fs::path folder) : folder_(std::move(folder)) {}
  std::string name() const override { return "omega"; }
  bool is_program() const override { return true; }

  void index(const std::vector<Paper>& papers) override {
    write_pages(folder_ / "pages", papers);
    fs::create_directories(folder_ / "templates");
    write_at_once(folder_ / "templates" / "ids", "$hitlist{$field{url}\n}");
    write_at_once(
        folder_ / "omega.conf",
        fmt::format("database_dir {0}\ntemplate_dir {0}/templates\nlog_dir {0}\ncdb_dir {0}\n", folder_.string()));
    output_of("omindex --db " + quoted((folder_ / "papers").string()) + " --url / " +
              quoted((folder_ / "pages").string()));
  }

  std::vector<std::int64_t> search(const std::string& question, std::size_t most) override {
    return ids_in(
        output_of(fmt::format("OMEGA_CONFIG_FILE={} {} {} DB=papers FMT=ids HITSPERPAGE={}",
                              quoted((folder_ / "omega.conf").string()), kOmega, quoted("P=" + question), most)),
        most);
  }

 private:
  fs::path folder_;
};

class RecollEngine final : public Engine {
 public:
  explicit RecollEngine(fs::path folder) : folder_(std::move(folder)) {}
  std::string name() const override { return "recoll"; }
  bool is_program() const override { return true; }

  void index(const std::vector<Paper>& papers) override {
    write_pages(folder_ / "pages", papers);
    fs::create_directories(folder_ / "conf");
    write_at_once(folder_ / "conf" / "recoll.conf",
                  fmt::format("topdirs = \"{}\"\nloglevel = 2\nnoaspell = 1\n", (folder_ / "pages").string()));
    output_of("recollindex -c " + quoted((folder_ / "conf").string()));
  }

  std::vector<std::int64_t> search(const std::string& question, std::size_t most) override {
    return ids_in(output_of(fmt::format("recollq -c {} -b -n {} {}", quoted((folder_ / "conf").string()), most,
                                        quoted(question))),
                  most);
  }

 private:
  fs::path folder_;
};

bool installed(const std::string& program) { return !trim(output_of("command -v " + program)).empty(); }

}  // namespace

std::unique_ptr<Engine> omega_engine(const fs::path& folder) {
  if (!installed("omindex") || !fs::exists(kOmega)) return nullptr;
  return std::make_unique<OmegaEngine>(folder);
}

std::unique_ptr<Engine> recoll_engine(const fs::path& folder) {
  if (!installed("recollindex") || !installed("recollq")) return nullptr;
  return std::make_unique<RecollEngine>(folder);
}

}  // namespace twofold::bench
