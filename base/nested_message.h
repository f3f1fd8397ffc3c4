#pragma once
// A message that is an argument of another one, such as the reason why something may not go; said in the reader's language.

#include "base/message.h"

namespace twofold {

std::string nested(const Message& message);
// Several, as a list.
std::string nested(const std::vector<Message>& messages);

}  // namespace twofold
