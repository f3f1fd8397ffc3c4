#include "app/cli/help.h"

#include "app/cli/terminal.h"

#include <algorithm>

namespace twofold::app {
namespace {

std::string option_usage(const Option& option) {
  std::string text = "--" + std::string(option.name);
  if (!option.is_switch()) text += ' ';
  text += option.value;
  return text;
}

std::string option_rows(const std::vector<std::string_view>& names, Language language) {
  std::string out;
  for (const auto name : names) {
    const Option& option = find_option(name);
    std::string row = "  " + option_usage(option);
    row.resize(std::max<std::size_t>(row.size() + 2, 28), ' ');
    out += row + words("option." + std::string(option.name), language);
    if (name.ends_with('!')) out += ' ' + words("help.required", language);
    out += '\n';
  }
  return out;
}

std::vector<std::string_view> common() { return {common_options().begin(), common_options().end()}; }

}  // namespace

std::string synopsis(const Command& command) {
  std::string text = "twofold " + std::string(command.name);
  if (!command.operands.empty()) text += ' ' + std::string(command.operands);
  for (const auto name : command.options) {
    const std::string usage = option_usage(find_option(name));
    text += name.ends_with('!') ? ' ' + usage : " [" + usage + ']';
  }
  return text;
}

std::string overview(Language language) {
  std::string out = words("help.about", language) + "\n\n" + words("help.usage", language) + " twofold COMMAND … [OPTION…]\n\n" +
                    words("help.commands", language) + '\n';
  std::size_t widest = 0;
  for (const auto& command : command_table()) widest = std::max(widest, command.name.size());
  for (const auto& command : command_table()) {
    std::string row = "  " + std::string(command.name);
    row.resize(widest + 4, ' ');
    out += row + words("command." + std::string(command.name), language) + '\n';
  }
  out += '\n' + words("help.common_options", language) + '\n' + option_rows(common(), language);
  return out + '\n' + words("help.exit_codes", language) + '\n';
}

std::string help_of(const Command& command, Language language) {
  std::string out = words("command." + std::string(command.name), language) + "\n\n" + words("help.usage", language) + ' ' +
                    synopsis(command) + "\n\n";
  if (!command.options.empty()) out += words("help.options", language) + '\n' + option_rows(command.options, language) + '\n';
  out += words("help.common_options", language) + '\n' + option_rows(common(), language) + '\n';
  out += words("help.example", language) + "\n  " + std::string(command.example) + "\n\n";
  return out + words("help.exit_codes", language) + '\n';
}

}  // namespace twofold::app
