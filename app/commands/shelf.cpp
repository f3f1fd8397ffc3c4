#include "catalog/shelf.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/stack_answers.h"
#include "app/commands/upkeep_records.h"
#include "archive/ingest.h"
#include "catalog/stacks/space.h"

namespace twofold::app {
namespace {

using catalog::PlacedRow;

Array records_of(const std::vector<PlacedRow>& placed) {
  Array records;
  for (const auto& row : placed) {
    Object record = ordered_object();
    record.set("name", row.name);
    record.set("from", row.from);
    record.set("to", row.to.text());
    records.add(record);
  }
  return records;
}

void show_placed(const Context& context, const std::vector<PlacedRow>& placed) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : placed) rows.push_back({row.name, row.from.empty() ? "—" : row.from, row.to.text()});
  context.table({context.words("field.volume"), context.words("field.from"), context.words("field.shelf")}, rows);
}

// The volumes among the operands, and what follows them: a place, a part of the stack, or nothing.
struct PlaceOperands {
  std::vector<catalog::VolumeCode> volumes;
  std::string target;
};
PlaceOperands place_operands(const Context& context) {
  const auto& operands = context.arguments().operands;
  PlaceOperands result;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const bool last = i + 1 == operands.size() && i > 0;
    if (last && !catalog::VolumeCode::try_parse(operands[i])) result.target = operands[i];
    else result.volumes.push_back(catalog::VolumeCode::parse(operands[i]));
  }
  return result;
}

std::vector<PlacedRow> place_all(catalog::Transaction& transaction, const PlaceOperands& what) {
  const auto place = catalog::ShelfCode::try_parse(what.target);
  if (!place) return catalog::place_run(transaction, catalog::ShelfPrefix::parse(what.target), what.volumes);
  if (what.volumes.size() > 1) throw Error(ErrorKind::Usage, msg("shelf.one_place", *place));
  catalog::place_volume(transaction, what.volumes.front(), *place);
  return {{what.volumes.front().text(), "", *place}};
}

// What an obstacle says and what can be done about it.
Array obstacle_records(const Context& context, const std::vector<Message>& obstacles) {
  Array records;
  for (const auto& obstacle : obstacles) {
    Object record = ordered_object();
    record.set("code", obstacle.key);
    record.set("message", render(obstacle, context.language()));
    record.set("remedy", render_remedy(obstacle, context.language()));
    records.add(record);
    context.say(obstacle);
  }
  return records;
}

}  // namespace

int run_shelf_place(Context& context) {
  const auto what = place_operands(context);
  const bool dry_run = context.arguments().has("dry-run");
  const bool each = dry_run || what.volumes.size() > 1 || context.arguments().has("each");
  std::vector<PlacedRow> placed;
  {
    catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
    placed = place_all(transaction, what);
    if (!dry_run) transaction.commit();
  }
  if (!dry_run) archive::index_pending(context.writing());
  if (!each) return answer_volume(context, what.volumes.front());
  show_placed(context, placed);
  if (dry_run) context.say(msg("stacks.dry_run"));
  Object answer = ordered_object();
  answer.set("dry_run", dry_run);
  answer.set("placed", records_of(placed));
  context.answer(answer);
  return 0;
}

int run_shelf_move(Context& context) {
  const auto code = catalog::VolumeCode::parse(context.arguments().operands[0]);
  const auto shelf = catalog::ShelfCode::parse(context.arguments().operands[1]);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::move_volume(transaction, code, shelf);
  transaction.commit();
  archive::index_pending(context.writing());
  return answer_volume(context, code);
}

