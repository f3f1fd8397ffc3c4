#pragma once
// What hands and stamps leave on a sheet: round seals, signatures, identity cards, photographs.

#include "samples/canvas.h"

namespace twofold::samples {

// A red round company seal of 42 mm about (x, y), its words around the star; it covers what lies below.
void seal(Canvas& canvas, double x, double y, const std::string& company, const std::string& purpose);
void signature(Canvas& canvas, double x, double y, const std::string& name, Random& random);
// A copy of an identity card at (x, y): face and back, as a copier prints them.
void identity_card(Canvas& canvas, double x, double y, const std::string& name, const std::string& address,
                   const std::string& number);
// A drawn photograph of a building, `width` by 0.66 `width` millimetres.
void photograph(Canvas& canvas, double x, double y, double width, Random& random);

}  // namespace twofold::samples
