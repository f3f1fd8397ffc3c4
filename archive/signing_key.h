#pragma once
// The archive's own Ed25519 key pair, which signs the manifests of closed volumes. keys/signing.secret (mode 0600), keys/signing.public.

#include <filesystem>
#include <string>
#include <string_view>

namespace twofold::archive {

// Makes the pair where there is none.
void ensure_signing_key(const std::filesystem::path& keys);
// 128 hexadecimal digits. Throws Error{Corrupt, "signing.key_damaged"}.
std::string sign(const std::filesystem::path& keys, std::string_view bytes);
// The public key of the pair: 64 hexadecimal digits.
std::string public_key(const std::filesystem::path& keys);
// With a public key as public_key() gives it; false also where key or signature is malformed.
bool verify_with(std::string_view public_key, std::string_view bytes, std::string_view signature);
bool verify_signature(const std::filesystem::path& keys, std::string_view bytes, std::string_view signature);

}  // namespace twofold::archive
