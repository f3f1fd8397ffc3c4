#pragma once
// 案卷首页: the first page of a binder. It says to a person and to the scanner which volume the pages behind it are, and how many.

#include "archive/archive.h"
#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "catalog/volumes.h"

namespace twofold::archive {

// Error{Refused, "binder.no_paper"} where nothing of the volume is on paper.
void draw_binder_sheet(Printer& printer, Archive& archive, const catalog::Volume& volume, const Wording& words);

}  // namespace twofold::archive
