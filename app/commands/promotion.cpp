// Daily records on their way into the six categories.

#include "archive/change_desk.h"

#include "app/commands.h"
#include "app/commands/search_answer.h"
#include "app/commands/upkeep_records.h"

namespace twofold::app {

int run_promote(Context& context) {
  const auto& arguments = context.arguments();
  const auto item = require_item(context.writing().database(), arguments.operands[0]);
  archive::ChangeDesk desk(context.writing(), context.authority());
  const auto promoted = desk.promote(
      item, arguments.operands[0],
      {arguments.get("type"), arguments.get("customer"), arguments.get("manager"), arguments.has("paper")});
  context.say(msg("promotion.done", item.number(), promoted.number()));
  context.answer(item_record(context.writing().database(), promoted));
  return 0;
}

int run_promote_mark(Context& context) {
  archive::ChangeDesk desk(context.writing(), context.authority());
  for (const auto& number : context.arguments().operands)
    desk.mark_important(require_item(context.writing().database(), number), number);
  context.say(msg("promotion.marked", context.arguments().operands.size()));
  Object answer = ordered_object();
  answer.set("marked", context.arguments().operands.size());
  context.answer(answer);
  return 0;
}

int run_promote_pending(Context& context) {
  auto& archive = context.reading();
  std::vector<std::string> important;
  for (const auto& type : archive.profile().document_types)
    if (type.category == 0 && type.important) important.push_back(type.key);
  Array records;
  std::vector<std::vector<std::string>> rows;
  std::int64_t next = 0;
  for (const auto& item : catalog::list_unpromoted(archive.database(), important, after_id(context), context.arguments().limit(100))) {
    next = item.id;
    records.add(item_record(archive.database(), item));
    rows.push_back({item.number(), name_of_type(context, item.document_type), item.title, item.date ? item.date->text() : ""});
  }
  context.table({context.words("field.number"), context.words("field.type"), context.words("field.title"), context.words("field.date")},
                rows);
  Object answer = ordered_object();
  answer.set("items", records);
  answer.set("next", next);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
