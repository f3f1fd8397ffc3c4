#pragma once
// A file as an answer: its tag and time, the part of it that was asked for, and a packed sibling (name.br, name.gz)
// where there is one and the client takes it.

#include "app/server/http/answer.h"

#include <ctime>

namespace twofold::app::http {

// Sets status and headers of the response. Nothing where no byte of the file is sent: 416; a file that is gone is 404;
// a file that becomes text of the response, compressed, leaves a string in its body.
std::optional<FilePart> open_content(const FileContent& content, Response& response, const Asked& asked);

struct ByteRange {
  std::uint64_t first, last;  // both included
};
enum class RangeFinding { Whole, Part, Impossible };
// "bytes=5-9", "bytes=5-", "bytes=-5"; several ranges, other units and malformed ones mean the whole file (RFC
// 9110, 14.2).
RangeFinding find_range(std::string_view header, std::uint64_t size, ByteRange& range);

std::string http_date(std::time_t time);  // Sun, 06 Nov 1994 08:49:37 GMT

}  // namespace twofold::app::http
