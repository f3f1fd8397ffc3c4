#include "archive/search.h"

#include "app/commands.h"
#include "app/commands/search_answer.h"
#include "app/commands/search_export.h"
#include "base/text.h"
#include "catalog/saved_searches.h"

#include <fstream>
#include <iostream>

namespace twofold::app {
namespace {

constexpr int kFacetValues = 10;
constexpr int kMostFacetValues = 100'000;

std::string as_typed(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

int search_batch(Context& context, archive::Searcher& searcher, Asked asked) {
  const std::string path = context.arguments().get("batch");
  std::ifstream file;
  if (path != "-") {
    file.open(path);
    if (!file) throw Error(ErrorKind::Io, msg("file.cannot_read", path, "open"));
  }
  std::istream& lines = path == "-" ? std::cin : file;
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    asked.question = scrub_utf8(line);
    context.print(json_text(record_of(context, asked, searcher.search(asked.query()))) + '\n');
  }
  return 0;
}

// What asks, and what only some ways of asking have.
void refuse_contradictions(const Arguments& arguments) {
  constexpr std::pair<const char*, const char*> kApart[] = {
      {"batch", "like"},   {"batch", "saved"},  {"batch", "save"},    {"batch", "export"}, {"like", "saved"},
      {"like", "save"},    {"like", "export"},  {"like", "boxes"},    {"like", "facets"},  {"like", "sort"},
      {"saved", "save"},   {"export", "boxes"}, {"export", "facets"}, {"export", "limit"}, {"export", "offset"}};
  for (const auto& [one, other] : kApart)
    if (arguments.has(one) && arguments.has(other))
      throw Error(ErrorKind::Usage, msg("search.not_together", one, other));
  for (const char* asking : {"batch", "like", "saved"})
    if (arguments.has(asking) && !arguments.operands.empty())
      throw Error(ErrorKind::Usage, msg("search.two_questions", asking, as_typed(arguments.operands)));
  if (arguments.has("boxes") && !arguments.has("json") && !arguments.has("batch"))
    throw Error(ErrorKind::Usage, msg("search.boxes_in_json"));
}

std::size_t facet_values(const Arguments& arguments) {
  if (!arguments.has("facets")) return 0;
  if (arguments.get("facets").empty()) return kFacetValues;
  const int wanted = *arguments.number("facets");
  if (wanted < 1) throw Error(ErrorKind::Usage, msg("cli.not_a_number", "facets", arguments.get("facets")));
  return static_cast<std::size_t>(std::min(wanted, kMostFacetValues));
}

Asked asked_of(Context& context) {
  const auto& arguments = context.arguments();
  refuse_contradictions(arguments);
  Asked asked;
  asked.question = scrub_utf8(as_typed(arguments.operands));
  asked.most = arguments.limit(10);
  const int first = arguments.number("offset").value_or(0);
  if (first < 0) throw Error(ErrorKind::Usage, msg("cli.not_a_number", "offset", arguments.get("offset")));
  asked.first = static_cast<std::size_t>(first);
  asked.most_facet_values = facet_values(arguments);
  asked.boxes = arguments.has("boxes");
  std::string sort = arguments.get("sort");
  if (arguments.has("like")) {
    const auto& database = context.reading().database();
    asked.like = require_item(database, arguments.get("like"));
    context.authority().require(catalog::Action::Read, catalog::access_of(database, *asked.like), arguments.get("like"));
  }
  if (arguments.has("saved")) {
    const std::string name = arguments.get("saved");
    const auto saved = catalog::find_saved_search(context.reading().database(), context.actor(), name);
    if (!saved) throw Error(ErrorKind::NotFound, msg("search.not_saved", name));
    asked.question = saved->question;
    if (sort.empty()) sort = saved->sort;
  }
  if (!sort.empty()) asked.order = order_named(sort);
  return asked;
}

void save(Context& context, const Asked& asked) {
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const std::string name = scrub_utf8(context.arguments().get("save"));
  const auto saved = catalog::save_search(transaction, name, asked.question, std::string(name_of(asked.order)));
  transaction.commit();
  context.say(msg("search.saved", saved.name));
}

int run_export(Context& context, archive::Searcher& searcher, const Asked& asked) {
  const std::string target = context.arguments().get("export");
  const Exported exported = export_hits(context, searcher, asked, target);
  if (exported.some_words_only) context.say(msg("search.some_words_exported"));
  context.say(msg("search.exported", exported.rows, target));
  Object record = ordered_object();
  record.set("query", asked.question);
  record.set("file", target);
  record.set("rows", exported.rows);
  record.set("some_words_only", exported.some_words_only);
  context.answer(record);
  return 0;
}

}  // namespace

int run_search(Context& context) {
  const auto& arguments = context.arguments();
  // An export and a saved search are written down in the archive; asking alone leaves no trace.
  auto& archive = arguments.has("export") || arguments.has("save") ? context.writing() : context.reading();
  const Asked asked = asked_of(context);
  archive::Searcher searcher(archive, context.authority().rights(archive.database()));
  if (arguments.has("export")) context.authority().require(catalog::Action::Export);
  context.authority().note(arguments.has("export") ? "search.exported" : "search.asked", asked.like ? asked.like->number() : "",
                           {{"question", asked.question}, {"batch", arguments.get("batch")}});
  if (arguments.has("batch")) return search_batch(context, searcher, asked);
  if (arguments.has("save")) save(context, asked);
  if (asked.question.empty() && !asked.like)
    throw Error(ErrorKind::Usage, msg("cli.operand_missing", "QUERY…", "search"));
  if (arguments.has("export")) return run_export(context, searcher, asked);
  const auto answer = asked.like ? searcher.similar(asked.like->id, asked.query()) : searcher.search(asked.query());
  context.answer(record_of(context, asked, answer));
  say(context, asked, answer);
  return 0;
}

}  // namespace twofold::app
