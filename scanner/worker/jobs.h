#pragma once
// The worker's side of the protocol: jobs in, answers out, every exception turned into a typed failure.

namespace twofold::scanner {

// Announces itself on `channel`, then answers jobs until the other end closes it.
void serve(int channel);

}  // namespace twofold::scanner
