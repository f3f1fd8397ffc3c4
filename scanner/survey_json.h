#pragma once
// What a survey found, and pages to take, as JSON between the pool and a worker.

#include "scanner/protocol.h"

#include <Poco/JSON/Array.h>

namespace twofold::scanner {

Poco::JSON::Array encode_surveyed(const std::vector<SurveyedPage>& pages);
// Both throw std::invalid_argument unless every field is there, of its type and within its bounds.
std::vector<SurveyedPage> decode_surveyed(const Poco::JSON::Array& array);

Poco::JSON::Array encode_picks(const std::vector<Pick>& picks);
std::vector<Pick> decode_picks(const Poco::JSON::Array& array);

FileType type_named(std::string_view name);

}  // namespace twofold::scanner
