#pragma once
// Records as the one stable JSON schema shows them (docs/json.md), shared by the commands.

#include "catalog/items.h"
#include "catalog/volumes.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

namespace twofold::app {

using Poco::JSON::Array;
using Poco::JSON::Object;

Object ordered_object();
std::string json_text(const Object& object);  // on one line
// Where the following page begins: `key` of the last row, for --after; `nothing` after the last page.
void set_next(Object& answer, const Array& rows, const std::string& key, const Poco::Dynamic::Var& nothing = 0);
Object item_record(const catalog::Database& database, const catalog::Item& item);
Object volume_record(const catalog::Volume& volume);
// Where the item's paper stands: the volume with its shelf, container and borrower. Null where it has no paper track.
Object paper_track(const catalog::Database& database, const catalog::Item& item);
// Where its bytes are: storage ID, address, format, size, digest.
Object electronic_track(const catalog::Database& database, const catalog::Item& item);

// The item that `number` names; Error{NotFound, "lookup.nothing"}, also where it names a volume or a customer: to tell the two
// apart would tell of what whoever asks may not know of.
catalog::Item require_item(const catalog::Database& database, const std::string& number);
catalog::Volume require_volume(const catalog::Database& database, const std::string& code);

// A page of what whoever acts may know of, read on until it is full: neither its length nor where it ends tells of what is
// hidden. `read(after, most)` gives the next rows, `id_of` how they go on.
template <class Read, class IdOf, class Permitted>
auto permitted_page(std::int64_t after, std::size_t most, const Read& read, const IdOf& id_of, const Permitted& permitted) {
  decltype(read(after, most)) page;
  for (;;) {
    auto rows = read(after, most);
    const bool last = rows.size() < most;
    if (!rows.empty()) after = id_of(rows.back());
    for (auto& row : rows)
      if (page.size() < most && permitted(row)) page.push_back(std::move(row));
    if (last || page.size() == most) return page;
  }
}

}  // namespace twofold::app
