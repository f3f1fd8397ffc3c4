// Reindexing, the state of the archive, and what the shell wants to know about us.

#include "app/commands.h"
#include "app/commands/record_progress.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "app/cli/help.h"
#include "archive/ingest.h"
#include "catalog/events.h"
#include "catalog/outbox.h"

namespace twofold::app {

int run_reindex(Context& context) {
  RecordProgress progress(context);
  const auto count = archive::reindex(context.writing(), progress);
  context.say(msg("reindex.done", count));
  Object answer = ordered_object();
  answer.set("items", count);
  context.answer(answer);
  return 0;
}

int run_status(Context& context) {
  auto& archive = context.reading();
  const auto& database = archive.database();
  const auto head = catalog::chain_head(database);
  Object answer = ordered_object();
  answer.set("fonds", archive.fonds().text());
  answer.set("profile", archive.profile().key);
  answer.set("items", catalog::count_items(database));
  answer.set("events", head.seq);
  answer.set("not_yet_indexed", catalog::count_pending_indexing(database));
  answer.set("quarantined", catalog::list_receipts(database, "quarantined", 0, 1000).size());
  for (const auto& key : answer.getNames()) context.say(context.words("field." + key) + ": " + answer.get(key).convert<std::string>());
  context.answer(answer);
  return 0;
}

int run_completion(Context& context) {
  context.print(completion_script(context.arguments().operands[0]));
  return 0;
}

int run_man(Context& context) {
  const std::filesystem::path folder = context.arguments().operands[0];
  create_folders_durably(folder);
  const auto pages = man_pages(context.language());
  for (const auto& [name, content] : pages) write_durably(folder / name, content);
  context.say(msg("man.done", pages.size(), folder.string()));
  return 0;
}

}  // namespace twofold::app
