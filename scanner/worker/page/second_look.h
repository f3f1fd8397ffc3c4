#pragma once
// What the first reading of a page passed over or was unsure of, read once more from close by.

#include "scanner/worker/page/recogniser.h"
#include "scanner/worker/page/straight_page.h"

#include <vector>

namespace twofold::scanner {

// Reads letters that no word covers: fields of tables that the layout analysis skipped, entries of forms. With Best also
// every line of low confidence, larger and by itself; the surer reading stays. `script` as the page
// was read. Corrects `read` in place.
void look_again(Recognised& read, const StraightPage& page, const std::vector<cv::Rect>& cells, Accuracy accuracy,
                Script script, Recogniser& recogniser);

}  // namespace twofold::scanner
