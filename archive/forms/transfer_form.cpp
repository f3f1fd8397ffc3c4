#include "archive/forms/transfer_form.h"

#include "archive/forms/printer.h"

#include <set>

namespace twofold::archive {
namespace {

std::string words(const std::string& key) { return render(Message{key, {}}, Language::Chinese); }

void line_field(Printer& printer, double x, double y, const std::string& label, const std::string& value) {
  printer.text(x, y, 22, label, {11, Align::Right});
  printer.text(x + 24, y, 54, value, {11});
  printer.line(x + 24, y + 7, x + 78, y + 7);
}

// One side of the record: unit, leader and handler, each dated.
void side(Printer& printer, double x, const std::string& heading, const std::string& unit, const catalog::Transfer& transfer,
          catalog::TransferSide leader, catalog::TransferSide handler) {
  printer.text(x, 150, 80, heading, {13, Align::Centre, true});
  line_field(printer, x, 164, words("form.unit"), unit);
  double y = 180;
  for (const auto& [label, wanted] : {std::pair{"form.leader", leader}, {"form.handler", handler}}) {
    std::string person, day;
    for (const auto& given : transfer.signatures)
      if (given.side == wanted) person = given.person, day = given.day.text();
    line_field(printer, x, y, words(label), person);
    line_field(printer, x, y + 14, words("form.dated"), day);
    y += 32;
  }
}

void record_page(Printer& printer, Archive& archive, const catalog::Transfer& transfer) {
  std::set<int> years, categories;
  int items = 0, pages = 0;
  for (const auto& volume : transfer.volumes) {
    years.insert(volume.code.year);
    categories.insert(volume.code.category);
    items += volume.item_count;
    pages += volume.page_count;
  }
  std::string names, span;
  for (const int category : categories) names += (names.empty() ? "" : "、") + archive.profile().category(category).name.chinese;
  for (const int year : years) span += (span.empty() ? "" : "、") + std::to_string(year);
  printer.begin_page(kA4Short, kA4Long);
  printer.box(16, 20, kA4Short - 32, kA4Long - 40, 0.6);
  printer.text(30, 34, 150, words("form.transfer"), {24, Align::Centre, true});
  printer.text(30, 52, 150, transfer.number, {13, Align::Centre});
  double y = 74;
  const std::string quantity =
      render(msg("form.transfer_quantity", transfer.volumes.size(), items, pages), Language::Chinese);
  for (const auto& [label, value] : {std::pair<const char*, std::string>{"form.nature", transfer.nature}, {"form.year", span},
                                     {"form.series", names}, {"form.quantity", quantity}}) {
    printer.text(24, y, 30, words(label), {12, Align::Right});
    printer.text(58, y, 124, value, {12});
    printer.line(57, y + 8, 184, y + 8);
    y += 17;
  }
  side(printer, 22, words("form.giver"), archive.config().fonds_name, transfer, catalog::TransferSide::GiverLeader,
       catalog::TransferSide::GiverHandler);
  side(printer, 106, words("form.receiver"), transfer.receiver, transfer, catalog::TransferSide::ReceiverLeader,
       catalog::TransferSide::ReceiverHandler);
}

}  // namespace

std::string transfer_form(Archive& archive, const catalog::Transfer& transfer) {
  Printer printer;
  record_page(printer, archive, transfer);
  Table table;
  table.title = words("form.transfer_list");
  table.left_note = transfer.number;
  table.right_note = archive.config().fonds_name;
  table.columns = {{words("form.number"), 12, Align::Centre}, {words("form.volume_code"), 50, Align::Left},
                   {words("form.title"), 50, Align::Left},    {words("form.year"), 14, Align::Centre},
                   {words("form.retention"), 18, Align::Centre}, {words("form.items_and_pages"), 20, Align::Right},
                   {words("form.note"), 16, Align::Left}};
  int number = 0;
  for (const auto& volume : transfer.volumes)
    table.rows.push_back({std::to_string(++number), volume.code.text(), volume.title, std::to_string(volume.code.year),
                          words("form.retention_" + catalog::text(volume.code.retention)),
                          std::to_string(volume.item_count) + "/" + std::to_string(volume.page_count), volume.container});
  printer.table(table, false);
  return printer.finish();
}

}  // namespace twofold::archive
