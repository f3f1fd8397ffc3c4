#include "app/server/api/binding.h"

#include "base/error.h"
#include "base/text.h"

#include <algorithm>

namespace twofold::app::api {
namespace {

using Type = Field::Type;
using Target = Field::Target;

constexpr std::string_view kAndMore = "…";

// Options that name files of the machine, which a request must never reach.
bool names_a_file(const Option& option) {
  return option.value == "FILE" || option.value == "PATH" || option.value == "DIR";
}

Type type_of(const Option& option) {
  if (option.value.empty()) return Type::Flag;
  if (option.value == "DATE") return Type::Day;
  if (option.value == "N" || option.value == "[=N]" || option.value == "YEAR" || option.value == "1-6")
    return Type::Number;
  return option.value.ends_with(kAndMore) || option.value == "LIST" ? Type::List : Type::Text;
}

std::string field_name(std::string_view option) { return replace_all(std::string(option), "-", "_"); }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (auto& word : split(text, ' '))
    if (!word.empty()) words.push_back(std::move(word));
  return words;
}

class Binder {
 public:
  explicit Binder(const Route& route) : route_(route), in_path_(path_parameters(route.path)) {
    binding_.command = find_command(route.command);
    if (!binding_.command) fail(route.command);
  }

  Binding bind() {
    const auto operands = words_of(route_.operands);
    for (std::size_t i = 0; i < operands.size(); ++i) add_operand(operands[i], i);
    for (const auto& word : words_of(route_.options))
      if (word == "*") add_all_options();
      else add_option(word);
    for (const auto& name : in_path_)
      if (!binding_.field(name)) fail(name);
    return std::move(binding_);
  }

 private:
  bool body_is_file() const { return route_.operands.find('<') != std::string_view::npos; }
  [[noreturn]] void fail(std::string_view what) const {
    throw Error(ErrorKind::Internal, msg("api.bad_route", route_.path, what));
  }

  void add(Field field) {
    const bool in_path = std::ranges::find(in_path_, field.name) != in_path_.end();
    field.place = in_path                                                             ? Field::Place::Path
                  : is_reading(route_) || route_.method == "DELETE" || body_is_file() ? Field::Place::Query
                                                                                      : Field::Place::Body;
    field.required = field.required || in_path;
    binding_.fields.push_back(std::move(field));
  }

  void add_operand(std::string word, std::size_t index) {
    if (word.starts_with('<')) {
      binding_.file_operand = index;
      return;
    }
    if (word.starts_with('>')) {
      binding_.file_name = word.substr(1);
      return;
    }
    const bool list = word.ends_with(kAndMore);
    if (list) word.resize(word.size() - kAndMore.size());
    const bool question = binding_.command->takes_question();
    add({.name = word,
         .type = list && !question ? Type::List : Type::Text,
         .required = index < binding_.command->least_operands,
         .target = Target::Operand});
  }

  void add_all_options() {
    for (const auto marked : binding_.command->options)
      if (!names_a_file(find_option(marked)) && !settled(find_option(marked).name))
        add_named(find_option(marked).name, "");
  }

  bool settled(std::string_view option) const {
    return std::ranges::any_of(binding_.settled, [&](const auto& given) { return given.first == option; }) ||
           std::ranges::any_of(binding_.fields, [&](const Field& field) { return field.option == option; });
  }

  void add_option(const std::string& word) {
    if (word.starts_with('<')) {
      add({.name = word.substr(1), .required = true, .target = Target::Secret});
    } else if (const auto file = word.find("=>"); file != std::string::npos) {
      binding_.file_option = word.substr(0, file);
      binding_.file_name = word.substr(file + 2);
    } else if (const auto value = word.find('='); value != std::string::npos) {
      binding_.settled.emplace_back(word.substr(0, value), word.substr(value + 1));
    } else if (const auto renamed = word.find('>'); renamed != std::string::npos) {
      add_named(std::string_view(word).substr(renamed + 1), word.substr(0, renamed));
    } else {
      const bool required = word.ends_with('!');
      add_named(std::string_view(word).substr(0, word.size() - (required ? 1 : 0)), "");
      binding_.fields.back().required = binding_.fields.back().required || required;
    }
  }

  void add_named(std::string_view option, const std::string& called) {
    const auto row = std::ranges::find_if(binding_.command->options,
                                          [&](std::string_view marked) { return find_option(marked).name == option; });
    if (row == binding_.command->options.end() || names_a_file(find_option(option))) fail(option);
    add({.name = called.empty() ? field_name(option) : called,
         .type = type_of(find_option(option)),
         .required = row->ends_with('!'),
         .option = std::string(option)});
  }

  const Route& route_;
  const std::vector<std::string> in_path_;
  Binding binding_;
};

}  // namespace

const Field* Binding::field(std::string_view name) const {
  const auto found = std::ranges::find(fields, name, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

std::string media_type_of(const std::string& file) {
  const auto ending = file.substr(std::min(file.rfind('.'), file.size()));
  if (ending == ".pdf") return "application/pdf";
  if (ending == ".csv") return "text/csv; charset=utf-8";
  if (ending == ".json") return "application/json";
  if (ending == ".svg") return "image/svg+xml";
  if (ending == ".tar") return "application/x-tar";
  return "text/plain; charset=utf-8";
}

std::vector<std::string> path_parameters(std::string_view path) {
  std::vector<std::string> names;
  for (std::size_t open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1))
    names.emplace_back(path.substr(open + 1, path.find('}', open) - open - 1));
  return names;
}

Binding bind(const Route& route) { return route.command.empty() ? Binding{} : Binder(route).bind(); }

}  // namespace twofold::app::api
