#include "archive/change_desk.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"

namespace twofold::app {
namespace {

std::optional<std::string> given_word(const Arguments& arguments, std::string_view name) {
  return arguments.has(name) ? std::optional(arguments.get(name)) : std::nullopt;
}

}  // namespace

int run_describe(Context& context) {
  const auto& arguments = context.arguments();
  const std::string& number = arguments.operands[0];
  const auto item = require_item(context.writing().database(), number);
  archive::ChangeDesk::Words words{given_word(arguments, "title"),       given_word(arguments, "document-number"),
                                   given_word(arguments, "responsible"), given_word(arguments, "type"),
                                   given_word(arguments, "customer"),    {}};
  // An empty date: it is not known.
  if (arguments.has("date"))
    words.date = arguments.get("date").empty() ? std::optional<Date>() : arguments.date("date");
  archive::ChangeDesk desk(context.writing(), context.authority());
  const auto described = desk.describe(item, number, words);
  context.say(msg("description.done", described.number()));
  context.answer(item_record(context.writing().database(), described));
  return 0;
}

}  // namespace twofold::app
