// The saved searches of the one who acts, and the customers that a beginning may mean.

#include "catalog/saved_searches.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "archive/search.h"

namespace twofold::app {
namespace {

int remove(Context& context, const std::string& name) {
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::remove_saved_search(transaction, name);
  transaction.commit();
  context.say(msg("search.removed", name));
  Object answer = ordered_object();
  answer.set("removed", name);
  context.answer(answer);
  return 0;
}

}  // namespace

int run_searches(Context& context) {
  if (context.arguments().has("remove")) return remove(context, context.arguments().get("remove"));
  const auto saved = catalog::list_saved_searches(context.reading().database(), context.actor());
  Array searches;
  std::vector<std::vector<std::string>> rows;
  for (const auto& search : saved) {
    Object record = ordered_object();
    record.set("name", search.name);
    record.set("question", search.question);
    record.set("sort", search.sort);
    record.set("created_at", search.created_at.text());
    searches.add(record);
    rows.push_back({search.name, search.question, context.words("sort." + search.sort),
                    search.created_at.date().text()});
  }
  if (saved.empty()) context.say(msg("search.none_saved", context.actor()));
  else context.table({context.words("field.name"), context.words("field.question"), context.words("field.sort"),
                      context.words("field.at")}, rows);
  Object answer = ordered_object();
  answer.set("owner", context.actor());
  answer.set("searches", searches);
  context.answer(answer);
  return 0;
}

int run_suggest(Context& context) {
  const std::string& beginning = context.arguments().operands[0];
  archive::Searcher searcher(context.reading(), context.authority().rights(context.reading().database()));
  Array customers;
  std::vector<std::vector<std::string>> rows;
  for (const auto& customer : searcher.suggest(beginning, context.arguments().limit(10))) {
    Object record = ordered_object();
    record.set("number", customer.number);
    record.set("name", customer.name);
    record.set("items", customer.items);
    customers.add(record);
    rows.push_back({customer.name, customer.number, std::to_string(customer.items)});
  }
  if (rows.empty()) context.say(msg("suggest.nothing", beginning));
  else context.table({context.words("field.customer"), context.words("field.customer_number"), context.words("field.items")},
                     rows);
  Object answer = ordered_object();
  answer.set("beginning", beginning);
  answer.set("customers", customers);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
