#pragma once
// What a scanner read from a label, or a hand typed: plain codes with "." or "·", and what the QR codes of labels say.

#include "catalog/stacks/shelf_prefix.h"

#include <variant>

namespace twofold::catalog {

// A shelf or a place (a part of that depth), a box, or a volume; the label of an item stands for its volume. Nothing:
// no label of these, or one that is torn.
using Label = std::variant<std::monostate, ShelfPrefix, ContainerNumber, VolumeCode>;
Label read_label(std::string_view line);

// Whether a place is the one that the label of a shelf or place names, or lies on that shelf; both as codes are written.
bool stands_at(std::string_view place, std::string_view label);

}  // namespace twofold::catalog
