#pragma once
// The worker process as its owner knows it. It never reads a foreign byte: it keeps warm what jobs share and forks a
// process for each of them, which goes into the sandbox, does the job, answers and ends.

#include "scanner/worker/sandbox.h"

namespace twofold::scanner {

// Announces itself on `channel`, then answers jobs, one line for each, until the other end is gone; a job under way
// ends with it. A job's process that dies costs that job alone: TooLarge when it ran out of memory, TimedOut when out of
// CPU time, otherwise Crashed. One that breaks off in the middle of its answer ends this process as well, so that nothing
// of it can be taken for the next answer.
void serve(int channel, MayStart may_start);

}  // namespace twofold::scanner
