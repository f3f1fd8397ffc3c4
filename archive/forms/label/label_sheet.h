#pragma once
// 标签: a QR code with the readable number beside it, and what a person wants to know before pulling a volume out.

#include "archive/forms/label/label_stock.h"
#include "archive/forms/printer.h"
#include "base/sheet_code.h"

#include <string>
#include <vector>

namespace twofold::archive {

struct Label {
  SheetCode code;
  std::string number;    // readable; never cut off
  std::string title;     // may be empty, and is shortened where there is no room
  std::string detail;    // one line: year, retention …; may be empty
};

// `first`: the label of the first sheet to begin with, from 1; those before it are used up already.
void draw_labels(Printer& printer, const LabelStock& stock, const std::vector<Label>& labels, int first);

}  // namespace twofold::archive
