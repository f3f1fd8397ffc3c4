#pragma once
// Requests, whole and broken.

#include <random>
#include <string>

namespace twofold::app::http {

using Random = std::mt19937_64;

// Sound requests, some with bodies, put one after the other and then damaged: flipped, cut, doubled, exchanged, with
// what framing is made of (lengths, line ends, codings, dots, NUL) strewn in. The same state of `random` makes the same
// bytes.
std::string made_bytes(Random& random);

}  // namespace twofold::app::http
