#include "archive/forms/table.h"
#include "archive/forms/values.h"
#include "archive/forms/volume/volume_forms.h"
#include "catalog/cross_reference.h"

namespace twofold::archive {
namespace {

Table table_of(const catalog::Volume& volume, const std::string& title, const Wording& words) {
  Table table;
  table.title = words.label(title);
  table.left_note = words.before("form.volume_code") + volume.code.text();
  table.right_note = volume.title;
  table.code = sheet_code_of(volume.code);
  table.ruled_to_the_end = true;
  return table;
}

}  // namespace

void draw_volume_catalogue(Printer& printer, const catalog::Database& database, const catalog::Volume& volume, const Wording& words) {
  Table table = table_of(volume, "form.volume_catalogue", words);
  table.columns = {{words.label("form.sequence"), 14, Align::Centre}, {words.label("form.document_number"), 23, Align::Left},
                   {words.label("form.responsible"), 20, Align::Centre}, {words.label("form.title"), 43, Align::Left},
                   {words.label("form.date"), 18, Align::Centre}, {words.label("form.page_number"), 12, Align::Centre},
                   {words.label("form.note"), 40, Align::Left, Face::Hei, 7.2}};
  catalog::each_paper_row(database, volume.id, [&](const catalog::PaperRow& row) {
    const std::string note = row.note_storage_id + (row.note_address.empty() ? "" : "\n" + row.note_address);
    table.rows.push_back({{std::to_string(row.sequence), row.document_number, row.responsible, row.title, compact(row.date),
                           std::to_string(row.first_page), row.struck ? Wording::value("form.struck") : note},
                          row.struck});
  });
  draw_table(printer, table, words);
}

void draw_electronic_catalogue(Printer& printer, const catalog::Database& database, const catalog::Volume& volume, const Wording& words) {
  Table table = table_of(volume, "form.electronic_catalogue", words);
  table.landscape = true;
  table.columns = {{words.label("form.number"), 10, Align::Centre},
                   {words.label("form.storage_id"), 37, Align::Left, Face::Hei, 7.5},
                   {words.label("form.title"), 51, Align::Left},
                   {words.label("form.made_on"), 18, Align::Centre},
                   {words.label("form.format"), 13, Align::Centre},
                   {words.label("form.size"), 18, Align::Right},
                   {words.label("form.sha256"), 41, Align::Left, Face::Hei, 6.4},
                   {words.label("form.address"), 38, Align::Left, Face::Hei, 7},
                   {words.label("form.note"), 41, Align::Left, Face::Hei, 7}};
  table.points = 8.5;
  int number = 0;
  catalog::each_electronic_row(database, volume.id, [&](const catalog::ElectronicRow& row) {
    table.rows.push_back({{std::to_string(++number), row.storage_id, row.title, compact(row.date), row.format, size_words(row.size),
                           row.sha256.text(), row.address, row.note_number + (row.note_shelf.empty() ? "" : "\n" + row.note_shelf)}});
  });
  draw_table(printer, table, words);
}

}  // namespace twofold::archive
