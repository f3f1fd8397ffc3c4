#include "archive/arrangement_desk.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "app/context.h"
#include "base/text.h"

#include <charconv>

namespace twofold::app {
namespace {

using catalog::Arrangement;

std::string joined(const std::vector<std::string>& numbers) {
  std::string all;
  for (const auto& number : numbers) all += (all.empty() ? "" : " ") + number;
  return all;
}

Object record_of(const Arrangement& arrangement) {
  Object record = ordered_object();
  record.set("id", arrangement.id);
  record.set("kind", catalog::text(arrangement.kind));
  record.set("actor", arrangement.actor);
  record.set("at", arrangement.at.text());
  record.set("undone", arrangement.undone);
  record.set("kept", array_of(arrangement.kept));
  record.set("made", array_of(arrangement.made));
  record.set("absorbed", array_of(arrangement.absorbed));
  return record;
}

int tell(const Context& context, const Arrangement& arrangement) {
  context.say(msg(arrangement.undone ? "arrange.is_undone" : "arrange.is_done", arrangement.id,
                  context.words("arrange_kind." + catalog::text(arrangement.kind)), joined(arrangement.kept),
                  joined(arrangement.undone ? arrangement.absorbed : arrangement.made)));
  context.answer(record_of(arrangement));
  return 0;
}

archive::ArrangementDesk desk_of_arrangements(Context& context) { return {context.writing(), context.authority(), context.progress()}; }

int whole_number(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) throw Error(ErrorKind::Usage, msg("arrange.no_such_page", text));
  return value;
}

// "2,4-6"
std::vector<int> pages_named(const std::string& text) {
  constexpr int kMost = 5000;
  std::vector<int> pages;
  for (const auto& piece : split(text, ',')) {
    const auto ends = split(piece, '-');
    const int first = whole_number(ends.front()), last = whole_number(ends.back());
    if (ends.size() > 2 || last < first || last - first > kMost) throw Error(ErrorKind::Usage, msg("arrange.no_such_page", piece));
    for (int page = first; page <= last; ++page) pages.push_back(page);
  }
  return pages;
}

catalog::Item item_operand(Context& context, std::size_t index) {
  return require_item(context.writing().database(), context.arguments().operands[index]);
}

}  // namespace

int run_arrange_split(Context& context) {
  const auto item = item_operand(context, 0);
  return tell(context, desk_of_arrangements(context).split(item, whole_number(context.arguments().operands[1])));
}

int run_arrange_merge(Context& context) {
  std::vector<catalog::Item> items;
  for (std::size_t i = 0; i < context.arguments().operands.size(); ++i) items.push_back(item_operand(context, i));
  return tell(context, desk_of_arrangements(context).merge(items));
}

int run_arrange_rotate(Context& context) {
  const auto item = item_operand(context, 0);
  const auto& operands = context.arguments().operands;
  return tell(context, desk_of_arrangements(context).rotate(item, pages_named(operands[1]), whole_number(operands[2])));
}

int run_arrange_reorder(Context& context) {
  const auto item = item_operand(context, 0);
  return tell(context, desk_of_arrangements(context).reorder(item, pages_named(context.arguments().operands[1])));
}

int run_arrange_undo(Context& context) { return tell(context, desk_of_arrangements(context).undo(id_operand(context, 0))); }

int run_arrange_list(Context& context) {
  const auto after = context.arguments().number("after").value_or(0);
  Array records;
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : catalog::list_arrangements(context.reading().database(), after, context.arguments().limit(100))) {
    records.add(record_of(one));
    rows.push_back({std::to_string(one.id), context.words("arrange_kind." + catalog::text(one.kind)), joined(one.kept), joined(one.made),
                    joined(one.absorbed), one.actor, one.undone ? context.words("arrange.undone_mark") : ""});
  }
  context.table({"ID", context.words("field.kind"), context.words("field.number"), context.words("arrange.head_made"),
                 context.words("arrange.head_absorbed"), context.words("arrange.head_actor"), ""}, rows);
  Object answer = ordered_object();
  answer.set("arrangements", records);
  set_next(answer, records, "id");
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
