#pragma once
// What copiers, fax machines, sunlight and scanners do to a drawn page, one kind at a time and strongly.

#include "bench/pages/drawn_page.h"

namespace twofold::bench {

// Spoils `page` as page.kind.damage says; may lower its resolution. `reverse`, if any, shines through, mirrored.
void damage(DrawnPage& page, const cv::Mat& reverse, samples::Random& random);

}  // namespace twofold::bench
