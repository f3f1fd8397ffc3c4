#pragma once
// A sheet that lies before scanned pages and tells the machine what they are: a large QR code in two corners, so that one is
// read whichever way up the sheet lies, what it is, and its fields for people.

#include "archive/forms/field_grid.h"

namespace twofold::archive {

// `form` is the key of its title, "form.binder"; the hint below it is `form` + "_hint". `points` are those of the values.
void draw_code_sheet(Printer& printer, const Wording& words, const std::string& form, const std::string& code, double points,
                     std::vector<FieldRow> rows);

}  // namespace twofold::archive
