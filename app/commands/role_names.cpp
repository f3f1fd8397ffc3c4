#include "app/commands/role_names.h"

#include "base/text.h"

namespace twofold::app {

std::string role_names(const Context& context, const std::string& roles) {
  std::string names;
  if (roles.empty()) return names;
  for (const auto& role : split(roles, ' ')) names += (names.empty() ? "" : ", ") + context.words("role." + role);
  return names;
}

}  // namespace twofold::app
