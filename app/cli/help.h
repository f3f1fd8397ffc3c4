#pragma once
// Help, man pages and shell completion, all made from the command table.

#include "app/command_table.h"
#include "base/message.h"

#include <filesystem>
#include <string>

namespace twofold::app {

// What the catalogue says under a key without arguments.
inline std::string words(const std::string& key, Language language) { return render(Message{key, {}}, language); }

std::string overview(Language language);
std::string help_of(const Command& command, Language language);
std::string synopsis(const Command& command);
// "bash", "zsh" or "fish"; throws Error{Usage, "cli.unknown_shell"}.
std::string completion_script(std::string_view shell);
// One roff page for the program and one for each command: file name and content.
std::vector<std::pair<std::string, std::string>> man_pages(Language language);

}  // namespace twofold::app
