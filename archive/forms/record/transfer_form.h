#pragma once
// 交接文据 with its 移交清册, columns as the domain page's §4 has them.

#include "archive/archive.h"
#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "catalog/transfers.h"

namespace twofold::archive {

void draw_transfer(Printer& printer, Archive& archive, const catalog::Transfer& transfer, const Wording& words);

}  // namespace twofold::archive
