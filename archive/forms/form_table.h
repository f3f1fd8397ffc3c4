#pragma once
// The one table of printed forms: what each is called, and who draws it.

#include "archive/forms/print_desk.h"
#include "archive/forms/printer.h"
#include "archive/forms/wording.h"

#include <span>

namespace twofold::archive {

struct FormRow {
  std::string_view key;    // "cover"
  // Adds the pages and returns the numbers of what they are about.
  std::vector<std::string> (*draw)(Printer&, Archive&, const PrintOrder&, const Wording&);
};
std::span<const FormRow> form_table();
const FormRow& find_form(std::string_view key);   // Error{Internal} where there is none

}  // namespace twofold::archive
