#pragma once
// 销毁清册 and 销毁证明 as PDF, columns as the domain page's §4 has them.

#include "archive/archive.h"
#include "catalog/disposition.h"

namespace twofold::archive {

std::string disposition_list_form(Archive& archive, const catalog::DispositionList& list);
std::string destruction_certificate(Archive& archive, const catalog::DispositionList& list);

}  // namespace twofold::archive
