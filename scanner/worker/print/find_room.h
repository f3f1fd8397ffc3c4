#pragma once
// Free places on a page for the archive's marks.

#include "scanner/print_room.h"
#include "scanner/worker/page/image.h"

namespace twofold::scanner {

PrintRoom find_room(const PageImage& page, bool with_stamp);

}  // namespace twofold::scanner
