#include "app/server/api/places.h"

#include "app/server/api/routes.h"
#include "base/text.h"

#include <Poco/JSON/Parser.h>

namespace twofold::app::api {
namespace {

namespace fs = std::filesystem;

Poco::JSON::Object::Ptr record_in(const std::string& text) {
  Poco::JSON::Parser parser;
  return parser.parse(text).extract<Poco::JSON::Object::Ptr>();
}

std::string address(const std::string& path) { return std::string(kPrefix) + path; }

}  // namespace

Message without_places(Message message, const fs::path& folder) {
  if (folder.empty()) return message;
  for (auto& argument : message.args) {
    argument = replace_all(argument, folder.string() + '/', "");
    argument = replace_all(argument, folder.string(), folder.filename().string());
  }
  return message;
}

Poco::JSON::Object::Ptr with_addresses(const catalog::Job& job) {
  if (job.result.empty()) return nullptr;
  auto result = record_in(job.result);
  if (result->has("out")) result->set("out", address("/jobs/" + std::to_string(job.id) + "/file"));
  if (result->has("certificate"))
    result->set("certificate", address("/dispositions/" + result->getValue<std::string>("list") + "/certificate.pdf"));
  return result;
}

fs::path folder_made_by(const catalog::Job& job) {
  const auto options = record_in(job.request)->getObject("options");
  return options->has("out") ? fs::path(options->getValue<std::string>("out")) : fs::path();
}

}  // namespace twofold::app::api
