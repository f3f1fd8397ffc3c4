#pragma once
// Records as the one stable JSON schema shows them (docs/json.md), shared by the commands.

#include "catalog/customers.h"
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
Array array_of(const std::vector<std::string>& texts);
Object item_record(const catalog::Database& database, const catalog::Item& item);
Object volume_record(const catalog::Volume& volume);
// Whether its closing note still lacks the checker's signature.
bool waits_for_checker(const catalog::Volume& volume);
// Where the item's paper stands: the volume with its shelf, container and borrower. Null where it has no paper track.
Object paper_track(const catalog::Database& database, const catalog::Item& item);
// Where its bytes are: storage ID, address, format, size, digest.
Object electronic_track(const catalog::Database& database, const catalog::Item& item);

// The item that `number` names; Error{NotFound, "lookup.nothing"}, also where it names a volume or a customer: to tell the two
// apart would tell of what whoever asks may not know of.
catalog::Item require_item(const catalog::Database& database, const std::string& number);
catalog::Volume require_volume(const catalog::Database& database, const std::string& code);
// By number or name.
catalog::Customer require_customer(const catalog::Database& database, const std::string& named);

}  // namespace twofold::app
