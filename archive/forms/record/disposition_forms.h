#pragma once
// 销毁清册 and 销毁证明, columns as the domain page's §4 has them.

#include "archive/archive.h"
#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "catalog/disposition.h"

namespace twofold::archive {

void draw_disposition_list(Printer& printer, Archive& archive, const catalog::DispositionList& list, const Wording& words);
// Of what has been destroyed, and nothing else: volumes that were sent back stand on the list still. Every item is named by its numbers on
// both tracks. The list is one that has been carried out.
void draw_certificate(Printer& printer, Archive& archive, const catalog::DispositionList& list, const Wording& words);

}  // namespace twofold::archive
