#pragma once
// What kind of organisation this is, as forms and lists need it: categories, document types, customers' fields and
// classes.

#include "app/server/api/call.h"

namespace twofold::app::api {

http::Response get_profile(Call& call);

}  // namespace twofold::app::api
