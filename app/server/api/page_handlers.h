#pragma once
// Pages of an item: their list, pictures, words, and the files themselves.

#include "app/server/api/call.h"

namespace twofold::app::api {

http::Response list_pages(Call& call);
http::Response page_image(Call& call);
http::Response page_thumbnail(Call& call);
http::Response page_words(Call& call);
http::Response original_file(Call& call);
http::Response reading_copy_file(Call& call);

}  // namespace twofold::app::api
