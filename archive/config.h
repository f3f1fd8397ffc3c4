#pragma once
// twofold.toml: written with a comment at every setting, read with errors that name file, line and key.

#include "archive/archive.h"

namespace twofold::archive {

std::string config_text(const std::string& fonds, const std::string& fonds_name, bool rehearsal);
// Throws Error{Invalid, "config.invalid"}.
Config load_config(const std::filesystem::path& file);

}  // namespace twofold::archive
