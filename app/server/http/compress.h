#pragma once
// What is worth compressing, and gzip.

#include <string>
#include <string_view>

namespace twofold::app::http {

bool is_worth_compressing(std::string_view media_type, std::size_t bytes);
std::string gzip(std::string_view bytes);

}  // namespace twofold::app::http
