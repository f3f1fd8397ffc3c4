#include "archive/forms/record/disposition_forms.h"

#include "archive/forms/field_grid.h"
#include "archive/forms/table.h"
#include "archive/forms/values.h"
#include "archive/portions.h"
#include "catalog/destroyed.h"

#include <algorithm>
#include <iterator>

namespace twofold::archive {
namespace {

using catalog::DispositionList;
using catalog::DispositionRow;
using catalog::Track;


int pages_of(const std::vector<DispositionRow>& rows) {
  int pages = 0;
  for (const auto& row : rows) pages += row.volume.page_count;
  return pages;
}

// With what each volume holds, or held until it was destroyed: its own counts are those of its closing and keep what was
// removed since.
std::vector<DispositionRow> counted(Archive& archive, std::vector<DispositionRow> rows) {
  for (auto& row : rows) {
    const bool gone = row.state == "destroyed";
    const auto there = gone ? catalog::taken_of(archive.database(), row.volume.id) : catalog::left_of(archive.database(), row.volume.id);
    row.volume = catalog::counted(std::move(row.volume), there);
  }
  return rows;
}

std::string track_words(Track track) { return Wording::value("form.track_" + catalog::text(track)); }
std::string day_words(const std::optional<Date>& day) { return day ? day->text() : std::string(); }

// How each track that any row gives up was destroyed.
std::string methods_of(const std::vector<DispositionRow>& rows, const Wording& words) {
  bool paper = false, electronic = false;
  for (const auto& row : rows) {
    paper = paper || row.track != Track::Electronic;
    electronic = electronic || row.track != Track::Paper;
  }
  const std::string first = paper ? words.line(Message{"form.method_paper", {}}) : "";
  const std::string second = electronic ? words.line(Message{"form.method_electronic", {}}) : "";
  return first + (paper && electronic ? "；" : "") + second;
}

FieldRow signed_row(const Wording& words, const std::string& label, const std::string& person, const std::optional<Date>& day) {
  return {{{words.label(label), person, 3}, {words.label("form.dated"), day_words(day), 2}}, 16};
}

// Executor and witnesses; blank before the destruction, to be signed by hand.
std::vector<FieldRow> executed_rows(const Wording& words, const DispositionList& list) {
  const auto witness = [&](std::size_t i) { return i < list.witnessed_by.size() ? list.witnessed_by[i] : std::string(); };
  return {signed_row(words, "form.executor", list.executed_by, list.executed_on),
          signed_row(words, "form.first_witness", witness(0), list.executed_on),
          signed_row(words, "form.second_witness", witness(1), list.executed_on)};
}

void list_cover(Printer& printer, Archive& archive, const DispositionList& list, const std::vector<DispositionRow>& rows,
                const Wording& words) {
  FieldGrid grid;
  grid.y = begin_form(printer, words, "form.disposition_list", list.number, sheet_code_of_form(list.number)) + 12;
  grid.label_width = 34;
  grid.points = 12;
  grid.rows = {{{{words.label("form.fonds"), archive.fonds().text() + " " + archive.config().fonds_name}}, 16},
               {{{words.label("form.quantity"), words.line(msg("form.quantity_text", rows.size(), pages_of(rows)))}}, 16},
               {{{words.label("form.as_of"), list.as_of.text()}}, 16},
               signed_row(words, "form.appraiser", list.drawn_by, list.drawn_on),
               signed_row(words, "form.approver", list.approved_by, list.approved_on)};
  std::ranges::copy(executed_rows(words, list), std::back_inserter(grid.rows));
  if (!list.appraisers.empty()) {
    std::string group;
    for (const auto& person : list.appraisers) group += (group.empty() ? "" : "、") + person;
    grid.rows.insert(grid.rows.begin() + 4, {{{words.label("form.appraisers"), group}}, 16});
  }
  draw_fields(printer, grid);
}

Table table_of(Archive& archive, const DispositionList& list, const std::string& title, const Wording& words) {
  Table table;
  table.title = words.label(title);
  table.left_note = list.number;
  table.right_note = archive.config().fonds_name;
  table.code = sheet_code_of_form(list.number);
  return table;
}

// The summary: one row for each volume.
Table series_table(Archive& archive, const DispositionList& list, const std::vector<DispositionRow>& rows, const Wording& words) {
  Table table = table_of(archive, list, "form.certificate_annex", words);
  table.columns = {{words.label("form.series"), 34, Align::Left},
                   {words.label("form.volume_code"), 43, Align::Left, Face::Hei, 7.5},
                   {words.label("form.span"), 34, Align::Centre},
                   {words.label("form.retention"), 18, Align::Centre},
                   {words.label("form.items_and_pages"), 18, Align::Centre},
                   {words.label("form.tracks"), 23, Align::Centre}};
  for (const auto& row : rows)
    table.rows.push_back({{archive.profile().category(row.volume.code.category).name.chinese, row.volume.code.text(), span_of(row.volume),
                           retention_words(row.volume.code.retention),
                           std::to_string(row.volume.item_count) + "/" + std::to_string(row.volume.page_count), track_words(row.track)}});
  return table;
}

// In the order of their numbers, as they lay in the volume.
std::vector<catalog::Item> items_of(Archive& archive, const catalog::Volume& volume) {
  catalog::ItemFilter filter;
  filter.volume_id = volume.id;
  std::vector<catalog::Item> all;
  for (std::int64_t after = 0;;) {
    const auto items = catalog::list_items(archive.database(), filter, after, kItemsAtOnce);
    all.insert(all.end(), items.begin(), items.end());
    if (items.size() < kItemsAtOnce) break;
    after = items.back().id;
  }
  std::ranges::sort(all, {}, &catalog::Item::number);
  return all;
}

// Both tracks' identifiers, item by item.
Table numbers_table(Archive& archive, const DispositionList& list, const std::vector<DispositionRow>& rows, const Wording& words) {
  Table table = table_of(archive, list, "form.certificate_numbers", words);
  table.columns = {{words.label("form.number"), 14, Align::Centre},
                   {words.label("form.paper_number"), 60, Align::Left, Face::Hei, 8},
                   {words.label("form.storage_id"), 45, Align::Left, Face::Hei, 8},
                   {words.label("form.date"), 20, Align::Centre},
                   {words.label("form.page_count"), 12, Align::Centre},
                   {words.label("form.tracks"), 19, Align::Centre}};
  int number = 0;
  for (const auto& row : rows)
    for (const auto& item : items_of(archive, row.volume))
      if (catalog::was_taken(archive.database(), item.id))
        table.rows.push_back({{std::to_string(++number), item.number(), item.storage_id.text(), compact(item.date),
                             std::to_string(item.page_count), track_words(row.track)}});
  return table;
}

}  // namespace

void draw_disposition_list(Printer& printer, Archive& archive, const DispositionList& list, const Wording& words) {
  const auto rows = counted(archive, list.rows);
  list_cover(printer, archive, list, rows, words);
  Table table = table_of(archive, list, "form.disposition_list", words);
  table.columns = {{words.label("form.number"), 11, Align::Centre},
                   {words.label("form.title"), 41, Align::Left},
                   {words.label("form.year"), 12, Align::Centre},
                   {words.label("form.volume_code"), 34, Align::Left, Face::Hei, 7.5},
                   {words.label("form.kept_due"), 20, Align::Centre},
                   {words.label("form.kept"), 20, Align::Centre},
                   {words.label("form.page_count"), 12, Align::Centre},
                   {words.label("form.note"), 20, Align::Left}};
  int number = 0;
  for (const auto& row : rows) {
    const auto& code = row.volume.code;
    table.rows.push_back({{std::to_string(++number), row.volume.title, std::to_string(code.year), code.text(), retention_words(code.retention),
                           render(msg("form.years", list.as_of.year() - code.year - 1), Language::Chinese),
                           std::to_string(row.volume.page_count), track_words(row.track)},
                          row.state == "refused"});
  }
  draw_annexes(printer, {table}, words);
}

void draw_certificate(Printer& printer, Archive& archive, const DispositionList& list, const Wording& words) {
  auto rows = counted(archive, list.rows);
  std::erase_if(rows, [](const DispositionRow& row) { return row.state != "destroyed"; });
  double y = begin_form(printer, words, "form.certificate", list.number, sheet_code_of_form(list.number)) + 14;
  const Message body = msg("form.certificate_text", archive.config().fonds_name, rows.size(), pages_of(rows));
  y += printer.text(32, y, 156, words.sentence(body), {12.5, Align::Left, false, Ink::Black, false, Face::Song, 10}) + 12;
  FieldGrid grid{.y = y, .label_width = 34, .points = 12};
  grid.rows = {{{{words.label("form.quantity"), words.line(msg("form.quantity_text", rows.size(), pages_of(rows)))}}, 15},
               {{{words.label("form.destroyed_on"), day_words(list.executed_on)}}, 15},
               {{{words.label("form.method"), methods_of(rows, words)}}, 15},
               signed_row(words, "form.approver", list.approved_by, list.approved_on)};
  std::ranges::copy(executed_rows(words, list), std::back_inserter(grid.rows));
  draw_fields(printer, grid);
  draw_annexes(printer, {series_table(archive, list, rows, words), numbers_table(archive, list, rows, words)}, words);
}

}  // namespace twofold::archive
