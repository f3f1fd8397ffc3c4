#pragma once
// 分件页: the sheet laid before an item in the feeder. Its code stands twice, in opposite corners, large enough to be read from a
// faint or crooked scan of 200 dpi; a person reads the same in words.

#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "base/sheet_code.h"

namespace twofold::archive {

struct SeparatorWords {
  std::string fonds_name, customer, category, document_type;
};
void draw_separator(Printer& printer, const SeparatorTarget& target, const SeparatorWords& names, int pages, const Wording& words);

}  // namespace twofold::archive
