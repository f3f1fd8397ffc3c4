#pragma once
// The body of a request: short ones are in memory before the handler runs, long ones are read from the connection as
// the handler asks. What a handler leaves unread never becomes the next request: the server closes the connection.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace twofold::app::http {

// A body no longer than this is in memory when the handler is called, so that no slow sender holds a thread.
inline constexpr std::uint64_t kBodyInMemory = 1 << 20;

class BodySource {
 public:
  virtual ~BodySource() = default;
  // Waits for some bytes; 0 at the end. Throws Error{Invalid, "http.body_truncated" | "http.body_too_slow"} where the
  // sender stops before Content-Length is reached.
  virtual std::size_t read(std::span<char> into) = 0;
};

class Body {
 public:
  Body() = default;
  explicit Body(std::string whole) : whole_(std::move(whole)), length_(whole_.size()) {}
  Body(std::unique_ptr<BodySource> source, std::uint64_t length) : source_(std::move(source)), length_(length) {}

  std::uint64_t length() const { return length_; }  // Content-Length, 0 without one
  std::uint64_t remaining() const { return length_ - taken_; }
  // All of it; throws Error{Invalid, "http.body_too_large"} beyond kBodyInMemory.
  const std::string& text() const;
  // The next bytes; 0 at the end, which comes exactly after length() bytes. Throws as BodySource::read.
  std::size_t read(std::span<char> into);

 private:
  std::string whole_;
  std::unique_ptr<BodySource> source_;  // nothing where `whole_` is the body
  std::uint64_t length_ = 0, taken_ = 0;
};

}  // namespace twofold::app::http
