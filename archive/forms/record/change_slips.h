#pragma once
// 修改审批单 and 删除审批单: what was asked for, why, and who agreed (R16–R18).

#include "archive/archive.h"
#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "catalog/amendments.h"
#include "catalog/removals.h"

namespace twofold::archive {

void draw_amendment_slip(Printer& printer, Archive& archive, const catalog::Amendment& amendment, const Wording& words);
void draw_removal_slip(Printer& printer, Archive& archive, const catalog::Removal& removal, const Wording& words);

}  // namespace twofold::archive
