#pragma once
// Forms printed as the command does it, and read back.

#include "archive/forms/print_desk.h"
#include "tests/archive/closed_archive.h"
#include "tests/archive/printed_page.h"

namespace twofold::archive {

inline PrintResult print_form(ClosedArchive& made, const PrintOrder& order, const std::filesystem::path& out) {
  Authority authority(made.root(), made.clock, {.claimed = "档案员"});
  return PrintDesk(made.archive(), authority).print(order, out);
}

inline PrintedDocument printed(ClosedArchive& made, const PrintOrder& order) {
  const auto pdf = made.beside("表 单.pdf");
  print_form(made, order, pdf);
  return PrintedDocument(pdf);
}

inline bool shows(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace twofold::archive
