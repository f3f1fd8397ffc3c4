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
Object item_record(const catalog::Database& database, const catalog::Item& item);
Object volume_record(const catalog::Volume& volume);
// Where the item's paper stands: the volume with its shelf, container and borrower. Null where it has no paper track.
Object paper_track(const catalog::Database& database, const catalog::Item& item);
// Where its bytes are: storage ID, address, format, size, digest.
Object electronic_track(const catalog::Database& database, const catalog::Item& item);

// The item that `number` names; Error{NotFound, "lookup.nothing"} or Error{Usage, "lookup.not_an_item"}.
catalog::Item require_item(const catalog::Database& database, const std::string& number);
catalog::Volume require_volume(const catalog::Database& database, const std::string& code);

}  // namespace twofold::app
