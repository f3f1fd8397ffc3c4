#pragma once
// What the commands of amendments and removals share.

#include "app/context.h"
#include "catalog/removals.h"

#include <Poco/JSON/Object.h>

namespace twofold::app {

Poco::JSON::Object removal_record(const catalog::Removal& removal);
// Its state by name; a month of grace that is over is said to be.
std::string state_words(const Context& context, const catalog::Removal& removal);
// Whose requests whoever acts is told of; nothing: everybody's.
std::optional<catalog::Concerned> concerned(Context& context);

}  // namespace twofold::app
