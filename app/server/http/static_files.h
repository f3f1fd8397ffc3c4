#pragma once
// The web application as files: hashed assets are kept for ever, all else is asked for again, and every address of the
// application that is no file is its index.html.

#include "app/server/http/message.h"

#include <filesystem>

namespace twofold::app::http {

// Where the application lies beside the program: as built (build/release/web) or as installed (share/twofold/web).
std::filesystem::path web_folder(const std::filesystem::path& executable_folder);

// A file of the folder, index.html for addresses without an ending, else problem 404; a page that says so where there
// is no application.
Response static_file(const std::filesystem::path& folder, const Request& request);

std::string_view media_type_of(const std::filesystem::path& file);

}  // namespace twofold::app::http
