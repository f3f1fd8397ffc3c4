#pragma once
// Which way up a page is, and what is written on it.

#include "scanner/worker/page/recogniser.h"
#include "scanner/worker/page/straight_page.h"

namespace twofold::scanner {

struct Upright {
  int quarter_turns = 0;  // clockwise, made to the page
  bool unknown = false;   // nothing told: the page is left as it lies
  bool latin = false;     // hardly a Han character in the sample that was read
};

// Turns `page` upright. A page that reads well as it lies costs a few lines' reading only.
Upright turn_upright(StraightPage& page, Recogniser& recogniser);

}  // namespace twofold::scanner
