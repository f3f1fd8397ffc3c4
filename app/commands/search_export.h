#pragma once
// The whole list that a question finds, into a file.

#include "app/commands/search_answer.h"

namespace twofold::app {

struct Exported {
  std::size_t rows = 0;
  bool some_words_only = false;  // nothing has every word: these have some
};

// Writes every hit to a new .csv or .json file, beside and then into place, and logs the event "search.exported". Throws
// Error{Usage, "export.kind"}, Error{Refused, "export.target_exists"}, Error{Io}, Error{Cancelled, "search.stopped"}.
Exported export_hits(Context& context, archive::Searcher& searcher, const Asked& asked, const std::filesystem::path& target);

}  // namespace twofold::app
