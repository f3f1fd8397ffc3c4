#include "app/login_name.h"

#include <pwd.h>
#include <unistd.h>

namespace twofold::app {

std::string login_name() {
  const auto* entry = ::getpwuid(::getuid());
  return entry ? entry->pw_name : "unknown";
}

}  // namespace twofold::app
