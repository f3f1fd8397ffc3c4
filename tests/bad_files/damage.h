#pragma once
// The ways a sound file goes bad. Every one is a pure function of the seed's bytes and the generator's state.

#include "tests/bad_files/seeds.h"

#include <random>
#include <string>

namespace twofold::bad_files {

using Random = std::mt19937_64;

struct BadFile {
  std::string name;  // what it is, for the report: "flip_many of g4.tif"
  std::string bytes;
  std::string expected;  // the results that are right, such as "too_large" or "encrypted|corrupt"; empty: any
};

// One of all kinds of damage, drawn by `random`. `others` lend their magic numbers.
BadFile damaged(const Seed& seed, const std::vector<Seed>& others, Random& random);

}  // namespace twofold::bad_files
