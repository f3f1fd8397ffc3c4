#pragma once
// Ingest of files that were brought from elsewhere, shown by the paths they had there.

#include "app/context.h"

namespace twofold::app {

// As `ingest` with the context's options, for the files of `folder`, whose own path is neither shown nor kept nor told.
int ingest_folder(Context& context, const std::filesystem::path& folder);

}  // namespace twofold::app
