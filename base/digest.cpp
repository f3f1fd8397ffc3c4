#include "base/digest.h"

#include "base/error.h"
#include "base/files.h"

#include <algorithm>
#include <openssl/evp.h>

namespace twofold {

struct Hasher::State {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

Sha256 Sha256::parse(std::string_view hex) {
  const auto value = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  const bool sound = hex.size() == 2 * kBytes && std::ranges::all_of(hex, [&](char c) { return value(c) >= 0; });
  if (!sound) throw Error(ErrorKind::Usage, msg("digest.malformed", hex));
  std::array<std::uint8_t, kBytes> bytes{};
  for (std::size_t i = 0; i < kBytes; ++i)
    bytes[i] = static_cast<std::uint8_t>(value(hex[2 * i]) * 16 + value(hex[2 * i + 1]));
  return Sha256(bytes);
}

std::string Sha256::text() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * kBytes);
  for (const auto byte : bytes_) {
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

Hasher::Hasher() : state_(std::make_unique<State>()) { EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr); }
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::update(std::string_view bytes) { EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()); }

Sha256 Hasher::finish() {
  std::array<std::uint8_t, Sha256::kBytes> bytes{};
  EVP_DigestFinal_ex(state_->context.get(), bytes.data(), nullptr);
  return Sha256(bytes);
}

Sha256 sha256(std::string_view bytes) {
  Hasher hasher;
  hasher.update(bytes);
  return hasher.finish();
}

Sha256 sha256_file(const std::filesystem::path& path) {
  Hasher hasher;
  read_in_pieces(path, [&](std::string_view piece) { hasher.update(piece); });
  return hasher.finish();
}

}  // namespace twofold
