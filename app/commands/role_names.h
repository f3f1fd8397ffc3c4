#pragma once
// Roles in the user's words, as people and the audit trail tell them.

#include "app/context.h"

namespace twofold::app {

// Of "archivist leader", as they are stored.
std::string role_names(const Context& context, const std::string& roles);

}  // namespace twofold::app
