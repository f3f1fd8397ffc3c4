#pragma once
// Text of unknown encoding into UTF-8: byte order marks, UTF-8, UTF-16, GB18030 (with GBK and GB2312 inside), Big5.

#include <string>
#include <string_view>

namespace twofold::scanner {

// `declared` is what the document says of itself (a charset name; may be empty or wrong): taken when the bytes agree.
// Never fails: what cannot be decoded becomes U+FFFD. Line ends become '\n'.
std::string decode_text(std::string_view bytes, std::string_view declared = {});

}  // namespace twofold::scanner