int run_shelf_move_all(Context& context) {
  const auto& arguments = context.arguments();
  const bool dry_run = arguments.has("dry-run");
  catalog::ShelfMove move;
  {
    catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
    move = catalog::move_shelves(transaction, catalog::ShelfPrefix::parse(arguments.operands[0]),
                                 catalog::ShelfPrefix::parse(arguments.operands[1]), arguments.has("close-gaps"));
    if (!dry_run) transaction.commit();
  }
  if (!dry_run) archive::index_pending(context.writing());
  if (move.obstacles.empty()) show_placed(context, move.moved);
  Object answer = ordered_object();
  answer.set("dry_run", dry_run);
  answer.set("moved", records_of(move.moved));
  answer.set("obstacles", obstacle_records(context, move.obstacles));
  if (!move.obstacles.empty()) say_with_remedy(context, "", msg("shelf.nothing_moved", move.obstacles.size()));
  else if (dry_run) context.say(msg("stacks.dry_run"));
  else context.say(msg("shelf.moved_all", move.moved.size(), arguments.operands[1]));
  context.answer(answer);
  return move.obstacles.empty() ? 0 : 1;
}

int run_shelf_list(Context& context) {
  const auto& arguments = context.arguments();
  const std::string prefix = arguments.operands.empty() ? "" : arguments.operands[0];
  const auto shelf =
      catalog::list_shelf(context.reading().database(), prefix, arguments.get("after"), arguments.limit(100));
  Array places;
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : shelf) {
    Object record = ordered_object();
    record.set("place", row.place.text());
    record.set("volume", row.volume ? row.volume->text() : "");
    record.set("title", row.title);
    record.set("state", row.state);
    record.set("container", row.container);
    places.add(record);
    rows.push_back({row.place.text(), row.volume ? row.volume->text() : "—", row.title,
                    row.state.empty() ? "" : context.words("state." + row.state), row.container});
  }
  context.table({context.words("field.shelf"), context.words("field.volume"), context.words("field.title"),
                 context.words("field.state"), context.words("field.container")},
                rows);
  Object answer = ordered_object();
  answer.set("places", places);
  answer.set("next", shelf.empty() ? "" : shelf.back().place.text());
  context.answer(answer);
  return 0;
}

int run_shelf_thickness(Context& context) {
  const auto& arguments = context.arguments();
  const auto code = catalog::VolumeCode::parse(arguments.operands[0]);
  if (arguments.operands.size() > 1) {
    const auto given = id_operand(context, 1);
    catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
    catalog::set_thickness(transaction, code, given == 0 ? std::nullopt : std::optional(static_cast<int>(given)));
    transaction.commit();
  }
  const auto thickness = catalog::thickness_of(context.reading().database(), code);
  context.say(
      msg(thickness.measured ? "shelf.thickness_measured" : "shelf.thickness_estimated", code, thickness.millimetres));
  Object answer = ordered_object();
  answer.set("volume", code.text());
  answer.set("thickness_mm", thickness.millimetres);
  answer.set("measured", thickness.measured);
  context.answer(answer);
  return 0;
}

int run_shelf_history(Context& context) {
  const auto& arguments = context.arguments();
  const std::string& subject = arguments.operands[0];
  const auto& database = context.reading().database();
  const auto place = catalog::ShelfCode::try_parse(subject);
  const auto history = place ? catalog::placements_at(database, *place, after_id(context), arguments.limit(100))
                             : catalog::placements_of(database, require_volume(database, subject).code,
                                                      after_id(context), arguments.limit(100));
  Array list;
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : history) {
    Object record = ordered_object();
    record.set("volume", row.volume.text());
    record.set("title", row.title);
    record.set("place", row.place.text());
    record.set("since", row.since.text());
    record.set("until", row.until ? row.until->text() : "");
    list.add(record);
    rows.push_back({row.volume.text(), row.place.text(), row.since.text().substr(0, 16),
                    row.until ? row.until->text().substr(0, 16) : ""});
  }
  context.table({context.words("field.volume"), context.words("field.shelf"), context.words("field.since"),
                 context.words("field.stood_until")},
                rows);
  Object answer = ordered_object();
  answer.set("history", list);
  answer.set("next", history.empty() ? 0 : history.back().id);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
