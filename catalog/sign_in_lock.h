#pragma once
// Too many failures: five within a quarter of an hour lock a name for that time, twenty under whatever names the address that they
// came from.

#include "base/message.h"
#include "catalog/database.h"

#include <optional>
#include <string_view>

namespace twofold::catalog {

// What is said to whoever tries meanwhile ("login.locked", "login.address_locked"); nothing where there is no lock. The address is
// the database's origin.
std::optional<Message> sign_in_lock(const Database& database, std::string_view name, const Timestamp& now);

}  // namespace twofold::catalog
