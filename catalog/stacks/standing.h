#pragma once
// How a volume comes to stand somewhere; used by the sources of this folder and catalog/shelf.cpp alone.

#include "catalog/stacks/places.h"

namespace twofold::catalog {

// What is carried as one: a volume, or a box with all its volumes.
struct Carried {
  std::vector<Volume> volumes;
  std::int64_t container_id = 0;  // 0: no box
  std::string container;
  int thickness_mm = 0;

  std::string name() const { return container.empty() ? volumes.front().code.text() : container; }
  std::string shelf() const;  // where it stands; empty: nowhere
};
Carried carried_with(const Database& database, const Volume& volume);
// An empty box is carried as well. Error{NotFound, "container.unknown"}.
Carried carried_box(const Database& database, const ContainerNumber& number);

// Error{Refused, "shelf.destroyed" | "shelf.transferred" | "shelf.on_loan"} where one of its volumes is not there to be
// carried.
void refuse_unmovable(const Database& database, const Carried& what);
// Error{Refused, "shelf.occupied"}: something else stands there.
void refuse_occupied(const Database& database, const Carried& what, const ShelfCode& place);
// Error{Refused, "shelf.full"}: it is thicker than what is left of the shelf, on which it does not stand yet.
void refuse_full(const Database& database, const Carried& what, const ShelfCode& place);
bool fits(const Database& database, const Carried& what, const ShelfCode& place);  // neither occupied nor full

// Its place, its history, both catalogues' notes (R28) and the index; whoever was missing is found. No rule is asked.
void stand_at(Transaction& transaction, const Carried& what, const ShelfCode& place);
// Off the shelf, with no place; a box too.
void lift(Transaction& transaction, const Carried& what, std::string_view event);

// All three refusals, then stand_at().
void carry(Transaction& transaction, const Carried& what, const ShelfCode& place);

}  // namespace twofold::catalog
