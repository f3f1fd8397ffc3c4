#include "archive/search.h"

#include "app/cli/commands.h"
#include "app/cli/commands/records.h"
#include "app/cli/context.h"
#include "app/cli/terminal.h"
#include "base/text.h"

#include <fstream>
#include <iostream>
#include <unistd.h>

namespace twofold::app {
namespace {

Object record_of(const archive::SearchHit& found) {
  const auto& hit = found.hit;
  Object record = ordered_object();
  record.set("number", hit.number);
  record.set("title", hit.title);
  record.set("customer", hit.customer_name);
  record.set("category", hit.category);
  record.set("page", hit.page);
  record.set("snippet", hit.snippet);
  record.set("shelf", found.shelf);
  record.set("storage_id", hit.storage_id);
  record.set("borrower", found.borrower);
  return record;
}

Object record_of(const std::string& query, const archive::SearchAnswer& answer) {
  Object record = ordered_object();
  record.set("query", query);
  record.set("total", answer.total);
  Array hits, ignored;
  for (const auto& hit : answer.hits) hits.add(record_of(hit));
  for (const auto& part : answer.ignored) ignored.add(part);
  record.set("hits", hits);
  record.set("ignored", ignored);
  return record;
}

std::string highlighted(const indexer::Hit& hit) {
  if (!is_terminal(STDOUT_FILENO)) return hit.snippet;
  std::string out;
  std::size_t at = 0;
  for (const auto& [begin, end] : hit.highlights) {
    out += hit.snippet.substr(at, static_cast<std::size_t>(begin) - at) + "\033[1;33m" +
           hit.snippet.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)) + "\033[0m";
    at = static_cast<std::size_t>(end);
  }
  return out + hit.snippet.substr(at);
}

void say_hit(const Context& context, std::size_t position, const archive::SearchHit& found) {
  const auto& hit = found.hit;
  context.say(std::to_string(position) + ". " + hit.title + (hit.customer_name.empty() ? "" : " · " + hit.customer_name));
  context.say("   " + hit.number + (hit.page > 0 ? "  " + render(msg("search.page", hit.page), context.language()) : ""));
  if (!hit.snippet.empty()) context.say("   " + replace_all(highlighted(hit), "\n", " "));
  context.say("   " + render(msg("search.places", found.shelf.empty() ? "—" : found.shelf, hit.storage_id), context.language()));
  if (!found.borrower.empty()) context.say("   " + render(msg("search.borrowed", found.borrower), context.language()));
}

int search_batch(Context& context, archive::Searcher& searcher, std::size_t most) {
  const std::string path = context.arguments().get("batch");
  std::ifstream file;
  if (path != "-") {
    file.open(path);
    if (!file) throw Error(ErrorKind::Io, msg("file.cannot_read", path, "open"));
  }
  std::istream& lines = path == "-" ? std::cin : file;
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    record_of(line, searcher.search({line, 0, most})).stringify(std::cout);
    std::cout << '\n';
  }
  std::cout.flush();
  return 0;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

int run_search(Context& context) {
  const auto& arguments = context.arguments();
  const std::size_t most = arguments.limit(10);
  archive::Searcher searcher(context.reading());
  if (arguments.has("batch")) return search_batch(context, searcher, most);
  if (arguments.operands.empty()) throw Error(ErrorKind::Usage, msg("cli.operand_missing", "QUERY…", "search"));
  const std::string query = joined(arguments.operands);
  const auto first = static_cast<std::size_t>(std::max(0, arguments.number("offset").value_or(0)));
  const auto answer = searcher.search({query, first, most});
  context.answer(record_of(query, answer));
  context.say(msg("search.total", answer.total));
  for (std::size_t i = 0; i < answer.hits.size(); ++i) say_hit(context, first + i + 1, answer.hits[i]);
  for (const auto& part : answer.ignored) context.say(msg("search.ignored", part));
  return 0;
}

}  // namespace twofold::app
