#pragma once
// What a handler gets and gives: plain values, so that a handler is tested without a socket. Everything about framing,
// limits, ranges, conditions, compression and the common headers is the server's.

#include "app/server/http/body.h"
#include "app/server/http/headers.h"
#include "base/message.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace twofold::app::http {

enum class Method { Get, Post, Put, Patch, Delete, Options };
std::string_view name_of(Method method);

struct Request {
  Method method = Method::Get;  // HEAD comes as Get; the server leaves the body of the answer out
  // Decoded: "/api/v1/items/7" is {"api", "v1", "items", "7"}. Each is UTF-8, never empty, "." or "..", and without
  // slashes, backslashes and control characters.
  std::vector<std::string> segments;
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in order
  Headers headers;
  std::string host;                       // as asked for, with its port
  std::string peer;                       // the client's address; behind a trusted proxy, the one it forwards for
  bool secure = false;                    // TLS here or at the trusted proxy
  std::string id;                         // names this request in the log and in events; sent back as X-Request-ID
  Language language = Language::English;  // from Accept-Language
  Body body;

  std::string path() const;  // "/api/v1/items/7", decoded
  // The first parameter of that name.
  std::optional<std::string> parameter(std::string_view name) const;
  std::optional<std::string> cookie(std::string_view name) const;
  // What the Origin header of our own pages says.
  std::string origin() const { return (secure ? "https://" : "http://") + host; }
};

// A file sent as it is. Range, If-Range, ETag, If-None-Match and compression are the server's.
struct FileContent {
  std::filesystem::path path;
  std::string media_type;
  std::string etag;  // without quotes; empty: made of size and time of change
};

// Written piece by piece while it is made, for exports whose length nobody knows. Throwing ends the connection, so that
// a cut answer never looks whole.
using Write = std::function<void(std::string_view piece)>;
struct MadeContent {
  std::function<void(const Write& write)> make;
};

// Server-sent events of a channel of the hub, from Last-Event-ID on; the connection stays with the server.
struct EventStream {
  std::string channel;
};

struct Response {
  int status = 200;
  Headers headers;  // Content-Type for text and made content; whatever else the handler wants
  std::variant<std::string, FileContent, MadeContent, EventStream> body;
  // Set: the browser saves it under this name and never shows it.
  std::optional<std::string> download_name{};
};

using Handler = std::function<Response(Request&)>;

// Text is compressed on its way, unless its Cache-Control says no-transform: for answers that hold a secret beside what
// was asked.
Response text_response(int status, std::string media_type, std::string text);

}  // namespace twofold::app::http
