// The OpenAPI document, its table of schemas, and what the routes really answer.

#include "app/server/api/openapi.h"
#include "app/server/api/schemas.h"
#include "tests/app/server/api/served_archive.h"

#include <set>

using namespace twofold;
using namespace twofold::app;
using namespace twofold::app::api;

namespace {

using Poco::Dynamic::Var;

const std::set<std::string> kPlain = {"text", "int", "number", "flag", "any", "texts"};

void check(const Var& value, const std::string& type, const std::string& where);

void check_record(const Object& record, const std::string& name, const std::string& where) {
  const auto* schema = find_schema(name);
  BOOST_REQUIRE_MESSAGE(schema, where << ": no schema " << name);
  std::set<std::string> known;
  for (const auto& field : fields_of(*schema)) {
    known.insert(field.name);
    const std::string at = where + '.' + field.name;
    if (!record.has(field.name)) {
      BOOST_TEST(field.optional, at << " is missing");
      continue;
    }
    const Var value = record.get(field.name);
    if (value.isEmpty()) {
      BOOST_TEST(field.nullable, at << " is null");
      continue;
    }
    if (!field.list) {
      check(value, field.type, at);
      continue;
    }
    BOOST_REQUIRE_MESSAGE(value.type() == typeid(Array::Ptr), at << " is no list");
    for (const auto& each : *value.extract<Array::Ptr>()) check(each, field.type, at + "[]");
  }
  for (const auto& field : record.getNames())
    BOOST_TEST(known.contains(field), where << " says " << field << " as well");
}

void check(const Var& value, const std::string& type, const std::string& where) {
  if (type == "any") return;
  if (type == "text") BOOST_TEST(value.isString(), where << " is no text");
  else if (type == "int") BOOST_TEST((value.isInteger() && !value.isBoolean()), where << " is no whole number");
  else if (type == "number") BOOST_TEST((value.isNumeric() && !value.isBoolean()), where << " is no number");
  else if (type == "flag") BOOST_TEST(value.isBoolean(), where << " is neither true nor false");
  else if (type == "texts") BOOST_TEST((value.type() == typeid(Array::Ptr)), where << " is no list");
  else {
    BOOST_REQUIRE_MESSAGE(value.type() == typeid(Object::Ptr), where << " is no record");
    check_record(*value.extract<Object::Ptr>(), type, where);
  }
}

const Route& route_of(const std::string& method, const std::string& path) {
  for (const auto& route : route_table())
    if (route.method == method && route.path == path) return route;
  BOOST_FAIL("no route " << method << ' ' << path);
  throw std::logic_error("unreachable");
}

// Asks and compares what comes with the route's schema.
class Compared {
 public:
  explicit Compared(ServedArchive& in) : in_(in) {}

  Answered ask(const std::string& who, const std::string& method, const std::string& route, const std::string& path,
               const std::string& body = "", const http::Headers& headers = {}) {
    const Route& row = route_of(method, route);
    auto answer = in_.must(who, method, path, body, headers);
    seen_.insert(method + ' ' + route);
    if (row.gives == Gives::File || row.schema.empty()) return answer;
    const std::string schema = row.gives == Gives::Job ? "job" : std::string(row.schema);
    BOOST_REQUIRE_MESSAGE(answer.json, method << ' ' << path << ": " << answer.text);
    // What a number names may be of any kind.
    check_record(*answer.json, schema == "record" ? answer.value("kind") : schema, method + ' ' + route);
    return answer;
  }
  Answered get(const std::string& who, const std::string& route, const std::string& query = "") {
    return ask(who, "GET", route, route + query);
  }
  Answered job(const std::string& who, const std::string& route, const std::string& path, const std::string& body) {
    const auto started = ask(who, "POST", route, path, body);
    auto over = in_.over(who, started.value("id"));
    BOOST_REQUIRE_MESSAGE(over.value("state") == "done", over.text);
    check_record(*over.json->getObject("result"), std::string(route_of("POST", route).schema), "result of " + route);
    return over;
  }
  std::size_t seen() const { return seen_.size(); }

