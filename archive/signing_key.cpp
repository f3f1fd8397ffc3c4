#include "archive/signing_key.h"

#include "base/error.h"
#include "base/files.h"

#include <array>
#include <sodium.h>
#include <sys/stat.h>
#include <vector>

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

template <std::size_t Size>
using Bytes = std::array<unsigned char, Size>;
using SecretKey = Bytes<crypto_sign_SECRETKEYBYTES>;
using PublicKey = Bytes<crypto_sign_PUBLICKEYBYTES>;
using Signature = Bytes<crypto_sign_BYTES>;

fs::path secret_file(const fs::path& keys) { return keys / "signing.secret"; }
fs::path public_file(const fs::path& keys) { return keys / "signing.public"; }

void start_library() {
  if (sodium_init() < 0) throw Error(ErrorKind::Internal, msg("signing.no_library"));
}

template <std::size_t Size>
std::string hex(const Bytes<Size>& bytes) {
  std::string text(2 * Size + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

template <std::size_t Size>
bool from_hex(std::string_view text, Bytes<Size>& bytes) {
  std::size_t length = 0;
  return sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), "\n", &length, nullptr) == 0 && length == Size;
}

const unsigned char* data_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

}  // namespace

void ensure_signing_key(const fs::path& keys) {
  start_library();
  if (fs::exists(secret_file(keys))) return;
  PublicKey public_key;
  SecretKey secret_key;
  crypto_sign_keypair(public_key.data(), secret_key.data());
  write_durably(public_file(keys), hex(public_key) + '\n');
  const ScratchFolder scratch(keys);
  const fs::path fresh = scratch.path() / "secret";
  write_durably(fresh, hex(secret_key) + '\n');
  ::chmod(fresh.c_str(), S_IRUSR | S_IWUSR);
  move_durably(fresh, secret_file(keys));
  sodium_memzero(secret_key.data(), secret_key.size());
}

std::string sign(const fs::path& keys, std::string_view bytes) {
  start_library();
  SecretKey secret_key;
  if (!from_hex(read_file(secret_file(keys)), secret_key))
    throw Error(ErrorKind::Corrupt, msg("signing.key_damaged", secret_file(keys).string()));
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, data_of(bytes), bytes.size(), secret_key.data());
  sodium_memzero(secret_key.data(), secret_key.size());
  return hex(signature);
}

std::string public_key(const fs::path& keys) {
  start_library();
  PublicKey key;
  if (!from_hex(read_file(public_file(keys)), key))
    throw Error(ErrorKind::Corrupt, msg("signing.key_damaged", public_file(keys).string()));
  return hex(key);
}

bool verify_with(std::string_view public_key, std::string_view bytes, std::string_view signature) {
  start_library();
  PublicKey key;
  Signature raw;
  return from_hex(public_key, key) && from_hex(signature, raw) &&
         crypto_sign_verify_detached(raw.data(), data_of(bytes), bytes.size(), key.data()) == 0;
}

bool verify_signature(const fs::path& keys, std::string_view bytes, std::string_view signature) {
  return verify_with(public_key(keys), bytes, signature);
}

}  // namespace twofold::archive
