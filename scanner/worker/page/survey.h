#pragma once
// What parts documents among the pages of one file: bar codes, patch codes, blank pages. Runs in the worker process alone.

#include "scanner/protocol.h"

namespace twofold::scanner {

// With no `pages` in the job: `image_pages` are those that may hold a sheet, `surveyed` tells the numbers of the others. Else one
// record for each page asked for, in order. Throws ReadFailure.
Answer survey(const Job& job);

}  // namespace twofold::scanner
