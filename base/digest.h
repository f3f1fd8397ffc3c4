#pragma once
// SHA-256 digests as values.

#include <array>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace twofold {

class Sha256 {
 public:
  static constexpr std::size_t kBytes = 32;

  Sha256() = default;  // all zero: the head of an empty event chain
  explicit Sha256(const std::array<std::uint8_t, kBytes>& bytes) : bytes_(bytes) {}
  // 64 hexadecimal digits; throws Error{Usage, "digest.malformed"}.
  static Sha256 parse(std::string_view hex);

  const std::array<std::uint8_t, kBytes>& bytes() const { return bytes_; }
  std::string text() const;  // lower-case hexadecimal
  friend auto operator<=>(const Sha256&, const Sha256&) = default;

 private:
  std::array<std::uint8_t, kBytes> bytes_{};
};

// Feeds bytes in pieces; finish() may be called once.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(Hasher&&) noexcept;
  Hasher& operator=(Hasher&&) noexcept;
  void update(std::string_view bytes);
  Sha256 finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

Sha256 sha256(std::string_view bytes);
// Reads the file once, in pieces; throws Error{Io, "file.cannot_read"}.
Sha256 sha256_file(const std::filesystem::path& path);

}  // namespace twofold
