#include "archive/forms/closing_forms.h"

#include "archive/forms/printer.h"
#include "base/text.h"
#include "catalog/cross_reference.h"
#include "catalog/customers.h"
#include "catalog/events.h"
#include "catalog/volume_changes.h"

#include <algorithm>
#include <fmt/format.h>

namespace twofold::archive {
namespace {

std::string words(const std::string& key) { return render(Message{key, {}}, Language::Chinese); }

std::string retention_words(catalog::Retention retention) { return words("form.retention_" + catalog::text(retention)); }

std::string span_of(const catalog::Volume& volume) {
  if (!volume.first_date || !volume.last_date) return "—";
  return volume.first_date->compact() + " — " + volume.last_date->compact();
}

std::string format_size(std::uint64_t bytes) {
  if (bytes < 1024) return fmt::format("{} B", bytes);
  if (bytes < 1024 * 1024) return fmt::format("{:.1f} KB", static_cast<double>(bytes) / 1024);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1024 / 1024);
}

// A label and its value over a rule, as covers have them.
void field(Printer& printer, double y, const std::string& label, const std::string& value) {
  printer.text(30, y, 34, label, {14, Align::Right});
  printer.text(68, y, 108, value, {14, Align::Centre});
  printer.line(68, y + 8, 176, y + 8);
}

void cover(Printer& printer, Archive& archive, const catalog::Volume& volume) {
  printer.begin_page(kA4Short, kA4Long);
  printer.box(20, 20, kA4Short - 40, kA4Long - 40, 0.6);
  printer.box(21.5, 21.5, kA4Short - 43, kA4Long - 43, 0.2);
  printer.text(30, 35, 150, words("form.fonds_name"), {10, Align::Centre});
  printer.text(30, 42, 150, archive.config().fonds_name, {22, Align::Centre, true});
  printer.text(30, 57, 150, words("form.category_name"), {10, Align::Centre});
  printer.text(30, 62, 150, archive.profile().category(volume.code.category).name.chinese, {18, Align::Centre});
  printer.text(30, 90, 150, words("form.volume_title"), {10, Align::Centre});
  printer.text(30, 92, 150, volume.title, {24, Align::Centre, true}, 40);
  const auto chapter = catalog::find_chapter(archive.database(), volume.chapter_id);
  field(printer, 150, words("form.span"), span_of(volume));
  field(printer, 166, words("form.retention"), retention_words(volume.code.retention));
  field(printer, 182, words("form.item_count"), std::to_string(volume.item_count));
  field(printer, 198, words("form.page_count"), std::to_string(volume.page_count));
  field(printer, 214, words("form.chapter_manager"), volume.code.chapter.text() + " / " + (chapter ? chapter->manager : ""));
  field(printer, 230, words("form.shelf"), volume.shelf.empty() ? "—" : volume.shelf);
  field(printer, 246, words("form.volume_code"), volume.code.text());
}

void volume_catalogue(Printer& printer, const catalog::Database& database, const catalog::Volume& volume) {
  Table table;
  table.title = words("form.volume_catalogue");
  table.left_note = words("form.volume_code") + "：" + volume.code.text();
  table.right_note = volume.title;
  table.columns = {{words("form.sequence"), 12, Align::Centre}, {words("form.document_number"), 28, Align::Left},
                   {words("form.responsible"), 24, Align::Left}, {words("form.title"), 38, Align::Left},
                   {words("form.date"), 18, Align::Centre},      {words("form.page_number"), 12, Align::Centre},
                   {words("form.note"), 48, Align::Left}};
  table.points = 8.5;
  catalog::each_paper_row(database, volume.id, [&](const catalog::PaperRow& row) {
    table.rows.push_back({std::to_string(row.sequence), row.document_number, row.responsible,
                          row.struck ? words("form.struck") + row.title : row.title,
                          row.date ? row.date->compact() : "", std::to_string(row.first_page),
                          row.note_storage_id + "\n" + row.note_address});
  });
  printer.table(table, false);
}

void electronic_catalogue(Printer& printer, const catalog::Database& database, const catalog::Volume& volume) {
  Table table;
  table.title = words("form.electronic_catalogue");
  table.left_note = words("form.volume_code") + "：" + volume.code.text();
  table.right_note = volume.title;
  table.columns = {{words("form.number"), 10, Align::Centre},   {words("form.storage_id"), 38, Align::Left},
                   {words("form.title"), 48, Align::Left},      {words("form.made_on"), 18, Align::Centre},
                   {words("form.format"), 13, Align::Centre},   {words("form.size"), 17, Align::Right},
                   {words("form.sha256"), 47, Align::Left},     {words("form.address"), 36, Align::Left},
                   {words("form.note"), 40, Align::Left}};
  table.points = 7.5;
  int number = 0;
  catalog::each_electronic_row(database, volume.id, [&](const catalog::ElectronicRow& row) {
    table.rows.push_back({std::to_string(++number), row.storage_id, row.title, row.date ? row.date->compact() : "", row.format,
                          format_size(row.size), row.sha256.text(), row.address,
                          row.note_number + (row.note_shelf.empty() ? "" : "\n" + row.note_shelf)});
  });
  printer.table(table, true);
}

struct ChangeWords {
  catalog::VolumeChangeKind kind;
  const char* none;
  const char* some;
  const char* name;
};
constexpr ChangeWords kChangeWords[] = {
    {catalog::VolumeChangeKind::Damage, "form.damages", "form.damages_listed", "form.damage"},
    {catalog::VolumeChangeKind::Amendment, "form.changes", "form.changes_listed", "form.change"},
    {catalog::VolumeChangeKind::Addition, "form.additions", "form.additions_listed", "form.addition"},
    {catalog::VolumeChangeKind::Removal, "form.removals", "form.removals_listed", "form.removal"},
};

// The catalogue's keys in the words of the form.
std::string in_words(const catalog::VolumeChange& change) {
  std::string what = change.what;
  for (const char* damage : {"water", "mould", "sticking", "fading", "insects", "rodents"})
    if (change.kind == catalog::VolumeChangeKind::Damage) what = replace_all(what, damage, words(std::string("damage.") + damage));
  for (const char* field : {"title", "document_number", "responsible", "date"})
    if (change.kind == catalog::VolumeChangeKind::Amendment)
      what = replace_all(what, std::string(field) + ": ", words(std::string("field.") + field) + "：");
  for (const char* cause : {"erroneous", "outdated", "dead"})
    if (change.kind == catalog::VolumeChangeKind::Removal)
      what = replace_all(what, std::string(cause) + ": ", words(std::string("removal_cause.") + cause) + "：");
  return what;
}

void list_of_changes(Printer& printer, const catalog::Volume& volume, const std::vector<catalog::VolumeChange>& changes) {
  Table table;
  table.title = words("form.list_of_changes");
  table.left_note = words("form.volume_code") + "：" + volume.code.text();
  table.right_note = volume.title;
  table.columns = {{words("form.date"), 20, Align::Centre}, {words("form.kind"), 16, Align::Centre},
                   {words("form.item_number"), 52, Align::Left}, {words("form.statement"), 62, Align::Left},
                   {words("form.by"), 20, Align::Centre}};
  for (const auto& change : changes)
    table.rows.push_back({change.day.compact(), words(kChangeWords[static_cast<std::size_t>(change.kind)].name), change.number,
                          in_words(change), change.person});
  printer.table(table, false);
}

void closing_note(Printer& printer, Archive& archive, const catalog::Volume& volume, const Sealing& sealing,
                  const std::vector<catalog::VolumeChange>& changes) {
  const auto head = catalog::chain_head(archive.database());
  printer.begin_page(kA4Short, kA4Long);
  printer.text(15, 18, 180, words("form.closing_note"), {20, Align::Centre, true});
  printer.box(20, 34, 170, 240, 0.4);
  printer.text(25, 39, 160, words("form.cross_number") + "：" + volume.code.text(), {11});
  printer.line(20, 50, 190, 50);
  printer.text(25, 54, 160, words("form.statement") + "：", {11, Align::Left, true});
  const Message counts = msg("form.statement_text", volume.item_count, volume.page_count);
  double y = 64 + printer.text(30, 64, 152, render(counts, Language::Chinese), {11}) + 4;
  for (const auto& each : kChangeWords) {
    const auto count = std::ranges::count(changes, each.kind, &catalog::VolumeChange::kind);
    printer.text(30, y, 152, count == 0 ? words(each.none) : render(msg(each.some, count), Language::Chinese), {11});
    y += 10;
  }
  y += 4;
  printer.line(20, y, 190, y);
  y += 4 + printer.text(25, y + 4, 160, words("form.electronic_side") + "：", {11, Align::Left, true}) + 4;
  const Message side = msg("form.electronic_side_text", archive.layout().store().filename().string(), sealing.manifest.text());
  y += printer.text(30, y, 152, render(side, Language::Chinese), {10}) + 4;
  const Message chain = msg("form.chain_text", head.seq, head.hash.text());
  printer.text(30, y, 152, render(chain, Language::Chinese), {10});
  printer.line(20, 236, 190, 236);
  printer.text(25, 242, 80, words("form.bound_by") + "：" + sealing.closed_by, {11});
  printer.text(110, 242, 75, words("form.dated") + "：" + sealing.closed_on.text(), {11});
  printer.text(25, 258, 80, words("form.checked_by") + "：", {11});
  printer.text(110, 258, 75, words("form.dated") + "：", {11});
}

}  // namespace

std::string closing_forms(Archive& archive, const catalog::Volume& volume, const Sealing& sealing) {
  const auto changes = catalog::changes_of(archive.database(), volume);
  Printer printer;
  cover(printer, archive, volume);
  volume_catalogue(printer, archive.database(), volume);
  electronic_catalogue(printer, archive.database(), volume);
  closing_note(printer, archive, volume, sealing, changes);
  if (!changes.empty()) list_of_changes(printer, volume, changes);
  return printer.finish();
}

}  // namespace twofold::archive