 private:
  ServedArchive& in_;
  std::set<std::string> seen_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(openapi_test)

BOOST_AUTO_TEST_CASE(every_answer_has_a_schema_and_every_schema_is_made_of_known_ones) {
  for (const auto& route : route_table())
    if (!route.schema.empty()) BOOST_TEST(find_schema(route.schema), route.path << ' ' << route.schema);
  for (const auto& schema : schema_table())
    for (const auto& field : fields_of(schema))
      BOOST_TEST((kPlain.contains(field.type) || find_schema(field.type)), schema.name << ' ' << field.type);
}

BOOST_AUTO_TEST_CASE(the_document_describes_every_route) {
  const auto document = parsed(openapi_document());
  BOOST_REQUIRE(document);
  BOOST_TEST(document->getValue<std::string>("openapi") == "3.1.0");
  for (const auto& route : route_table()) {
    std::string method(route.method);
    std::ranges::transform(method, method.begin(), [](unsigned char letter) { return std::tolower(letter); });
    const auto path = document->getObject("paths")->getObject(std::string(kPrefix) + std::string(route.path));
    BOOST_REQUIRE_MESSAGE(path && path->getObject(method), route.method << ' ' << route.path);
    std::set<std::string> described;
    for (const auto& each : *path->getObject(method)->getArray("parameters"))
      described.insert(each.extract<Object::Ptr>()->getValue<std::string>("name"));
    for (const auto& name : path_parameters(route.path))
      BOOST_TEST(described.contains(name), route.path << ' ' << name);
  }
}

BOOST_AUTO_TEST_CASE(what_routes_answer_is_what_the_document_says) {
  ServedArchive in;
  Compared compared(in);
  const auto number = in.take_in("会员签单消费合同,甲方王府集团,信用额度五万元。");
  const std::string later = SystemClock().today().plus_days(20).text();
  compared.get("周敏", "/session");
  compared.get("周敏", "/profile");
  for (const char* list : {"/items",
                           "/pairs",
                           "/jobs",
                           "/amendments",
                           "/removals",
                           "/removals/due",
                           "/promotions/pending",
                           "/volumes",
                           "/shelves",
                           "/dispositions",
                           "/holds",
                           "/transfers",
                           "/loans",
                           "/customers",
                           "/customers/by-class",
                           "/customers/birthdays",
                           "/customers/focus",
                           "/customers/calls",
                           "/customers/certificates",
                           "/customers/gaps",
                           "/customers/mismatches",
                           "/meetings",
                           "/climate/alarms",
                           "/inspections",
                           "/inspections/follow-ups",
                           "/patrols",
                           "/rectifications",
                           "/fonds-file",
                           "/statistics",
                           "/statistics/reconciliation",
                           "/statistics/built",
                           "/status",
                           "/saved-searches",
                           "/access-requests",
                           "/tokens",
                           "/events",
                           "/cross-references/check"})
    compared.get("周敏", list);
  for (const char* list : {"/users", "/audit", "/audit/check"}) compared.get("管理员", list);
  compared.get("赵敏", "/grants");
  compared.get("张建国", "/search", "?q=信用额度&facets=5&boxes=1");
  compared.get("张建国", "/suggestions", "?beginning=王");
  compared.ask("张建国", "POST", "/saved-searches", "/saved-searches",
               json_of({{"name", text("欠款")}, {"q", text("欠款")}}));
  compared.get("张建国", "/saved-searches");
  compared.ask("张建国", "DELETE", "/saved-searches/{name}", "/saved-searches/欠款");
  const auto shown = compared.ask("张建国", "GET", "/items/{number}", "/items/" + number);
  const auto customer = shown.value("customer_number");
  compared.ask("张建国", "GET", "/records/{number}", "/records/" + customer + "");
  compared.ask("张建国", "GET", "/customers/{number}", "/customers/" + customer);
  compared.ask("张建国", "GET", "/customers/{number}/classes", "/customers/" + customer + "/classes");
  compared.ask("张建国", "GET", "/items/{number}/text", "/items/" + number + "/text");
  compared.ask("张建国", "GET", "/items/{number}/pages", "/items/" + number + "/pages");
  compared.ask("周敏", "POST", "/items/{number}/pair-check", "/items/" + number + "/pair-check",
               json_of({{"result", text("same")}}));
  compared.ask("张建国", "POST", "/items/{number}/signatures", "/items/" + number + "/signatures",
               json_of({{"as", text("proofread")}}));
  compared.ask("周敏", "POST", "/holds", "/holds", json_of({{"target", text(customer)}, {"reason", text("诉讼")}}));
  compared.ask("赵敏", "POST", "/holds/{id}/lifting", "/holds/1/lifting", json_of({{"reason", text("结案")}}));
  compared.ask("孙工", "POST", "/access-requests", "/access-requests",
               json_of({{"number", text(customer)}, {"until", text(later)}, {"reason", text("核对")}}));
  compared.ask("赵敏", "POST", "/access-requests/{id}/approval", "/access-requests/1/approval");
  compared.ask(
      "周敏", "POST", "/climate/readings", "/climate/readings",
      json_of({{"room", text("K1")}, {"at", text("2026-03-01 08:30")}, {"celsius", "30.5"}, {"humidity", text("52")}}));
  compared.get("周敏", "/climate/alarms");
  compared.ask("周敏", "GET", "/climate/{room}/summary", "/climate/K1/summary?year=2026");
  compared.ask(
      "周敏", "POST", "/patrols", "/patrols",
      json_of(
          {{"room", text("K1")}, {"kind", text("fire")}, {"at", text("2026-03-01 17:00")}, {"finding", text("过期")}}));
  compared.ask("周敏", "POST", "/rectifications", "/rectifications",
               json_of({{"target", text(customer)}, {"note", text("门锁损坏")}}));
  compared.ask("周敏", "GET", "/rectifications/{id}", "/rectifications/1");
  compared.ask("周敏", "GET", "/registers/{register}", "/registers/loans");
  compared.job("周敏", "/index", "/index", "");
  compared.job("周敏", "/recognitions", "/recognitions", json_of({{"all", "true"}}));
  BOOST_TEST(compared.seen() > 60U);
}

BOOST_AUTO_TEST_SUITE_END()
