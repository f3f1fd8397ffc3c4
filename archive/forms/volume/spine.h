#pragma once
// Spines of volumes (卷脊) and of boxes (盒脊): strips to be cut out, 277 mm long, side by side on A4, with the title from top to bottom.

#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "base/sheet_code.h"
#include "catalog/volumes.h"

#include <optional>
#include <vector>

namespace twofold::archive {

enum class SpineWidth { Mm20, Mm30, Mm40, Mm50 };
std::optional<SpineWidth> try_parse_spine_width(std::string_view millimetres);   // "20" … "50"
// The narrowest that holds so many pages, two on a leaf of 0.1 mm, with room for the covers.
SpineWidth spine_width_for(int pages);

struct SpineCell {
  std::string label_key, value;
  double height = 20;    // millimetres; 0: all that is left, and written from top to bottom
};
struct Spine {
  std::vector<SpineCell> cells;
  std::string number;    // readable, below the QR code
  SheetCode code;
};
Spine spine_of(const catalog::Volume& volume);
void draw_spines(Printer& printer, const std::vector<Spine>& spines, SpineWidth width, const Wording& words);

}  // namespace twofold::archive
