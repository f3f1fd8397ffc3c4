#pragma once
// The whole list that a question finds, into a file.

#include "app/cli/commands/search_answer.h"

namespace twofold::app {

// Writes every hit to a new .csv or .json file, beside and then into place, and logs the event "search.exported"; the number of
// rows. Error{Usage, "search.export_kind"}, Error{Refused, "search.target_exists"}, Error{Io}, Error{Cancelled, "search.stopped"}.
std::size_t export_hits(Context& context, archive::Searcher& searcher, const Asked& asked, const std::filesystem::path& target);

}  // namespace twofold::app
