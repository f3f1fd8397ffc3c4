#include "archive/forms/binder_sheet.h"

#include "archive/forms/code_sheet.h"
#include "archive/forms/values.h"
#include "base/error.h"
#include "catalog/binders.h"

namespace twofold::archive {

void draw_binder_sheet(Printer& printer, Archive& archive, const catalog::Volume& volume, const Wording& words) {
  const auto items = catalog::binder_items(archive.database(), volume.id);
  if (items.empty()) throw Error(ErrorKind::Refused, msg("binder.no_paper", volume.code));
  const int pages = catalog::pages_of(items);
  const auto chapter = catalog::find_chapter(archive.database(), volume.chapter_id);
  const std::string code = SheetCode{SheetKind::Binder, volume.code.file_name(), pages}.text();
  draw_code_sheet(printer, words, "form.binder", code, 15,
                  {{{{words.label("form.fonds_name"), archive.config().fonds_name}}, 18},
                   {{{words.label("form.volume_code"), volume.code.text()}}, 22},
                   {{{words.label("form.chapter"), volume.code.chapter.text() + (chapter ? "  " + chapter->manager : "")}}, 20},
                   {{{words.label("form.item_count"), std::to_string(items.size())}, {words.label("form.expected_pages"), std::to_string(pages)}}, 22}});
}

}  // namespace twofold::archive
