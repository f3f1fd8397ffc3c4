#pragma once
// The one table of commands. Parsing, help, man pages, shell completion and the documentation all read it.
// What a command or an option is for stands in the message catalogue under "command.<name>" and "option.<name>".

#include "catalog/access.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace twofold::app {

class Context;

struct Option {
  std::string_view name;      // without the dashes
  // What stands in its place in the help, such as DATE; empty for a switch; "[=N]" for a switch that takes --option=5 as well.
  std::string_view value;

  bool is_switch() const { return value.empty() || value.starts_with('['); }
};

struct Command {
  std::string_view name;                     // "ingest", "shelf place"
  std::string_view operands;                 // "PATH…", "VOLUME PLACE", "[PREFIX]"; as shown in the help
  std::size_t least_operands, most_operands;
  std::vector<std::string_view> options;     // a trailing '!' marks one that must be given
  std::string_view example;
  // What whoever calls it must be allowed to do somewhere; nothing where no archive takes part, or where the command itself
  // asks, case by case. There is no default, so that no command can be forgotten.
  std::optional<catalog::Action> action;
  int (*execute)(Context&);

  // Whether its operands are a question, in which a word may begin with a minus sign.
  bool takes_question() const { return operands == "QUERY…"; }
};

inline constexpr std::size_t kAnyNumber = 1'000'000;

std::span<const Command> command_table();
// Every option that any command takes, and those that all take (--archive, --json, --lang …).
std::span<const Option> option_table();
std::span<const std::string_view> common_options();
const Option& find_option(std::string_view name);
const Command* find_command(std::string_view name);
// Executes it for whoever has been admitted. A refusal because of who asks goes on record (R14).
int carry_out(const Command& command, Context& context);

}  // namespace twofold::app
