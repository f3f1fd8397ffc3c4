#include "archive/forms/record/transfer_form.h"

#include "archive/forms/field_grid.h"
#include "archive/forms/table.h"
#include "archive/forms/values.h"
#include "catalog/destroyed.h"

#include <map>
#include <set>

namespace twofold::archive {
namespace {

using catalog::TransferSide;

struct Counted {
  int volumes = 0, items = 0, pages = 0;
};

std::string years_of(const catalog::Transfer& transfer) {
  std::set<int> years;
  for (const auto& volume : transfer.volumes) years.insert(volume.code.year);
  std::string words;
  for (const int year : years) words += (words.empty() ? "" : "、") + std::to_string(year);
  return words;
}

// With what each volume holds now: its own counts are those of its closing and keep what was removed since.
std::vector<catalog::Volume> counted(Archive& archive, std::vector<catalog::Volume> volumes) {
  for (auto& volume : volumes) {
    const auto there = catalog::left_of(archive.database(), volume.id);
    volume = catalog::counted(std::move(volume), there);
  }
  return volumes;
}

// Category by category, then all.
std::vector<FieldRow> quantities(Archive& archive, const catalog::Transfer& transfer, const Wording& words) {
  std::map<int, Counted> counted;
  Counted all;
  for (const auto& volume : transfer.volumes)
    for (Counted* count : {&counted[volume.code.category], &all}) {
      ++count->volumes;
      count->items += volume.item_count;
      count->pages += volume.page_count;
    }
  const auto quantity = [&](const Counted& count) {
    return words.line(msg("form.transfer_quantity", count.volumes, count.items, count.pages));
  };
  std::vector<FieldRow> rows;
  for (const auto& [category, count] : counted)
    rows.push_back({{{words.label("form.series"), archive.profile().category(category).name.chinese},
                     {words.label("form.quantity"), quantity(count)}}, 11});
  rows.push_back({{{words.label("form.quantity_in_all"), quantity(all)}}, 11});
  return rows;
}

// Unit, leader and handler of one side, each dated.
std::vector<FieldRow> side(const catalog::Transfer& transfer, const std::string& unit_key, const std::string& unit, TransferSide leader,
                           TransferSide handler, const Wording& words) {
  std::vector<FieldRow> rows = {{{{words.label(unit_key), unit}}, 13}};
  for (const auto& [label, wanted] : {std::pair{"form.leader", leader}, {"form.handler", handler}}) {
    std::string person, day;
    for (const auto& given : transfer.signatures)
      if (given.side == wanted) person = given.person, day = given.day.text();
    rows.push_back({{{words.label(label), person}, {words.label("form.dated"), day}}, 15});
  }
  return rows;
}

void record_page(Printer& printer, Archive& archive, const catalog::Transfer& transfer, const Wording& words) {
  constexpr double kSide = 60;   // with what stands above it
  FieldGrid grid;
  const double bottom = grid.bottom;
  grid.bottom = bottom - 2 * kSide;
  grid.y = begin_form(printer, words, "form.transfer", transfer.number, sheet_code_of_form(transfer.number)) + 4;
  grid.label_width = 30;
  grid.rows = {{{{words.label("form.nature"), transfer.nature}}, 14}, {{{words.label("form.year"), years_of(transfer)}}, 11}};
  for (auto& row : quantities(archive, transfer, words)) grid.rows.push_back(std::move(row));
  grid.y = draw_fields(printer, grid) + 8;
  grid.bottom = bottom - kSide;
  grid.rows = side(transfer, "form.giver", archive.config().fonds_name, TransferSide::GiverLeader, TransferSide::GiverHandler, words);
  grid.y = draw_fields(printer, grid) + 8;
  grid.bottom = bottom;
  grid.rows = side(transfer, "form.receiver", transfer.receiver, TransferSide::ReceiverLeader, TransferSide::ReceiverHandler, words);
  draw_fields(printer, grid);
}

}  // namespace

void draw_transfer(Printer& printer, Archive& archive, const catalog::Transfer& drawn, const Wording& words) {
  catalog::Transfer transfer = drawn;
  transfer.volumes = counted(archive, std::move(transfer.volumes));
  record_page(printer, archive, transfer, words);
  Table table;
  table.title = words.label("form.transfer_list");
  table.left_note = transfer.number;
  table.right_note = archive.config().fonds_name;
  table.code = sheet_code_of_form(transfer.number);
  table.columns = {{words.label("form.number"), 12, Align::Centre}, {words.label("form.volume_code"), 33, Align::Left, Face::Hei, 7.5},
                   {words.label("form.title"), 51, Align::Left},    {words.label("form.year"), 13, Align::Centre},
                   {words.label("form.retention"), 18, Align::Centre}, {words.label("form.items_and_pages"), 18, Align::Centre},
                   {words.label("form.note"), 25, Align::Left, Face::Hei, 7.5}};
  int number = 0;
  for (const auto& volume : transfer.volumes)
    table.rows.push_back({{std::to_string(++number), volume.code.text(), volume.title, std::to_string(volume.code.year),
                           retention_words(volume.code.retention), std::to_string(volume.item_count) + "/" + std::to_string(volume.page_count),
                           volume.container}});
  draw_annexes(printer, {table}, words);
}

}  // namespace twofold::archive
