#pragma once
// 交接文据 with its 移交清册 as one PDF, columns as the domain page's §4 has them.

#include "archive/archive.h"
#include "catalog/transfers.h"

namespace twofold::archive {

std::string transfer_form(Archive& archive, const catalog::Transfer& transfer);

}  // namespace twofold::archive
