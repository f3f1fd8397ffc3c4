#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "archive/stack_map.h"
#include "base/files.h"
#include "base/text.h"
#include "catalog/stacks/layout.h"
#include "catalog/stacks/space.h"

namespace twofold::app {
namespace {

using catalog::ShelfPrefix;

ShelfPrefix part_given(const Context& context) {
  const auto& operands = context.arguments().operands;
  return operands.empty() ? ShelfPrefix() : ShelfPrefix::parse(operands[0]);
}

std::string percent(std::int64_t used, std::int64_t capacity) {
  return capacity == 0 ? "" : std::to_string(used * 100 / capacity) + " %";
}

Object record_of(const catalog::FillRow& row) {
  Object record = ordered_object();
  record.set("part", row.part.text());
  record.set("shelves", row.shelves);
  record.set("measured_shelves", row.measured_shelves);
  record.set("places", row.places);
  record.set("taken", row.taken);
  record.set("capacity_mm", row.capacity_mm);
  record.set("used_mm", row.used_mm);
  return record;
}

Object record_of(const catalog::StandingVolume& volume) {
  Object record = ordered_object();
  record.set("volume", volume.code.text());
  record.set("title", volume.title);
  record.set("state", volume.state);
  record.set("thickness_mm", volume.thickness_mm);
  record.set("measured", volume.measured);
  record.set("loan", volume.loan);
  record.set("borrower", volume.borrower);
  record.set("due", volume.due);
  record.set("missing", volume.missing);
  return record;
}

Object record_of(const catalog::Place& place) {
  Object record = ordered_object();
  record.set("place", place.code.text());
  record.set("container", place.container);
  record.set("used_mm", place.used_mm());
  Array volumes;
  for (const auto& volume : place.volumes) volumes.add(record_of(volume));
  record.set("volumes", volumes);
  return record;
}

Object record_of(const catalog::Shelf& shelf) {
  Object record = ordered_object();
  record.set("shelf", shelf.code.text());
  record.set("capacity_mm", shelf.capacity_mm);
  record.set("used_mm", shelf.used_mm());
  record.set("taken", shelf.taken());
  Array places;
  for (const auto& place : shelf.places) places.add(record_of(place));
  record.set("places", places);
  return record;
}

std::vector<int> thicknesses_wanted(Context& context) {
  const int run = context.arguments().number("run").value_or(1);
  if (run < 1 || run > 1000)
    throw Error(ErrorKind::Usage, msg("cli.not_a_number", "run", context.arguments().get("run")));
  return std::vector<int>(static_cast<std::size_t>(run), 0);
}

std::vector<catalog::VolumeCode> volumes_listed(const std::string& codes) {
  std::vector<catalog::VolumeCode> volumes;
  for (const auto& code : split(codes, ',')) volumes.push_back(catalog::VolumeCode::parse(code));
  return volumes;
}

}  // namespace

int run_shelf_create(Context& context) {
  const auto& arguments = context.arguments();
  const catalog::RoomLayout layout{.room = part_given(context),
                                   .rows = catalog::NumberRange::parse(arguments.get("rows")),
                                   .bays = catalog::NumberRange::parse(arguments.get("bays")),
                                   .shelves = catalog::NumberRange::up_to(arguments.get("shelves")),
                                   .slots = catalog::NumberRange::up_to(arguments.get("slots")),
                                   .capacity_mm = arguments.number("capacity").value_or(0)};
  const bool dry_run = arguments.has("dry-run");
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto result = catalog::lay_out(transaction, layout);
  if (!dry_run) transaction.commit();
  context.say(msg("shelf.laid_out", result.first, result.last, result.shelves, result.places, result.new_places,
                  result.remeasured));
  if (dry_run) context.say(msg("stacks.dry_run"));
  Object answer = ordered_object();
  answer.set("room", layout.room.text());
  answer.set("dry_run", dry_run);
  answer.set("first", result.first);
  answer.set("last", result.last);
  answer.set("shelves", result.shelves);
  answer.set("places", result.places);
  answer.set("new_shelves", result.new_shelves);
  answer.set("new_places", result.new_places);
  answer.set("remeasured", result.remeasured);
  context.answer(answer);
  return 0;
}

int run_shelf_remove(Context& context) {
  const ShelfPrefix part = part_given(context);
  const bool dry_run = context.arguments().has("dry-run");
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const int places = catalog::remove_places(transaction, part);
  if (!dry_run) transaction.commit();
  context.say(msg("shelf.removed", places, part));
  if (dry_run) context.say(msg("stacks.dry_run"));
  Object answer = ordered_object();
  answer.set("part", part.text());
  answer.set("dry_run", dry_run);
  answer.set("places", places);
  context.answer(answer);
  return 0;
}

int run_shelf_fill(Context& context) {
  const auto& arguments = context.arguments();
  const auto fill = catalog::fill_of(context.reading().database(), part_given(context), arguments.get("after"),
                                     arguments.limit(1000));
  Array records;
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : fill) {
    records.add(record_of(row));
    rows.push_back({row.part.text(), std::to_string(row.places), std::to_string(row.places - row.taken),
                    std::to_string(row.used_mm), std::to_string(row.capacity_mm - row.used_mm),
                    percent(row.used_mm, row.capacity_mm)});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"shelf", "places", "free_places", "used_mm", "free_mm", "fill"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("part", part_given(context).text());
  answer.set("fill", records);
  answer.set("next", fill.empty() ? "" : fill.back().part.text());
  context.answer(answer);
  return 0;
}

int run_shelf_free(Context& context) {
  const auto& arguments = context.arguments();
  const auto& database = context.reading().database();
  const ShelfPrefix within = part_given(context);
  std::vector<catalog::PlacedRow> found;
  if (arguments.has("for")) {
    found = catalog::run_for(database, within, volumes_listed(arguments.get("for")));
  } else {
    const auto wanted = thicknesses_wanted(context);
    const auto run = catalog::find_run(database, within, wanted);
    if (!run) throw Error(ErrorKind::Refused, msg("shelf.no_run", wanted.size(), 0, within.text()));
    for (const auto& place : *run) found.push_back({"", "", place});
  }
  Array places;
  for (const auto& row : found) {
    Object record = ordered_object();
    record.set("place", row.to.text());
    record.set("name", row.name);
    places.add(record);
    context.say(row.name.empty() ? row.to.text() : row.to.text() + "  " + row.name);
  }
  Object answer = ordered_object();
  answer.set("places", places);
  context.answer(answer);
  return 0;
}

int run_shelf_map(Context& context) {
  const auto& arguments = context.arguments();
  const auto& database = context.reading().database();
  const ShelfPrefix part = part_given(context);
  Object answer = ordered_object();
  answer.set("part", part.text());
  if (arguments.has("out")) {
    const auto drawn = archive::draw_stack_map(database, part, arguments.get("out"));
    context.say(msg("stack_map.drawn", arguments.get("out"), drawn.shelves, drawn.places));
    answer.set("file", arguments.get("out"));
  }
  const auto shelves = catalog::list_shelves(database, part, arguments.get("after"), arguments.limit(200));
  Array records;
  std::vector<std::vector<std::string>> rows;
  for (const auto& shelf : shelves) {
    if (context.json()) records.add(record_of(shelf));
    rows.push_back({shelf.code.text(), std::to_string(shelf.taken()) + "/" + std::to_string(shelf.places.size()),
                    percent(shelf.used_mm(), shelf.capacity_mm)});
  }
  if (!arguments.has("out"))
    context.table({context.words("field.shelf"), context.words("field.places"), context.words("field.fill")}, rows);
  answer.set("shelves", records);
  answer.set("next", shelves.empty() ? "" : shelves.back().code.text());
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
