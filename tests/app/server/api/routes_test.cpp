#include "app/server/api/binding.h"
#include "app/server/api/own_routes.h"
#include "base/files.h"
#include "base/text.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

using namespace twofold;
using namespace twofold::app;
using namespace twofold::app::api;

namespace {

std::string shape_of(const Route& route) {
  std::string shape(route.method);
  for (const auto& step : split(route.path, '/')) shape += '/' + (step.starts_with('{') ? "{}" : step);
  return shape;
}

// One row of docs/api.md.
std::string row_of(const Route& route) {
  const auto binding = bind(route);
  std::string fields;
  for (const auto& field : binding.fields)
    if (field.place != Field::Place::Path)
      fields += (fields.empty() ? "" : ", ") + field.name + (field.type == Field::Type::List ? "[]" : "") +
                (field.required ? "*" : "");
  if (binding.file_operand) fields += (fields.empty() ? "the file as the body*" : "; the file as the body*");
  const char* gives[] = {"", "201 ", "file ", "job → ", ""};
  const std::string apart = route.schema.empty() || binding.file_name.empty() ? "" : ", file ";
  const std::string made(route.gives == Gives::Own ? own_route(route).result : "");
  const std::string answer = gives[static_cast<std::size_t>(route.gives)] + std::string(route.schema) + apart +
                             binding.file_name + (made.empty() ? "" : " → " + made);
  return "| `" + std::string(route.method) + ' ' + std::string(route.path) + "` | " + std::string(route.command) +
         " | " + fields + " | " + answer + " |";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(routes_test)

BOOST_AUTO_TEST_CASE(every_route_binds_its_command_and_no_two_have_one_address) {
  std::set<std::string> shapes;
  for (const auto& route : route_table()) {
    const std::string shape = shape_of(route);
    BOOST_TEST(shapes.insert(shape).second, shape);
    BOOST_CHECK_NO_THROW(bind(route));
    BOOST_TEST((route.gives == Gives::Own) == route.command.empty(), shape);
    std::set<std::string> names;
    for (const auto& field : bind(route).fields) BOOST_TEST(names.insert(field.name).second, shape + ' ' + field.name);
  }
}

BOOST_AUTO_TEST_CASE(every_command_has_a_route_or_a_reason_to_have_none) {
  std::set<std::string_view> offered;
  for (const auto& route : route_table()) offered.insert(route.command);
  for (const auto& [command, because] : local_commands()) {
    BOOST_TEST(find_command(command) != nullptr, command);
    BOOST_TEST(!because.empty());
    BOOST_TEST(offered.insert(command).second, command);
  }
  for (const auto& command : command_table()) BOOST_TEST(offered.contains(command.name), command.name);
}

BOOST_AUTO_TEST_CASE(what_a_command_needs_a_route_asks_for) {
  for (const auto& route : route_table()) {
    const auto binding = bind(route);
    if (!binding.command || binding.command->name == "recognise") continue;
    std::set<std::string> given;
    for (const auto& field : binding.fields) given.insert(field.option);
    for (const auto& [option, value] : binding.settled) given.insert(option);
    given.insert(binding.file_option);
    for (const auto option : binding.command->options)
      if (option.ends_with('!'))
        BOOST_TEST(given.contains(std::string(option.substr(0, option.size() - 1))), route.path << ' ' << option);
  }
}

BOOST_AUTO_TEST_CASE(the_documents_list_every_route_as_it_is) {
  const std::string documented = read_file(std::filesystem::path(TWOFOLD_SOURCE_DIR) / "docs" / "api.md");
  for (const auto& route : route_table())
    BOOST_TEST(documented.find(row_of(route) + '\n') != std::string::npos, row_of(route));
}

BOOST_AUTO_TEST_SUITE_END()
