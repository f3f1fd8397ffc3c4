#pragma once
// The colour space of our page pictures, as an ICC profile to put into PDF files.

#include <string>

namespace twofold::scanner {

// sRGB (IEC 61966-2-1) as an ICC profile of version 2.1 (ICC.1:1998-09): three primaries adapted to D50, and the tone
// curve in 256 steps. Always the same bytes, less than 1,000.
std::string srgb_profile();

}  // namespace twofold::scanner
