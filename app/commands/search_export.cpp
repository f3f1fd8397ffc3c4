#include "app/commands/search_export.h"

#include "app/commands/export_kind.h"
#include "archive/csv.h"
#include "base/files.h"
#include "base/text.h"
#include "catalog/events.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace twofold::app {
namespace fs = std::filesystem;
namespace {

constexpr const char* kColumns[] = {"number",  "title", "customer",   "category", "page",
                                    "snippet", "shelf", "storage_id", "borrower"};

// Rows in one of the two forms.
class Table {
 public:
  virtual ~Table() = default;
  virtual void begin(std::ostream& out) = 0;
  virtual void row(std::ostream& out, const archive::SearchHit& hit) = 0;
  virtual void end(std::ostream& out, std::size_t count) = 0;
};

class CsvTable final : public Table {
 public:
  explicit CsvTable(Context& context) : context_(context) {}

  void begin(std::ostream& out) override {
    std::vector<std::string> heading;
    for (const char* column : kColumns) heading.push_back(context_.words("field." + std::string(column)));
    out << archive::kCsvMark << archive::csv_line(heading);
  }
  void row(std::ostream& out, const archive::SearchHit& hit) override {
    Object record = app::record_of(hit);
    record.set("category", name_of_category(context_, hit.hit.category));
    record.set("snippet", replace_all(hit.hit.snippet, "\n", " "));  // a row stays one line high
    std::vector<std::string> cells;
    for (const char* column : kColumns) cells.push_back(record.get(column).convert<std::string>());
    out << archive::csv_line(cells);
  }
  void end(std::ostream&, std::size_t) override {}

 private:
  Context& context_;
};

class JsonTable final : public Table {
 public:
  explicit JsonTable(const Asked& asked) : asked_(asked) {}

  void begin(std::ostream& out) override {
    Object head = ordered_object();
    head.set("query", asked_.question);
    head.set("sort", std::string(name_of(asked_.order)));
    std::ostringstream text;
    head.stringify(text);
    std::string opened = text.str();
    opened.pop_back();  // the closing brace
    out << opened << ",\"hits\":[";
  }
  void row(std::ostream& out, const archive::SearchHit& hit) override {
    out << (first_ ? "\n" : ",\n");
    app::record_of(hit).stringify(out);
    first_ = false;
  }
  void end(std::ostream& out, std::size_t count) override { out << "\n],\"total\":" << count << "}\n"; }

 private:
  const Asked& asked_;
  bool first_ = true;
};

std::unique_ptr<Table> table_for(Context& context, const Asked& asked, const fs::path& target) {
  if (export_kind(target) == ExportKind::Csv) return std::make_unique<CsvTable>(context);
  return std::make_unique<JsonTable>(asked);
}

void require_good(const std::ostream& out, const fs::path& target) {
  if (!out) throw Error(ErrorKind::Io, msg("file.cannot_write", target.string(), std::strerror(errno)));
}

void log_export(Context& context, const Asked& asked, const fs::path& target, std::size_t count) {
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const catalog::Details details = {
      {"query", asked.question}, {"sort", std::string(name_of(asked.order))}, {"rows", std::to_string(count)}};
  catalog::record_event(transaction, "search.exported", target.filename().string(), details);
  transaction.commit();
}

}  // namespace

Exported export_hits(Context& context, archive::Searcher& searcher, const Asked& asked, const fs::path& target) {
  const auto table = table_for(context, asked, target);
  refuse_existing(target);
  const ScratchFolder scratch(target.has_parent_path() ? target.parent_path() : fs::path("."));
  const fs::path written = scratch.path() / target.filename();
  std::ofstream out(written, std::ios::binary);
  require_good(out, target);
  table->begin(out);
  Exported exported;
  exported.rows = searcher.each_hit(asked.query(), context.progress(), [&](const archive::SearchHit& hit) {
    exported.some_words_only = hit.hit.some_words_only;
    table->row(out, hit);
    require_good(out, target);
  });
  table->end(out, exported.rows);
  out.close();
  require_good(out, target);
  // The event first: a crash between leaves an event without a file, never a file that nobody knows of.
  refuse_existing(target);
  log_export(context, asked, target, exported.rows);
  move_durably(written, target);
  return exported;
}

}  // namespace twofold::app
