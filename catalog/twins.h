#pragma once
// Paper twins that were printed (R23): which file, when, and where the marks stand that its scan has beyond the file.

#include "catalog/items.h"

namespace twofold::catalog {

// Tenths of a millimetre on the page as it is shown.
struct TwinMark {
  int page = 0;
  int left = 0, top = 0, width = 0, height = 0;
};

struct Twin {
  std::int64_t id = 0;
  Sha256 original;          // of the file that was printed
  StoredObject printed;     // the PDF
  int copy = 1;             // 2 and more: printed again
  std::vector<TwinMark> marks;
};

// Records the print: event "item.twin_printed". An electronic item stands in its open volume from then on, where it has its place
// already. Refused "item.gone", and for such an item "item.bound" | "pair.no_volume".
Twin record_twin(Transaction& transaction, const Item& item, const Sha256& original, const StoredObject& printed,
                 const std::vector<TwinMark>& marks);
// The newest, while the item's file is still the one that was printed.
std::optional<Twin> twin_of(const Database& database, const Item& item);

}  // namespace twofold::catalog
