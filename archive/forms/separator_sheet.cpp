#include "archive/forms/separator_sheet.h"

#include "archive/forms/code_sheet.h"

namespace twofold::archive {

void draw_separator(Printer& printer, const SeparatorTarget& target, const SeparatorWords& names, int pages, const Wording& words) {
  const std::string code = SheetCode{SheetKind::Separator, target.text(), pages}.text();
  const std::string customer = target.customer.empty() ? "—" : target.customer + (names.customer.empty() ? "" : "  " + names.customer);
  draw_code_sheet(printer, words, "form.separator", code, 16,
                  {{{{words.label("form.fonds_name"), names.fonds_name}}, 18},
                   {{{words.label("form.customer"), customer}}, 22},
                   {{{words.label("form.series"), names.category}}, 22},
                   {{{words.label("form.document_type"), names.document_type}}, 22},
                   {{{words.label("form.expected_pages"), pages > 0 ? std::to_string(pages) : "—"}}, 22}});
}

}  // namespace twofold::archive
