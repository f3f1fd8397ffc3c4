#include "app/server/http/message.h"

#include "base/text.h"

namespace twofold::app::http {

std::string_view name_of(Method method) {
  switch (method) {
    case Method::Get: return "GET";
    case Method::Post: return "POST";
    case Method::Put: return "PUT";
    case Method::Patch: return "PATCH";
    case Method::Delete: return "DELETE";
    case Method::Options: return "OPTIONS";
  }
  return "";
}

std::string Request::path() const {
  std::string path;
  for (const auto& segment : segments) path += '/' + segment;
  return path.empty() ? "/" : path;
}

std::optional<std::string> Request::parameter(std::string_view name) const {
  for (const auto& [key, value] : query)
    if (key == name) return value;
  return std::nullopt;
}

std::optional<std::string> Request::cookie(std::string_view name) const {
  for (const auto& [header, value] : headers) {
    if (!same_word(header, "Cookie")) continue;
    for (const auto& pair : split(value, ';')) {
      const auto text = trim(pair);
      const auto equals = text.find('=');
      if (equals != std::string_view::npos && text.substr(0, equals) == name)
        return std::string(text.substr(equals + 1));
    }
  }
  return std::nullopt;
}

Response text_response(int status, std::string media_type, std::string text) {
  return {.status = status, .headers = {{"Content-Type", std::move(media_type)}}, .body = std::move(text)};
}

}  // namespace twofold::app::http
