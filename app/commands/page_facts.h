#pragma once
// What reading found out about a page, in words for people and as JSON (docs/json.md).

#include "base/message.h"
#include "scanner/reader.h"

#include <Poco/JSON/Object.h>
#include <string>
#include <vector>

namespace twofold::app {

std::string angle_text(double degrees);  // "+2.31°"; positive: the content was turned counter-clockwise
std::string language_text(const scanner::Page& page, Language language);
// Blank or not, angle, turns, language, confidence, size, CPU time: one entry each, those that say nothing left out.
std::vector<std::string> page_facts(const scanner::Page& page, Language language);

Poco::JSON::Object angle_record(const scanner::Page& page);
Poco::JSON::Object page_record(const scanner::Page& page);

}  // namespace twofold::app
