#include "archive/forms/binder_sheet.h"

#include "archive/forms/field_grid.h"
#include "archive/forms/values.h"
#include "base/error.h"
#include "catalog/binders.h"

namespace twofold::archive {
namespace {

constexpr double kQr = 52, kEdge = 18;

}  // namespace

void draw_binder_sheet(Printer& printer, Archive& archive, const catalog::Volume& volume, const Wording& words) {
  const auto items = catalog::binder_items(archive.database(), volume.id);
  if (items.empty()) throw Error(ErrorKind::Refused, msg("binder.no_paper", volume.code));
  const int pages = catalog::pages_of(items);
  const auto chapter = catalog::find_chapter(archive.database(), volume.chapter_id);
  const std::string code = SheetCode{SheetKind::Binder, volume.code.file_name(), pages}.text();
  printer.begin_page(kA4Short, kA4Long);
  printer.qr(kEdge + 8, kEdge + 8, kQr, code);
  printer.qr(kA4Short - kEdge - 8 - kQr, kA4Long - kEdge - 8 - kQr, kQr, code);
  printer.text(kEdge + kQr + 22, kEdge + 14, 90, words.label("form.binder"), {30, Align::Centre, true, Ink::Black, false, Face::Song, 15, 6});
  printer.text(kEdge + kQr + 22, kEdge + 42, 90, words.sentence(Message{"form.binder_hint", {}}),
               {9.5, Align::Centre, false, Ink::Grey, false, Face::Song, 8});
  FieldGrid grid{.x = kEdge + 8, .y = 102, .width = kA4Short - 2 * (kEdge + 8), .label_width = 36, .points = 15};
  grid.rows = {{{{words.label("form.fonds_name"), archive.config().fonds_name}}, 18},
               {{{words.label("form.volume_code"), volume.code.text()}}, 22},
               {{{words.label("form.chapter"), volume.code.chapter.text() + (chapter ? "  " + chapter->manager : "")}}, 20},
               {{{words.label("form.item_count"), std::to_string(items.size())}, {words.label("form.expected_pages"), std::to_string(pages)}}, 22}};
  draw_fields(printer, grid);
  printer.text(kEdge + 8, kA4Long - kEdge - 20, kA4Short - 2 * kEdge - kQr - 24, code, {8, Align::Left, false, Ink::Black, false, Face::Hei});
}

}  // namespace twofold::archive
