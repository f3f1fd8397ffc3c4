#include "app/server/api/request_arguments.h"

#include "base/text.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Parser.h>
#include <algorithm>
#include <charconv>

namespace twofold::app::api {
namespace {

using Poco::Dynamic::Var;
using Type = Field::Type;

constexpr int kDeepest = 8;  // of a JSON body; none of ours is deeper than 3

[[noreturn]] void wrong_type(const std::string& name, const char* wanted) {
  throw Error(ErrorKind::Usage, msg("api.field_type", name, wanted));
}

void require_text(const std::string& name, const std::string& value) {
  if (!is_utf8(value) || value.find('\0') != std::string::npos) wrong_type(name, "text");
}

bool is_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

// A field's values as the command line would spell them; none where it was not given.
using Values = std::vector<std::string>;

std::string scalar(const std::string& name, Type type, const Var& value) {
  if (type == Type::Flag) {
    if (!value.isBoolean()) wrong_type(name, "true, false");
    return value.convert<bool>() ? "1" : "0";
  }
  if (type == Type::Number && !value.isInteger() && !(value.isString() && is_number(value.convert<std::string>())))
    wrong_type(name, "1, 2, 3 …");
  if (!value.isString() && !value.isNumeric()) wrong_type(name, "text");
  const auto text = value.convert<std::string>();
  require_text(name, text);
  return text;
}

Values of_json(const Field& field, const Var& value) {
  if (value.isEmpty()) return {};
  if (field.type != Type::List) return {scalar(field.name, field.type, value)};
  if (value.type() != typeid(Poco::JSON::Array::Ptr)) wrong_type(field.name, "[…]");
  Values values;
  for (const auto& each : *value.extract<Poco::JSON::Array::Ptr>())
    values.push_back(scalar(field.name, Type::Text, each));
  return values;
}

// A query knows text alone.
std::string of_query(const Field& field, const std::string& text) {
  require_text(field.name, text);
  if (field.type == Type::Flag) {
    if (text != "" && text != "1" && text != "true" && text != "0" && text != "false")
      wrong_type(field.name, "true, false");
    return text == "0" || text == "false" ? "0" : "1";
  }
  if (field.type == Type::Number && !text.empty() && !is_number(text)) wrong_type(field.name, "1, 2, 3 …");
  return text;
}

Values values_of(const Field& field, const Given& given) {
  if (field.place == Field::Place::Path) {
    const auto& text = given.path.at(field.name);
    require_text(field.name, text);
    return {text};
  }
  if (field.place == Field::Place::Body)
    return given.body && given.body->has(field.name) ? of_json(field, given.body->get(field.name)) : Values{};
  Values values;
  for (const auto& [name, text] : given.query)
    if (name == field.name) values.push_back(of_query(field, text));
  if (values.size() > 1 && field.type != Type::List) wrong_type(field.name, "1 ×");
  return values;
}

void refuse_unknown(const Binding& binding, const Given& given) {
  const auto known = [&](const std::string& name, Field::Place place) {
    return std::ranges::any_of(binding.fields,
                               [&](const Field& field) { return field.name == name && field.place == place; });
  };
  for (const auto& [name, value] : given.query)
    if (name != "lang" && !known(name, Field::Place::Query))
      throw Error(ErrorKind::Usage, msg("api.unknown_field", name));
  if (!given.body) return;
  for (const auto& name : given.body->getNames())
    if (!known(name, Field::Place::Body)) throw Error(ErrorKind::Usage, msg("api.unknown_field", name));
}

std::string joined(const Values& values) {
  std::string text;
  for (const auto& value : values) text += (text.empty() ? "" : ",") + value;
  return text;
}

void take(Arguments& arguments, const Field& field, const Values& values) {
  if (field.target == Field::Target::Operand) {
    arguments.operands.insert(arguments.operands.end(), values.begin(), values.end());
  } else if (field.target == Field::Target::Option) {
    if (field.type != Type::Flag || values.front() == "1") arguments.options[field.option] = joined(values);
  }
}

}  // namespace

Arguments arguments_of(const Binding& binding, const Given& given, const std::filesystem::path& scratch,
                       const std::filesystem::path& file) {
  refuse_unknown(binding, given);
  Arguments arguments;
  arguments.command = binding.command->name;
  arguments.options.emplace("json", "1");
  bool left_out = false;
  for (const auto& field : binding.fields) {
    const auto values = values_of(field, given);
    const bool operand = field.target == Field::Target::Operand;
    if (values.empty() && field.required) throw Error(ErrorKind::Usage, msg("api.field_missing", field.name));
    // Operands have no names: one after another that was left out would be taken for it.
    if (operand && left_out && !values.empty()) throw Error(ErrorKind::Usage, msg("api.field_missing", field.name));
    left_out = left_out || (operand && values.empty());
    if (!values.empty()) take(arguments, field, values);
  }
  for (const auto& [option, value] : binding.settled) arguments.options[option] = value;
  if (binding.file_operand) {
    const auto place = std::min(*binding.file_operand, arguments.operands.size());
    arguments.operands.insert(arguments.operands.begin() + static_cast<std::ptrdiff_t>(place), file.string());
  }
  if (binding.file_name.empty()) return arguments;
  const std::string target = (scratch / binding.file_name).string();
  if (binding.file_option.empty()) arguments.operands.push_back(target);
  else arguments.options[binding.file_option] = target;
  return arguments;
}

std::string secret_of(const Binding& binding, const Given& given) {
  for (const auto& field : binding.fields)
    if (field.target == Field::Target::Secret)
      if (const auto values = values_of(field, given); !values.empty()) return values.front();
  return "";
}

Poco::JSON::Object::Ptr body_object(const std::string& body) {
  if (trim(body).empty()) return nullptr;
  if (!is_utf8(body)) throw Error(ErrorKind::Usage, msg("api.not_json"));
  try {
    Poco::JSON::Parser parser;
    parser.setDepth(kDeepest);
    parser.setAllowComments(false);
    const auto parsed = parser.parse(body);
    if (parsed.type() != typeid(Poco::JSON::Object::Ptr)) throw Error(ErrorKind::Usage, msg("api.not_json"));
    return parsed.extract<Poco::JSON::Object::Ptr>();
  } catch (const Poco::Exception&) {
    throw Error(ErrorKind::Usage, msg("api.not_json"));
  }
}

void refuse_unknown_fields(const Poco::JSON::Object& body, std::initializer_list<std::string_view> known) {
  for (const auto& name : body.getNames())
    if (std::ranges::find(known, std::string_view(name)) == known.end())
      throw Error(ErrorKind::Usage, msg("api.unknown_field", name));
}

std::string text_field(const Poco::JSON::Object& body, const std::string& name, bool required) {
  if (!body.has(name) || body.isNull(name)) {
    if (required) throw Error(ErrorKind::Usage, msg("api.field_missing", name));
    return "";
  }
  return scalar(name, Type::Text, body.get(name));
}

bool flag_field(const Poco::JSON::Object& body, const std::string& name) {
  return body.has(name) && !body.isNull(name) && scalar(name, Type::Flag, body.get(name)) == "1";
}

}  // namespace twofold::app::api
