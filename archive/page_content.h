#pragma once
// Pages of items put together into the content of an item: file, reading copy, words and texts move with each page, nothing is read
// anew.

#include "archive/archive.h"
#include "catalog/arrangements.h"
#include "scanner/surveyor.h"

namespace twofold::archive {

// A page of an item, and how often it is turned by a quarter, clockwise, on its way.
struct PlacedPage {
  std::int64_t item_id = 0;
  int page = 1;           // from 1
  int quarter_turns = 0;  // 0 … 3
};

// The objects are in the store when it returns. Throws Error{Refused, "arrange.not_pages"} for items that are neither image files
// nor PDFs, Error{Usage, "arrange.no_such_page"}, and as Surveyor::take_pages().
catalog::ArrangedContent compose(Archive& archive, scanner::Surveyor& surveyor, const std::vector<PlacedPage>& pages,
                                 ProgressSink& progress);

}  // namespace twofold::archive
