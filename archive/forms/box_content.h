#pragma once
// A box with its volumes, for its spine and its label.

#include "archive/archive.h"
#include "archive/forms/volume/spine.h"
#include "catalog/stacks/containers.h"

#include <vector>

namespace twofold::archive {

struct BoxContent {
  catalog::Container box;
  std::vector<catalog::Volume> volumes;   // in the order of their numbers; may be none
};
// Error{NotFound, "container.unknown"}.
BoxContent require_box(Archive& archive, const catalog::ContainerNumber& number);
SpineWidth spine_width_for(const catalog::Container& box);   // as wide as the box; 50 mm of any other
Spine spine_of(Archive& archive, const BoxContent& content);

}  // namespace twofold::archive
