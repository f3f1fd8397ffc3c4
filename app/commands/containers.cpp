#include "catalog/stacks/containers.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/stack_answers.h"
#include "app/commands/upkeep_records.h"
#include "archive/ingest.h"

namespace twofold::app {
namespace {

using catalog::Container;
using catalog::ContainerNumber;

Object record_of(const Container& box) {
  Object record = ordered_object();
  record.set("container", box.number.text());
  record.set("year", box.year);
  record.set("category", box.category);
  record.set("chapter", box.chapter.text());
  record.set("manager", box.manager);
  record.set("retention", catalog::text(box.retention));
  record.set("shelf", box.shelf);
  record.set("width_mm", box.width_mm);
  record.set("used_mm", box.used_mm);
  record.set("volumes", box.volumes);
  record.set("first_volume", box.first);
  record.set("last_volume", box.last);
  return record;
}

Container require_container(const catalog::Database& database, const ContainerNumber& number) {
  if (auto box = catalog::find_container(database, number)) return *std::move(box);
  throw Error(ErrorKind::NotFound, msg("container.unknown", number));
}

template <class Work>
void change(Context& context, const Work& work) {
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  work(transaction);
  transaction.commit();
  archive::index_pending(context.writing());
}

catalog::VolumeCode volume_operand(const Context& context) {
  return catalog::VolumeCode::parse(context.arguments().operands[0]);
}

Object record_of(const catalog::FilledBox& box) {
  Object record = ordered_object();
  record.set("container", box.number);
  record.set("made", box.made);
  record.set("first_volume", box.first_volume);
  record.set("last_volume", box.last_volume);
  record.set("volumes", box.volumes);
  record.set("used_mm", box.used_mm);
  record.set("width_mm", box.width_mm);
  record.set("shelf", box.shelf);
  return record;
}

void show_fill(Context& context, const catalog::ContainerFill& fill) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& box : fill.boxes)
    rows.push_back({box.number, box.first_volume, box.last_volume, std::to_string(box.volumes),
                    std::to_string(box.used_mm) + "/" + std::to_string(box.width_mm),
                    box.shelf.empty() ? "—" : box.shelf});
  std::vector<std::string> heading;
  for (const auto* field : {"container", "first_volume", "last_volume", "volumes", "used_mm", "shelf"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  for (const auto& left : fill.left_out) context.say(left.reason);
}

}  // namespace

int run_container_make(Context& context) {
  const auto code = volume_operand(context);
  const int width = context.arguments().number("width").value_or(catalog::kUsualWidth);
  change(context, [&](catalog::Transaction& transaction) { catalog::make_container(transaction, code, width); });
  return answer_volume(context, code);
}

int run_container_put(Context& context) {
  const auto code = volume_operand(context);
  const auto box = ContainerNumber::parse(context.arguments().operands[1]);
  change(context, [&](catalog::Transaction& transaction) { catalog::put_into_container(transaction, code, box); });
  return answer_volume(context, code);
}

int run_container_take(Context& context) {
  const auto code = volume_operand(context);
  change(context, [&](catalog::Transaction& transaction) { catalog::take_out_of_container(transaction, code); });
  return answer_volume(context, code);
}

int run_container_place(Context& context) {
  const auto number = ContainerNumber::parse(context.arguments().operands[0]);
  const auto place = catalog::ShelfCode::parse(context.arguments().operands[1]);
  change(context, [&](catalog::Transaction& transaction) { catalog::place_container(transaction, number, place); });
  const auto box = require_container(context.writing().database(), number);
  context.say(msg("container.stands", box.number, box.shelf, box.volumes));
  context.answer(record_of(box));
  return 0;
}

int run_container_fill(Context& context) {
  const auto& arguments = context.arguments();
  const bool dry_run = arguments.has("dry-run");
  const catalog::FillRule rule{
      .year = *arguments.number("year"),
      .category = arguments.number("category"),
      .manager = arguments.has("manager") ? std::optional(arguments.get("manager")) : std::nullopt,
      .width_mm = arguments.number("width").value_or(catalog::kUsualWidth)};
  catalog::ContainerFill fill;
  {
    catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
    fill = catalog::fill_containers(transaction, rule);
    if (!dry_run) transaction.commit();
  }
  if (!dry_run) archive::index_pending(context.writing());
  show_fill(context, fill);
  if (dry_run) context.say(msg("stacks.dry_run"));
  Array boxes, left_out;
  for (const auto& box : fill.boxes) boxes.add(record_of(box));
  for (const auto& left : fill.left_out) {
    Object record = ordered_object();
    record.set("volume", left.volume.text());
    record.set("reason", left.reason.key);
    record.set("message", render(left.reason, context.language()));
    left_out.add(record);
  }
  Object answer = ordered_object();
  answer.set("year", rule.year);
  answer.set("dry_run", dry_run);
  answer.set("boxes", boxes);
  answer.set("left_out", left_out);
  context.answer(answer);
  return 0;
}

int run_container_list(Context& context) {
  const auto& arguments = context.arguments();
  const catalog::ContainerFilter filter{arguments.number("year"), arguments.number("category"),
                                        arguments.has("unplaced")};
  const auto boxes =
      catalog::list_containers(context.reading().database(), filter, after_id(context), arguments.limit(100));
  Array records;
  std::vector<std::vector<std::string>> rows;
  for (const auto& box : boxes) {
    records.add(record_of(box));
    rows.push_back({box.number.text(), box.shelf.empty() ? "—" : box.shelf, box.chapter.text(),
                    catalog::text(box.retention), std::to_string(box.volumes),
                    std::to_string(box.used_mm) + "/" + std::to_string(box.width_mm)});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"container", "shelf", "chapter", "retention", "volumes", "used_mm"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("containers", records);
  answer.set("next", boxes.empty() ? 0 : boxes.back().id);
  context.answer(answer);
  return 0;
}

int run_container_show(Context& context) {
  const auto number = ContainerNumber::parse(context.arguments().operands[0]);
  const auto& database = context.reading().database();
  const auto box = require_container(database, number);
  context.say(msg("container.stands", box.number, box.shelf.empty() ? "—" : box.shelf, box.volumes));
  Array members;
  std::vector<std::vector<std::string>> rows;
  for (const auto& volume : catalog::volumes_in(database, number)) {
    members.add(volume_record(volume));
    rows.push_back({volume.code.text(), volume.title, context.words("state." + catalog::text(volume.state))});
  }
  context.table({context.words("field.volume"), context.words("field.title"), context.words("field.state")}, rows);
  Object answer = record_of(box);
  answer.set("members", members);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
