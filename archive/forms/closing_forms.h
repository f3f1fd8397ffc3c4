#pragma once
// What is printed when a volume is closed: cover (案卷封面), volume catalogue (卷内文件目录), electronic catalogue (电子文件归档目录) and
// closing note (备考表), columns as the domain page's §4 has them.

#include "archive/archive.h"
#include "base/digest.h"
#include "catalog/volumes.h"

namespace twofold::archive {

struct Sealing {
  Sha256 manifest;         // of the signed manifest
  std::string closed_by;
  Date closed_on;
};
// One PDF, as things stand now: what has happened to the volume since its closing is counted on the closing note and listed after it.
std::string closing_forms(Archive& archive, const catalog::Volume& volume, const Sealing& sealing);

}  // namespace twofold::archive
