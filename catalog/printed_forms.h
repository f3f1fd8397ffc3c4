#pragma once
// What has been printed (R14): every print is an event, and a second one of the same form is told apart as a reprint.

#include "catalog/events.h"

namespace twofold::catalog {

// `form`: "cover", "label" …; `subject`: the number it is about. Counts the copy, and records "form.printed" or "form.reprinted" with form,
// copy and whatever else is known. Returns which copy it is, from 1.
int record_print(Transaction& transaction, std::string_view form, std::string_view subject, Details details = {});

}  // namespace twofold::catalog
