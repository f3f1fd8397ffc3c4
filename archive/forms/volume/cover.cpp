#include "archive/forms/field_grid.h"
#include "archive/forms/values.h"
#include "archive/forms/volume/volume_forms.h"
#include "catalog/customers.h"

namespace twofold::archive {
namespace {

constexpr double kFrameX = 22, kFrameY = 22, kFrameWidth = kA4Short - 2 * kFrameX, kFrameHeight = kA4Long - 2 * kFrameY;
constexpr double kInnerX = kFrameX + 14, kInnerWidth = kFrameWidth - 28;

// A value in large type over a rule, its label below: the head of a cover.
void over_rule(Printer& printer, double y, const std::string& value, const std::string& label, double points) {
  printer.text_fitted(kInnerX, y, kInnerWidth, 13, value, {points, Align::Centre, true, Ink::Black, false, Face::Song, 0, 2}, 11);
  printer.line(kInnerX + 8, y + 14, kInnerX + kInnerWidth - 8, y + 14, 0.25);
  printer.text(kInnerX, y + 15, kInnerWidth, label, {9, Align::Centre, false, Ink::Grey, false, Face::Hei});
}

}  // namespace

void draw_cover(Printer& printer, Archive& archive, const catalog::Volume& volume, const Wording& words) {
  const auto chapter = catalog::find_chapter(archive.database(), volume.chapter_id);
  const std::string manager = chapter && !chapter->manager.empty() ? " / " + chapter->manager : "";
  printer.begin_page(kA4Short, kA4Long);
  printer.box(kFrameX, kFrameY, kFrameWidth, kFrameHeight, 0.7);
  printer.box(kFrameX + 1.6, kFrameY + 1.6, kFrameWidth - 3.2, kFrameHeight - 3.2, 0.2);
  over_rule(printer, 38, archive.config().fonds_name, words.line(Message{"form.fonds_name", {}}), 24);
  over_rule(printer, 64, archive.profile().category(volume.code.category).name.chinese, words.line(Message{"form.category_name", {}}), 18);
  printer.text(kInnerX, 96, kInnerWidth, words.line(Message{"form.volume_title", {}}), {9, Align::Centre, false, Ink::Grey, false, Face::Hei});
  printer.text_fitted(kInnerX, 102, kInnerWidth, 50, volume.title, {26, Align::Centre, true, Ink::Black, false, Face::Song, 0, 1}, 12);
  FieldGrid grid{.x = kInnerX, .y = 162, .width = kInnerWidth, .label_width = 31, .points = 12};
  grid.rows = {
      {{{words.label("form.span"), span_of(volume)}}, 13},
      {{{words.label("form.retention"), retention_words(volume.code.retention)},
        {words.label("form.chapter_manager"), volume.code.chapter.text() + manager}}, 13},
      {{{words.label("form.item_count"), std::to_string(volume.item_count)},
        {words.label("form.page_count"), std::to_string(volume.page_count)}}, 13},
      {{{words.label("form.volume_code"), volume.code.text()}}, 13}};
  draw_fields(printer, grid);
  constexpr double kQr = 24;
  printer.qr(kA4Short / 2 - kQr / 2, 228, kQr, sheet_code_of(volume.code).text());
  printer.text(kInnerX, 255, kInnerWidth, volume.code.text(), {10, Align::Centre, false, Ink::Black, false, Face::Hei});
}

}  // namespace twofold::archive
