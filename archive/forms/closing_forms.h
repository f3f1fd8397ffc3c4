#pragma once
// What is printed when a volume is closed: cover (案卷封面), volume catalogue (卷内文件目录), electronic catalogue (电子文件归档目录) and
// closing note (备考表), columns as the domain page's §4 has them.

#include "archive/archive.h"
#include "base/digest.h"
#include "catalog/volumes.h"

namespace twofold::archive {

// One PDF. `manifest` is printed on the closing note, with the head of the event chain.
std::string closing_forms(Archive& archive, const catalog::Volume& volume, const Sha256& manifest, const std::string& closed_by);

}  // namespace twofold::archive
