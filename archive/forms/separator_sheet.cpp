#include "archive/forms/separator_sheet.h"

#include "archive/forms/field_grid.h"

namespace twofold::archive {
namespace {

constexpr double kQr = 52, kEdge = 18;

}  // namespace

void draw_separator(Printer& printer, const SeparatorTarget& target, const SeparatorWords& names, int pages, const Wording& words) {
  const std::string code = SheetCode{SheetKind::Separator, target.text(), pages}.text();
  printer.begin_page(kA4Short, kA4Long);
  printer.qr(kEdge + 8, kEdge + 8, kQr, code);
  printer.qr(kA4Short - kEdge - 8 - kQr, kA4Long - kEdge - 8 - kQr, kQr, code);
  printer.text(kEdge + kQr + 22, kEdge + 14, 90, words.label("form.separator"), {30, Align::Centre, true, Ink::Black, false, Face::Song, 15, 6});
  printer.text(kEdge + kQr + 22, kEdge + 42, 90, words.sentence(Message{"form.separator_hint", {}}),
               {9.5, Align::Centre, false, Ink::Grey, false, Face::Song, 8});
  FieldGrid grid{.x = kEdge + 8, .y = 102, .width = kA4Short - 2 * (kEdge + 8), .label_width = 36, .points = 16};
  const std::string customer = target.customer.empty() ? "—" : target.customer + (names.customer.empty() ? "" : "  " + names.customer);
  grid.rows = {{{{words.label("form.fonds_name"), names.fonds_name}}, 18},
               {{{words.label("form.customer"), customer}}, 22},
               {{{words.label("form.series"), names.category}}, 22},
               {{{words.label("form.document_type"), names.document_type}}, 22},
               {{{words.label("form.expected_pages"), pages > 0 ? std::to_string(pages) : "—"}}, 22}};
  draw_fields(printer, grid);
  printer.text(kEdge + 8, kA4Long - kEdge - 20, kA4Short - 2 * kEdge - kQr - 24, code, {8, Align::Left, false, Ink::Black, false, Face::Hei});
}

}  // namespace twofold::archive
