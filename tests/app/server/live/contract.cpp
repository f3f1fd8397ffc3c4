#include "tests/app/server/live/contract.h"

#include "app/server/api/routes.h"

namespace twofold::app::api {
namespace {

using Poco::Dynamic::Var;

std::string lower(std::string text) {
  for (auto& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return text;
}

bool fits(const std::string& promised, const std::string& asked) {
  const auto known = split(promised, '/'), given = split(asked, '/');
  if (known.size() != given.size()) return false;
  for (std::size_t i = 0; i < known.size(); ++i)
    if (!known[i].starts_with('{') && known[i] != given[i]) return false;
  return true;
}

bool is_of_type(const Var& value, const std::string& type) {
  if (type == "null") return value.isEmpty();
  if (type == "object") return value.type() == typeid(Object::Ptr);
  if (type == "array") return value.type() == typeid(Array::Ptr);
  if (type == "boolean") return value.isBoolean();
  if (type == "integer") return value.isInteger() && !value.isBoolean();
  if (type == "number") return value.isNumeric() && !value.isBoolean();
  return type == "string" && value.isString();
}

}  // namespace

void Contract::object_faults(const Object& value, const Object& schema, const std::string& at,
                             std::vector<std::string>& found) const {
  const auto properties = schema.getObject("properties");
  if (!properties) return;
  for (const auto& name : *schema.getArray("required"))
    if (!value.has(name.convert<std::string>())) found.push_back(at + " lacks " + name.convert<std::string>());
  for (const auto& [name, field] : value) {
    const auto known = properties->getObject(name);
    if (known) faults(field, *known, at + '.' + name, found);
    else found.push_back(at + " says " + name + " as well");
  }
}

void Contract::faults(const Var& value, const Object& schema, const std::string& at,
                      std::vector<std::string>& found) const {
  if (schema.has("$ref")) {
    const auto name = schema.getValue<std::string>("$ref");
    const auto target = document_->getObject("components")->getObject("schemas")->getObject(
        name.substr(std::string("#/components/schemas/").size()));
    if (target) faults(value, *target, at, found);
    else found.push_back(at + ": nothing is at " + name);
    return;
  }
  if (schema.has("anyOf")) {
    std::vector<std::string> first;
    for (const auto& each : *schema.getArray("anyOf")) {
      std::vector<std::string> here;
      faults(value, *each.extract<Object::Ptr>(), at, here);
      if (here.empty()) return;
      if (first.empty()) first = here;
    }
    found.insert(found.end(), first.begin(), first.end());
    return;
  }
  const auto type = schema.optValue<std::string>("type", "");
  if (type.empty()) return;
  if (!is_of_type(value, type)) return found.push_back(at + " is no " + type);
  if (type == "object") object_faults(*value.extract<Object::Ptr>(), schema, at, found);
  if (type != "array") return;
  for (const auto& each : *value.extract<Array::Ptr>()) faults(each, *schema.getObject("items"), at + "[]", found);
}

std::string Contract::template_of(const std::string& method, const std::string& path) const {
  std::string best;
  for (const auto& [promised, operations] : *document_->getObject("paths")) {
    if (!fits(promised, path) || !operations.extract<Object::Ptr>()->has(lower(method))) continue;
    // What is spelled out comes before what stands for anything.
    if (best.empty() || std::ranges::count(promised, '{') < std::ranges::count(best, '{')) best = promised;
  }
  return best;
}

std::set<std::string> Contract::promised() const {
  std::set<std::string> all;
  for (const auto& route : route_table()) all.insert(std::string(route.method) + ' ' + std::string(route.path));
  return all;
}

void Contract::check(const std::string& method, const std::string& path, const Answered& answer) {
  const std::string promised = template_of(method, std::string(kPrefix) + path);
  if (promised.empty()) return;
  const auto operation = document_->getObject("paths")->getObject(promised)->getObject(lower(method));
  const auto responses = operation->getObject("responses");
  const std::string what = method + ' ' + path + ": " + std::to_string(answer.status);
  const std::string status = std::to_string(answer.status);
  const auto response = responses->getObject(answer.status < 400 || responses->has(status) ? status : "default");
  if (!response) {
    BOOST_ERROR(what + " is not promised");
    return;
  }
  const auto content = response->getObject("content");
  if (answer.status < 400) kept_.insert(method + " " + promised.substr(kPrefix.size()));
  const std::string media(answer.headers.get("Content-Type"));
  const auto typed = content ? content->getObject(media) : nullptr;
  if (content) BOOST_TEST(!typed.isNull(), what + " is " + media);
  else BOOST_TEST(answer.text.empty(), what + " has a body");
  if (!typed || !answer.json) return;
  std::vector<std::string> found;
  faults(Var(answer.json), *typed->getObject("schema"), what, found);
  for (const auto& fault : found) BOOST_ERROR(fault);
}

void Contract::check_result(const std::string& method, const std::string& path, const Object::Ptr& result) const {
  const std::string promised = template_of(method, std::string(kPrefix) + path), what = "the result of " + method + ' ' + path;
  const auto operation = document_->getObject("paths")->getObject(promised)->getObject(lower(method));
  const auto schema = document_->getObject("components")->getObject("schemas")->getObject(operation->optValue<std::string>("x-result", ""));
  BOOST_REQUIRE_MESSAGE(schema && result, what << " is not promised, or none came");
  std::vector<std::string> found;
  faults(Var(result), *schema, what, found);
  for (const auto& fault : found) BOOST_ERROR(fault);
}

}  // namespace twofold::app::api
