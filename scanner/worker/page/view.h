#pragma once
// A page as people see it: upright, straight, and no larger than their screen.

#include "scanner/protocol.h"

namespace twofold::scanner {

// Leaves a JPEG at view_path(). Throws ReadFailure as decoding does.
Answer view_page(const Job& job);

}  // namespace twofold::scanner
