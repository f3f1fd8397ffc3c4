#include "scanner/json_fields.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace twofold::scanner {

using Poco::JSON::Array;
using Poco::JSON::Object;

void refuse(const char* what) { throw std::invalid_argument(what); }

int whole(const Poco::Dynamic::Var& value, int least, int most) {
  if (!value.isInteger()) refuse("not a whole number");
  const auto number = value.convert<std::int64_t>();
  if (number < least || number > most) refuse("out of bounds");
  return static_cast<int>(number);
}

double real(const Poco::Dynamic::Var& value, double least, double most) {
  if (!value.isNumeric() || value.isBoolean()) refuse("not a number");
  const double number = value.convert<double>();
  if (!(number >= least && number <= most)) refuse("out of bounds");
  return number;
}

std::string text(const Poco::Dynamic::Var& value) {
  if (!value.isString()) refuse("not a text");
  std::string got = value.extract<std::string>();
  if (!is_utf8(got)) refuse("not UTF-8");
  return got;
}

bool truth(const Poco::Dynamic::Var& value) {
  if (!value.isBoolean()) refuse("not a truth value");
  return value.extract<bool>();
}

Array::Ptr list(const Object& object, const char* key) {
  Array::Ptr array = object.getArray(key);
  if (array.isNull()) refuse("not a list");
  return array;
}

const Array& inner_list(const Array& array, std::size_t index, std::size_t length) {
  const Array::Ptr inner = array.getArray(static_cast<unsigned>(index));
  if (inner.isNull() || inner->size() != length) refuse("not a list of its length");
  return *inner;
}

bool is_hexadecimal(std::string_view digits, std::size_t count) {
  return digits.size() == count && digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string printable(std::string_view text) {
  std::string clean = is_utf8(text) ? std::string(text) : scrub_utf8(text);
  std::erase_if(clean, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
  });
  return clean;
}

double bounded(double value, double least, double most) {
  return std::isfinite(value) ? std::clamp(value, least, most) : least;
}

}  // namespace twofold::scanner
