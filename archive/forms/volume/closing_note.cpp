#include "archive/forms/field_grid.h"
#include "archive/forms/table.h"
#include "archive/forms/values.h"
#include "archive/forms/volume/volume_forms.h"
#include "archive/portions.h"
#include "base/text.h"
#include "catalog/cross_reference.h"
#include "catalog/events.h"
#include "catalog/volume_changes.h"

#include <algorithm>

namespace twofold::archive {
namespace {


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
  for (const char* field : {"title", "document_number", "responsible", "date"})
    if (change.kind == catalog::VolumeChangeKind::Amendment)
      what = replace_all(what, std::string(field) + ": ", Wording::value(std::string("field.") + field) + "：");
  for (const char* cause : {"erroneous", "outdated", "dead"})
    if (change.kind == catalog::VolumeChangeKind::Removal)
      what = replace_all(what, std::string(cause) + ": ", Wording::value(std::string("removal_cause.") + cause) + "：");
  return what;
}

Table list_of_changes(const catalog::Volume& volume, const std::vector<catalog::VolumeChange>& changes, const Wording& words) {
  Table table;
  table.title = words.label("form.list_of_changes");
  table.left_note = words.before("form.volume_code") + volume.code.text();
  table.right_note = volume.title;
  table.code = sheet_code_of(volume.code);
  table.columns = {{words.label("form.date"), 20, Align::Centre}, {words.label("form.kind"), 16, Align::Centre},
                   {words.label("form.item_number"), 46, Align::Left, Face::Hei, 7.5}, {words.label("form.statement"), 68, Align::Left},
                   {words.label("form.by"), 20, Align::Centre}};
  for (const auto& change : changes)
    table.rows.push_back({{change.day.compact(), Wording::value(kChangeWords[static_cast<std::size_t>(change.kind)].name), change.number,
                           in_words(change), change.person}});
  return table;
}

// Pages of the items that the profile asks for as photographs: of a site, or before and after a replacement.
int photos_in(Archive& archive, const catalog::Volume& volume) {
  int photos = 0;
  catalog::ItemFilter filter;
  filter.volume_id = volume.id;
  for (std::int64_t after = 0;;) {
    const auto items = catalog::list_items(archive.database(), filter, after, kItemsAtOnce);
    for (const auto& item : items) {
      after = item.id;
      const auto* type = archive.profile().document_type(item.document_type);
      if (type && (type->site_photo || !type->other_half.empty())) photos += item.page_count;
    }
    if (items.size() < kItemsAtOnce) return photos;
  }
}

// 互见号: the numbers that the volume's items have on the other track.
std::string electronic_numbers(const catalog::Database& database, const catalog::Volume& volume) {
  std::string first, last;
  catalog::each_electronic_row(database, volume.id, [&](const catalog::ElectronicRow& row) {
    if (first.empty() || row.storage_id < first) first = row.storage_id;
    if (row.storage_id > last) last = row.storage_id;
  });
  return first == last ? first : first + " — " + last;
}

std::string statement(Archive& archive, const catalog::Volume& volume, const std::vector<catalog::VolumeChange>& changes,
                      const Wording& words) {
  std::string text = words.sentence(msg("form.statement_text", volume.item_count, volume.page_count, photos_in(archive, volume)));
  for (const auto& each : kChangeWords) {
    const auto count = std::ranges::count(changes, each.kind, &catalog::VolumeChange::kind);
    text += "\n" + words.line(count == 0 ? Message{each.none, {}} : msg(each.some, count));
  }
  return text;
}

std::string electronic_side(Archive& archive, const Sealing& sealing, const Wording& words) {
  const auto head = catalog::chain_head(archive.database());
  const Message codes = msg("form.electronic_side_text", archive.layout().store().filename().string());
  return words.sentence(codes) + "\n\n" + words.line(Message{"form.manifest", {}}) + "\n" + sealing.manifest.text() + "\n\n" +
         words.line(Message{"form.chain_text", {}}) + "\n" + std::to_string(head.seq) + ":" + head.hash.text();
}

}  // namespace

void draw_closing_note(Printer& printer, Archive& archive, const catalog::Volume& volume, const Sealing& sealing, const Wording& words) {
  const auto changes = catalog::changes_of(archive.database(), volume, Language::Chinese);
  FieldGrid grid;
  grid.y = begin_form(printer, words, "form.closing_note", volume.code.text(), sheet_code_of(volume.code));
  grid.label_width = 26;
  grid.points = 10.5;
  grid.rows = {
      {{{words.label("form.volume_title"), volume.title}}, 16, Align::Left},
      {{{words.label("form.cross_number"), electronic_numbers(archive.database(), volume)}}, 12, Align::Left},
      {{{words.label("form.statement"), statement(archive, volume, changes, words)}}, 85, Align::Left, true},
      {{{words.label("form.electronic_side"), electronic_side(archive, sealing, words)}}, 60, Align::Left, true},
      {{{words.label("form.bound_by"), sealing.closed_by}, {words.label("form.dated"), sealing.closed_on.text()}}, 15},
      {{{words.label("form.checked_by"), sealing.checked_by},
        {words.label("form.dated"), sealing.checked_on ? sealing.checked_on->text() : ""}}, 15}};
  draw_fields(printer, grid);
  std::vector<Table> annexes;
  if (!changes.empty()) annexes.push_back(list_of_changes(volume, changes, words));
  draw_annexes(printer, annexes, words);
}

}  // namespace twofold::archive
