#pragma once
// The writing side of the cache of recognition: the pool's alone, because the worker has read foreign bytes.

#include "scanner/protocol.h"

namespace twofold::scanner {

// Keeps what a page job has newly recognised, if the job has a cache. The cache is derived: a record that cannot be written costs
// nothing but time later.
void remember(const Job& job, const Answer& answer);

}  // namespace twofold::scanner
