#pragma once
// Fields of the workers' JSON, read strictly: whatever is not of its type or within its bounds throws std::invalid_argument.

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

#include <string>
#include <string_view>

namespace twofold::scanner {

inline constexpr int kMostPageNumber = 1'000'000;

[[noreturn]] void refuse(const char* what);
int whole(const Poco::Dynamic::Var& value, int least, int most);
double real(const Poco::Dynamic::Var& value, double least, double most);
std::string text(const Poco::Dynamic::Var& value);  // UTF-8
bool truth(const Poco::Dynamic::Var& value);
Poco::JSON::Array::Ptr list(const Poco::JSON::Object& object, const char* key);
// The one at `index`, itself a list.
const Poco::JSON::Array& inner_list(const Poco::JSON::Array& array, std::size_t index, std::size_t length);
bool is_hexadecimal(std::string_view digits, std::size_t count);

// Foreign text as the protocol carries it: UTF-8 without control characters, which mean nothing to any reader.
std::string printable(std::string_view text);
// JSON knows no infinity; a measure out of its bounds must not make the whole answer malformed.
double bounded(double value, double least, double most);

}  // namespace twofold::scanner
