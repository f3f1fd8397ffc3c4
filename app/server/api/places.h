#pragma once
// Where the server keeps files is nobody's business: failures name them without their folder, results by their address.

#include "base/message.h"
#include "catalog/jobs.h"

#include <Poco/JSON/Object.h>
#include <filesystem>

namespace twofold::app::api {

Message without_places(Message message, const std::filesystem::path& folder);
// What a job has made, with the addresses where its files are fetched, each by those who may; null where it has made nothing.
Poco::JSON::Object::Ptr with_addresses(const catalog::Job& job);

// The folder that the job is to fill; empty where it makes none.
std::filesystem::path folder_made_by(const catalog::Job& job);

}  // namespace twofold::app::api
