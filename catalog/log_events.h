#pragma once
// Entries of the audit trail that are many people's, written in one transaction: the log of readings (R14).

#include "catalog/events.h"

namespace twofold::catalog {

// As record_event, of this person instead of the transaction's.
void record_event_of(Transaction& transaction, const std::string& actor, std::string_view action, std::string_view subject,
                     const Details& details);

}  // namespace twofold::catalog
