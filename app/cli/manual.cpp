// Man pages and shell completion, from the command table.

#include "app/cli/help.h"
#include "base/error.h"
#include "base/text.h"

#include <map>
#include <set>

namespace twofold::app {
namespace {

std::string roff(std::string_view text) {
  std::string out = replace_all(std::string(text), "\\", "\\e");
  out = replace_all(out, "-", "\\-");
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

std::string roff_options(const std::vector<std::string_view>& names, Language language) {
  std::string out;
  for (const auto name : names) {
    const Option& option = find_option(name);
    out += ".TP\n\\fB\\-\\-" + roff(option.name) + "\\fR";
    if (!option.value.empty()) out += (option.is_switch() ? "\\fI" : " \\fI") + roff(option.value) + "\\fR";
    out += '\n' + roff(words("option." + std::string(option.name), language)) + '\n';
  }
  return out;
}

std::string page_of(const Command& command, Language language) {
  const std::string title = "twofold-" + replace_all(std::string(command.name), " ", "-");
  std::string out = ".TH " + title + " 1\n.SH NAME\n" + roff(title) + " \\- " +
                    roff(words("command." + std::string(command.name), language)) + "\n.SH SYNOPSIS\n" + roff(synopsis(command)) +
                    "\n.SH OPTIONS\n" + roff_options(command.options, language);
  out += roff_options({common_options().begin(), common_options().end()}, language);
  out += ".SH EXAMPLE\n.nf\n" + roff(command.example) + "\n.fi\n.SH EXIT STATUS\n" + roff(words("help.exit_codes", language));
  return out + "\n.SH SEE ALSO\ntwofold(1)\n";
}

// First words of the commands, each with the second words that may follow.
std::map<std::string, std::set<std::string>> words_of_commands() {
  std::map<std::string, std::set<std::string>> words;
  for (const auto& command : command_table()) {
    const auto parts = split(command.name, ' ');
    auto& seconds = words[parts[0]];
    if (parts.size() > 1) seconds.insert(parts[1]);
  }
  return words;
}

std::string options_text(const Command& command) {
  std::string out;
  const auto add = [&](std::string_view name) {
    out += (out.empty() ? "--" : " --") + std::string(find_option(name).name);
  };
  for (const auto name : command.options) add(name);
  for (const auto name : common_options()) add(name);
  return out;
}

std::string bash_script() {
  std::string firsts, second_cases, option_cases;
  for (const auto& [first, seconds] : words_of_commands()) {
    firsts += (firsts.empty() ? "" : " ") + first;
    if (seconds.empty()) continue;
    std::string list;
    for (const auto& second : seconds) list += (list.empty() ? "" : " ") + second;
    second_cases += "      " + first + ") words=\"" + list + "\" ;;\n";
  }
  for (const auto& command : command_table())
    option_cases += "      \"" + std::string(command.name) + " \"*) words=\"" + options_text(command) + "\" ;;\n";
  return "_twofold() {\n  local current=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\"\n  COMPREPLY=()\n"
         "  if [[ $COMP_CWORD -eq 1 ]]; then words=\"" + firsts + "\"\n"
         "  elif [[ $COMP_CWORD -eq 2 && $current != -* ]]; then\n    case \"${COMP_WORDS[1]}\" in\n" + second_cases +
         "    esac\n  elif [[ $current == -* ]]; then\n    case \"${COMP_WORDS[*]:1}\" in\n" + option_cases +
         "    esac\n  fi\n  [[ -n $words ]] && COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n}\n"
         "complete -o default -F _twofold twofold\n";
}

std::string fish_script() {
  std::string out;
  for (const auto& [first, seconds] : words_of_commands()) {
    out += "complete -c twofold -n __fish_use_subcommand -a " + first + '\n';
    for (const auto& second : seconds) out += "complete -c twofold -n '__fish_seen_subcommand_from " + first + "' -a " + second + '\n';
  }
  for (const auto& command : command_table())
    for (const auto name : command.options)
      out += "complete -c twofold -n '__fish_seen_subcommand_from " + split(command.name, ' ')[0] + "' -l " +
             std::string(find_option(name).name) + '\n';
  for (const auto name : common_options()) out += "complete -c twofold -l " + std::string(name) + '\n';
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return "autoload -U +X bashcompinit && bashcompinit\n" + bash_script();
  if (shell == "fish") return fish_script();
  throw Error(ErrorKind::Usage, msg("cli.unknown_shell", shell));
}

std::vector<std::pair<std::string, std::string>> man_pages(Language language) {
  std::vector<std::pair<std::string, std::string>> pages;
  std::string main_page = ".TH twofold 1\n.SH NAME\ntwofold \\- " + roff(words("help.about", language)) + "\n.SH SYNOPSIS\n" +
                          "twofold COMMAND \\&... [OPTION\\&...]\n.SH COMMANDS\n";
  for (const auto& command : command_table()) {
    pages.emplace_back("twofold-" + replace_all(std::string(command.name), " ", "-") + ".1", page_of(command, language));
    main_page += ".TP\n\\fB" + roff(command.name) + "\\fR\n" + roff(words("command." + std::string(command.name), language)) + '\n';
  }
  main_page += ".SH OPTIONS\n" + roff_options({common_options().begin(), common_options().end()}, language);
  main_page += ".SH EXIT STATUS\n" + roff(words("help.exit_codes", language)) + '\n';
  pages.emplace_back("twofold.1", main_page);
  return pages;
}

}  // namespace twofold::app
