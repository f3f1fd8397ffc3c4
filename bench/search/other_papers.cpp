#include "bench/search/other_papers.h"

#include "base/files.h"
#include "base/text.h"

#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

#include <algorithm>
#include <map>

namespace twofold::bench {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLeastParagraph = 90;  // bytes; what is shorter is a heading

std::vector<fs::path> texts_in(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".txt") found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

// A row of the manifest: it has quotes only around fields with commas.
std::vector<std::string> fields_of(const std::string& row) {
  std::vector<std::string> fields{""};
  bool quoted = false;
  for (const char c : row) {
    if (c == '"') quoted = !quoted;
    else if (c == ',' && !quoted) fields.emplace_back();
    else if (c != '\r') fields.back() += c;
  }
  return fields;
}

std::map<std::string, std::vector<indexer::PageText>> pages_of_samples(const fs::path& truth) {
  std::map<std::string, std::vector<indexer::PageText>> pages;
  Poco::JSON::Parser parser;
  for (const auto& line : split(read_file(truth), '\n')) {
    if (trim(line).empty()) continue;
    parser.reset();
    const auto page = parser.parse(line).extract<Poco::JSON::Object::Ptr>();
    auto& into = pages[page->getValue<std::string>("file")];
    into.push_back({static_cast<int>(into.size()) + 1, page->getValue<std::string>("text"), {}});
  }
  return pages;
}

}  // namespace

std::vector<Paper> paragraphs_in(const fs::path& folder, std::int64_t first_id) {
  std::vector<Paper> papers;
  for (const auto& file : texts_in(folder)) {
    std::string heading;
    for (const auto& line : split(read_file(file), '\n')) {
      const std::string text(trim(line));
      if (text.size() < kLeastParagraph) {
        if (!text.empty()) heading = text;
        continue;
      }
      Paper paper;
      paper.source = "paragraphs";
      paper.document.item_id = first_id + static_cast<std::int64_t>(papers.size());
      paper.document.title = heading;
      paper.document.pages = {{1, text, {}}};
      papers.push_back(std::move(paper));
    }
  }
  return papers;
}

std::vector<Paper> samples_in(const fs::path& folder, std::int64_t first_id) {
  const auto pages = pages_of_samples(folder / "truth" / "pages.jsonl");
  const auto rows = split(replace_all(read_file(folder / "binder" / "manifest.csv"), "\xEF\xBB\xBF", ""), '\n');
  std::map<std::string, std::size_t> column;
  const auto heads = fields_of(rows.front());
  for (std::size_t i = 0; i < heads.size(); ++i) column[heads[i]] = i;
  std::vector<Paper> papers;
  for (std::size_t at = 1; at < rows.size(); ++at) {
    const auto row = fields_of(rows[at]);
    if (row.size() < heads.size()) continue;
    Paper paper;
    paper.source = "samples";
    auto& made = paper.document;
    made.item_id = first_id + static_cast<std::int64_t>(papers.size());
    made.title = row[column["题名"]];
    made.customer_number = row[column["户号"]];
    made.customer_name = row[column["客户"]];
    made.document_number = row[column["文号"]];
    made.responsible = row[column["责任者"]];
    made.manager = row[column["客户经理"]];
    for (const auto& [file, of_file] : pages)
      if (file == row[column["文件"]] || file.starts_with(row[column["文件"]] + "/"))
        for (auto page : of_file) {
          page.number = static_cast<int>(made.pages.size()) + 1;
          made.pages.push_back(std::move(page));
        }
    if (!made.pages.empty()) papers.push_back(std::move(paper));
  }
  return papers;
}

}  // namespace twofold::bench
