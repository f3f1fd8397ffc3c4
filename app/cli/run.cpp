#include "app/cli/run.h"

#include "app/command_table.h"
#include "app/cli/help.h"
#include "app/cli/terminal_face.h"
#include "app/login_name.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <Poco/JSON/Object.h>
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iostream>
#include <map>

namespace twofold::app {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

Language environment_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = environment(name);
    if (!value.empty()) return value.starts_with("zh") ? Language::Chinese : Language::English;
  }
  return Language::English;
}

Surroundings look_around() {
  Surroundings surroundings;
  surroundings.executable_folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  surroundings.archive = environment("TWOFOLD_ARCHIVE");
  surroundings.actor = environment("TWOFOLD_ACTOR");
  surroundings.system_user = login_name();
  surroundings.token = environment("TWOFOLD_TOKEN");
  surroundings.language = environment_language();
  if (const std::string today = environment("TWOFOLD_TODAY"); !today.empty()) surroundings.today = Date::parse(today);
  return surroundings;
}

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::NotFound:
    case ErrorKind::Refused:
    case ErrorKind::Cancelled: return 1;
    default: return 2;
  }
}

int report(const Error& error, Language language, bool json) {
  const std::string text = render(error.message(), language);
  const std::string remedy = render_remedy(error.message(), language);
  if (json) {
    Poco::JSON::Object fields(Poco::JSON_PRESERVE_KEY_ORDER), answer;
    fields.set("code", error.message().key);
    fields.set("message", text);
    fields.set("remedy", remedy);
    answer.set("error", fields);
    answer.stringify(std::cout);
    std::cout << '\n';
  }
  std::cerr << "twofold: " << text << '\n';
  if (!remedy.empty()) std::cerr << "  → " << remedy << '\n';
  return exit_code(error.kind());
}

// The longest command name that the first words spell, and how many words that is.
std::pair<const Command*, int> command_of(int argc, char** argv) {
  if (argc > 2)
    if (const auto* command = find_command(std::string(argv[1]) + ' ' + argv[2])) return {command, 2};
  if (argc > 1)
    if (const auto* command = find_command(argv[1])) return {command, 1};
  return {nullptr, 0};
}

bool begins_a_command(const std::string& word) {
  return std::ranges::any_of(command_table(), [&](const auto& command) { return command.name.starts_with(word + ' '); });
}

// What was meant for a command's name: two words where commands begin with the first.
std::string spelled(int argc, char** argv) {
  const std::string first = argv[1];
  return argc > 2 && argv[2][0] != '-' && begins_a_command(first) ? first + ' ' + argv[2] : first;
}

bool wants_help(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "help") return true;
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i)
    if (std::string_view word = argv[i]; word == "--help" || word == "-h") return true;
  return false;
}

// Stands for a minus sign that begins a word of a question, so that the parser does not take the word for an option. A
// letter alone after it is more likely a mistyped option.
constexpr char kMinus = '\x01';

void hide_minus_signs(std::vector<std::string>& words) {
  for (auto& word : words) {
    if (word == "--") return;
    const bool letter = word.size() == 2 && std::isalpha(static_cast<unsigned char>(word[1]));
    if (word.size() > 1 && word[0] == '-' && word[1] != '-' && !letter) word[0] = kMinus;
  }
}

void show_minus_signs(Arguments& arguments) {
  const auto show = [](std::string& word) {
    if (word.starts_with(kMinus)) word[0] = '-';
  };
  std::ranges::for_each(arguments.operands, show);
  for (auto& [name, value] : arguments.options) show(value);
}

void check_operands(const Command& command, const Arguments& arguments) {
  if (arguments.operands.size() < command.least_operands)
    throw Error(ErrorKind::Usage, msg("cli.operand_missing", command.operands, command.name));
  if (arguments.operands.size() > command.most_operands)
    throw Error(ErrorKind::Usage, msg("cli.operand_surplus", arguments.operands[command.most_operands], command.name));
  for (const auto name : command.options)
    if (name.ends_with('!') && !arguments.has(name.substr(0, name.size() - 1)))
      throw Error(ErrorKind::Usage, msg("cli.option_missing", name.substr(0, name.size() - 1), command.name));
}

Arguments parse(const Command& command, int skipped, int argc, char** argv) {
  CLI::App parser;
  parser.set_help_flag();
  Arguments arguments;
  arguments.command = command.name;
  std::map<std::string, std::string> values;
  std::map<std::string, bool> switches;
  const auto add = [&](std::string_view marked) {
    const Option& option = find_option(marked);
    const std::string name(option.name);
    if (option.value.empty()) parser.add_flag("--" + name, switches[name]);
    else if (option.is_switch()) parser.add_flag("--" + name, values[name]);
    else parser.add_option("--" + name, values[name]);
  };
  for (const auto name : command.options) add(name);
  for (const auto name : common_options()) add(name);
  if (command.most_operands > 0) parser.add_option("operands", arguments.operands);
  std::vector<std::string> words(argv + 1 + skipped, argv + argc);
  if (command.takes_question()) hide_minus_signs(words);
  std::reverse(words.begin(), words.end());  // as CLI11 takes them
  try {
    parser.parse(words);
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorKind::Usage, msg("cli.malformed", error.what(), command.name));
  }
  for (const auto& [name, value] : values)
    if (parser.count("--" + name) > 0)
      arguments.options[name] = find_option(name).is_switch() && value == "true" ? "" : value;
  for (const auto& [name, given] : switches)
    if (given) arguments.options[name] = "1";
  if (command.takes_question()) show_minus_signs(arguments);
  check_operands(command, arguments);
  return arguments;
}

// --lang and --json count even where the rest of the line is wrong.
Language asked_language(int argc, char** argv, Language otherwise) {
  for (int i = 1; i < argc; ++i) {
    std::string_view word = argv[i];
    if (word == "--lang" && i + 1 < argc) word = argv[i + 1];
    else if (word.starts_with("--lang=")) word.remove_prefix(7);
    else continue;
    return word == "zh" || word == "中文" ? Language::Chinese : Language::English;
  }
  return otherwise;
}

bool asked_json(int argc, char** argv) {
  for (int i = 1; i < argc; ++i)
    if (std::string_view(argv[i]) == "--json") return true;
  return false;
}

int dispatch(int argc, char** argv, Surroundings surroundings, Language language) {
  const auto [command, skipped] = command_of(argc, argv);
  if (wants_help(argc, argv) || argc < 2) {
    std::cout << (command ? help_of(*command, language) : overview(language));
    return 0;
  }
  if (!command) throw Error(ErrorKind::Usage, msg("cli.unknown_command", spelled(argc, argv)));
  const Arguments arguments = parse(*command, skipped, argc, argv);
  const Language spoken = language_of(arguments, surroundings);
  TerminalFace face(arguments, std::move(surroundings));
  Context context(arguments, spoken, face);
  if (command->name != "login") context.admit(command->action);
  return carry_out(*command, context);
}

}  // namespace

int run(int argc, char** argv) {
  Language language = asked_language(argc, argv, environment_language());
  const bool json = asked_json(argc, argv);
  try {
    return dispatch(argc, argv, look_around(), language);
  } catch (const Error& error) {
    return report(error, language, json);
  } catch (const std::exception& error) {
    return report(Error(ErrorKind::Internal, msg("cli.internal", error.what())), language, json);
  }
}

}  // namespace twofold::app
