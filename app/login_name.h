#pragma once
// Who runs this process, as the operating system names them; "unknown" where it does not.

#include <string>

namespace twofold::app {

std::string login_name();

}  // namespace twofold::app
