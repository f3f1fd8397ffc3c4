#pragma once
// What has happened to a bound volume since its closing, for its closing note (备考表: 缺损, 修改, 补充, 销毁).

#include "base/message.h"
#include "catalog/volumes.h"

namespace twofold::catalog {

enum class VolumeChangeKind { Damage, Amendment, Addition, Removal };

struct VolumeChange {
  VolumeChangeKind kind = VolumeChangeKind::Damage;
  Date day;
  std::string number;   // of the item; of a damage the volume's, of an addition the supplementary volume's
  std::string what;     // damages and treatment in words; field: before → after; cause and reason
  std::string person;   // who inspected, consented, confirmed
};

// Kind by kind, each in the order of its days.
std::vector<VolumeChange> changes_of(const Database& database, const Volume& volume, Language language);

}  // namespace twofold::catalog
