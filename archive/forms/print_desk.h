#pragma once
// Printing a form: the record is looked up, drawn, counted as a print in the audit trail, and written as one PDF.

#include "archive/archive.h"
#include "archive/authority.h"
#include "archive/forms/volume/spine.h"

#include <optional>
#include <string>
#include <vector>

namespace twofold::archive {

struct PrintOrder {
  std::string form;                    // a key of form_table.h
  std::vector<std::string> operands;   // as typed
  bool bilingual = false;              // 中文 with English beside it
  std::optional<int> year;             // of registers
  std::optional<SpineWidth> width;     // of spines; by the number of pages where not given
  int pages = 0;                       // expected behind a separator; 0: not said
};

struct PrintedForm {
  std::string subject;
  int copy = 1;                        // 2 and more: a reprint
};
struct PrintResult {
  int pages = 0;
  std::vector<PrintedForm> forms;
};

class PrintDesk {
 public:
  PrintDesk(Archive& archive, Authority& authority) : archive_(archive), authority_(authority) {}

  // Nothing is counted where nothing could be written. Errors: NotFound where a record is not there, Refused "print.not_closed" |
  // "print.not_destroyed", Usage where a number is none, and those of writing the file.
  PrintResult print(const PrintOrder& order, const std::filesystem::path& out);

 private:
  Archive& archive_;
  Authority& authority_;
};

}  // namespace twofold::archive
