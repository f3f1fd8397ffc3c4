#pragma once
// The rows of an item whose pages are arranged: what it was is put aside under the arrangement's number and put back from there.
// Used by the sources of this folder only.

#include "catalog/arrangements.h"

namespace twofold::catalog {

// Its objects get the roles "before.N.original" …, its pages go to arranged_page.
void put_aside(Transaction& transaction, std::int64_t item_id, std::int64_t arrangement);
// After put_aside().
void put_content(Transaction& transaction, std::int64_t item_id, const ArrangedContent& content);
// The reverse of put_aside(); what it had since stays with it under the roles "undone.N.original" …
void put_back(Transaction& transaction, std::int64_t item_id, std::int64_t arrangement);

// No longer to be found, out of both catalogues; its pages and objects stay.
void take_out(Transaction& transaction, const Item& item);
void bring_back(Transaction& transaction, const Item& item);

}  // namespace twofold::catalog
