#pragma once
// From what the oracle asks on the command line to the request that asks the same of an address.

#include "app/server/api/binding.h"
#include "app/server/api/etag.h"
#include "base/text.h"
#include "tests/app/access_oracle.h"
#include "tests/app/server/live/live_archive.h"

#include <Poco/JSON/Array.h>
#include <map>
#include <optional>

namespace twofold::app::api {

struct Asked {
  std::string method, path, body;
  http::Headers headers{};
};

// The words of the oracle, taken apart as the command line does.
struct SpokenWords {
  std::vector<std::string> operands;
  std::map<std::string, std::string> options;
};

inline SpokenWords spoken(const std::vector<std::string>& words) {
  SpokenWords said;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!words[i].starts_with("--")) {
      said.operands.push_back(words[i]);
      continue;
    }
    const std::string name = words[i].substr(2);
    const bool alone = find_option(name).is_switch();
    said.options[name] = alone ? "1" : words[++i];
  }
  return said;
}

// Something for a field that the oracle leaves out: of the right form, and the name of nothing.
inline std::string filler(Field::Type type) {
  switch (type) {
    case Field::Type::Number: return "1";
    case Field::Type::Day: return "2040-01-01";
    case Field::Type::Flag: return "1";
    case Field::Type::List:
    case Field::Type::Text: break;
  }
  return "?";
}

// Made for one request.
class AskedFrom {
 public:
  AskedFrom(const Route& route, const Expected& expected, std::string self, std::map<std::string, std::string> meant)
      : route_(route),
        expected_(expected),
        self_(std::move(self)),
        meant_(std::move(meant)),
        binding_(bind(route)),
        said_(spoken(expected.words)) {}

  // Nothing where the address cannot ask this: it has no place for one of the words, or shows records of another kind.
  std::optional<Asked> ask() {
    if (!fits()) return std::nullopt;
    asked_ = {std::string(route_.method), std::string(route_.path), "", {}};
    if (needs_condition(route_)) asked_.headers.set("If-Match", "*");
    for (const auto& field : binding_.fields)
      for (const auto& value : values_of(field)) put(field, named(value));
    if (binding_.file_operand) {
      asked_.body = "nothing that can be read";
      asked_.headers.set("Content-Type", "application/octet-stream");
    } else if (!is_reading(route_) && route_.method != "DELETE") {
      std::ostringstream out;
      body_.stringify(out);
      asked_.body = out.str();
    }
    return asked_;
  }

 private:
  bool fits() const {
    constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
        {"item", "@item"}, {"volume", "@volume"}, {"customer", "@customer"}};
    for (const auto& [kind, mark] : kKinds)
      if (route_.command == "show" && route_.schema == kind && expected_.words.back() != mark) return false;
    return std::ranges::all_of(said_.options, [&](const auto& option) { return has_place(option.first); });
  }
  bool has_place(const std::string& option) const {
    return option == binding_.file_option ||
           std::ranges::any_of(binding_.fields, [&](const Field& field) { return field.option == option; }) ||
           std::ranges::any_of(binding_.settled, [&](const auto& settled) { return settled.first == option; });
  }

  // None where the field may stay away.
  std::vector<std::string> values_of(const Field& field) {
    if (field.target == Field::Target::Secret) return {"short"};
    auto said = field.target == Field::Target::Operand ? next_operands(field) : option_of(field);
    if (said.empty() && field.required) said = {filler(field.type)};
    return said;
  }
  std::vector<std::string> option_of(const Field& field) const {
    const auto said = said_.options.find(field.option);
    return said == said_.options.end() ? std::vector<std::string>() : std::vector{said->second};
  }
  std::vector<std::string> next_operands(const Field& field) {
    if (next_ == binding_.file_operand) ++next_;
    const auto& all = said_.operands;
    const std::size_t end = field.type == Field::Type::List ? all.size() : std::min(all.size(), next_ + 1);
    std::vector<std::string> taken;
    while (next_ < end) taken.push_back(all[next_++]);
    return taken;
  }

  std::string named(const std::string& word) const {
    if (word == "@self") return self_;
    const auto found = meant_.find(word);
    return found == meant_.end() ? word : found->second;
  }

  void put(const Field& field, const std::string& value) {
    if (field.place == Field::Place::Path) {
      asked_.path = replace_all(asked_.path, '{' + field.name + '}', percent(value));
    } else if (field.place == Field::Place::Query) {
      asked_.path += (asked_.path.find('?') == std::string::npos ? '?' : '&') + field.name + '=' + percent(value);
    } else if (field.type == Field::Type::List) {
      if (!body_.has(field.name)) body_.set(field.name, Array::Ptr(new Array));
      body_.getArray(field.name)->add(value);
    } else if (field.type == Field::Type::Flag) {
      body_.set(field.name, true);
    } else {
      body_.set(field.name, value);
    }
  }
  static std::string percent(const std::string& value) { return http::percent_encode(value); }

  const Route& route_;
  const Expected& expected_;
  const std::string self_;
  const std::map<std::string, std::string> meant_;
  const Binding binding_;
  const SpokenWords said_;
  std::size_t next_ = 0;  // of the operands
  Asked asked_;
  Object body_;
};

}  // namespace twofold::app::api
