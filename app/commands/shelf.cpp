#include "catalog/shelf.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "archive/ingest.h"

namespace twofold::app {
namespace {

int answer_volume(Context& context, const catalog::VolumeCode& code) {
  archive::index_pending(context.writing());
  const auto volume = require_volume(context.writing().database(), code.text());
  context.say(msg("shelf.stands", volume.code, volume.shelf.empty() ? "—" : volume.shelf, volume.container));
  context.answer(volume_record(volume));
  return 0;
}

int place(Context& context, void (*act)(catalog::Transaction&, const catalog::VolumeCode&, const catalog::ShelfCode&)) {
  const auto& operands = context.arguments().operands;
  const auto code = catalog::VolumeCode::parse(operands[0]);
  const auto shelf = catalog::ShelfCode::parse(operands[1]);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  act(transaction, code, shelf);
  transaction.commit();
  return answer_volume(context, code);
}

}  // namespace

int run_shelf_place(Context& context) { return place(context, catalog::place_volume); }
int run_shelf_move(Context& context) { return place(context, catalog::move_volume); }

int run_shelf_list(Context& context) {
  const auto& arguments = context.arguments();
  const std::string prefix = arguments.operands.empty() ? "" : arguments.operands[0];
  const auto shelf = catalog::list_shelf(context.reading().database(), prefix, arguments.get("after"), arguments.limit(100));
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
    rows.push_back({row.place.text(), row.volume ? row.volume->text() : "—", row.title, row.state, row.container});
  }
  context.table({context.words("field.shelf"), context.words("field.volume"), context.words("field.title"),
                 context.words("field.state"), context.words("field.container")},
                rows);
  Object answer = ordered_object();
  answer.set("places", places);
  context.answer(answer);
  return 0;
}

int run_container_make(Context& context) {
  const auto code = catalog::VolumeCode::parse(context.arguments().operands[0]);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::make_container(transaction, code);
  transaction.commit();
  return answer_volume(context, code);
}

int run_container_put(Context& context) {
  const auto code = catalog::VolumeCode::parse(context.arguments().operands[0]);
  const auto box = catalog::ContainerNumber::parse(context.arguments().operands[1]);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::put_into_container(transaction, code, box);
  transaction.commit();
  return answer_volume(context, code);
}

}  // namespace twofold::app
