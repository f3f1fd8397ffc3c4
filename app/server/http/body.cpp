#include "app/server/http/body.h"

#include "base/error.h"

#include <algorithm>

namespace twofold::app::http {

const std::string& Body::text() const {
  if (source_) throw Error(ErrorKind::Invalid, msg("http.body_too_large", length_, kBodyInMemory));
  return whole_;
}

std::size_t Body::read(std::span<char> into) {
  if (into.empty() || remaining() == 0) return 0;
  const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), remaining()));
  std::size_t got = most;
  if (source_) got = source_->read(into.first(most));
  else std::copy_n(whole_.data() + taken_, most, into.data());
  taken_ += got;
  return got;
}

}  // namespace twofold::app::http
