#pragma once
// Why a file could not be read, as an argument of another message.

#include "base/nested_message.h"
#include "scanner/reader.h"

namespace twofold::archive {

inline std::string failure_words(scanner::Failure failure) {
  return nested(Message{"failure." + std::string(scanner::name_of(failure)), {}});
}

}  // namespace twofold::archive
