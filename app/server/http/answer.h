#pragma once
// From what a handler gave to what goes over the connection: conditions, ranges, compression, common headers, the head
// as text.

#include "app/server/http/head.h"
#include "app/server/http/message.h"

#include <cstdint>
#include <optional>
#include <string>

namespace twofold::app::http {

// An open file, closed with the value.
class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile();
  OpenFile(OpenFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  OpenFile& operator=(OpenFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

struct FilePart {
  OpenFile file;
  std::uint64_t offset, remaining;
};

struct Answer {
  int status = 200;
  std::string bytes;                    // the head, and the body where it is text
  std::optional<FilePart> file{};       // what follows
  std::optional<MadeContent> made{};    // or this, in chunks where `chunked`
  std::optional<EventStream> events{};  // or these, until the channel ends
  bool chunked = false, close = false;
};

// What of the request shapes its answer.
struct Asked {
  bool head_only = false, keep_alive = true, http_1_0 = false, api = false, secure = false;
  Method method = Method::Get;
  Headers headers;  // conditions, ranges, codings
  Language language = Language::English;
  std::string id;
};

Answer make_answer(Response response, const Asked& asked);
std::string_view reason_phrase(int status);

}  // namespace twofold::app::http
