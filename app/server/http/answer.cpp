#include "app/server/http/answer.h"

#include "app/server/http/accepts.h"
#include "app/server/http/common_headers.h"
#include "app/server/http/compress.h"
#include "app/server/http/file_answer.h"
#include "app/server/http/problem.h"
#include "base/text.h"

#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <unistd.h>

namespace twofold::app::http {
namespace {

bool names_tag(std::string_view if_none_match, std::string_view etag) {
  const auto weak = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
  if (trim(if_none_match) == "*") return true;
  return std::ranges::any_of(split(if_none_match, ','), [&](const auto& tag) { return weak(trim(tag)) == weak(etag); });
}

bool is_unchanged(const Response& response, const Asked& asked) {
  const auto etag = response.headers.get("ETag");
  return asked.method == Method::Get && (response.status == 200 || response.status == 206) && !etag.empty() &&
         names_tag(asked.headers.get("If-None-Match"), etag);
}

void compress_text(Response& response, std::string& text, const Asked& asked) {
  if (!is_worth_compressing(response.headers.get("Content-Type"), text.size()) ||
      response.headers.has("Content-Encoding"))
    return;
  if (response.headers.get("Cache-Control").find("no-transform") != std::string_view::npos) return;
  response.headers.add("Vary", "Accept-Encoding");
  if (!accepts_coding(asked.headers.get("Accept-Encoding"), "gzip")) return;
  text = gzip(text);
  response.headers.set("Content-Encoding", "gzip");
}

std::string head_text(const Response& response) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_phrase(response.status));
  for (const auto& [name, value] : response.headers) {
    head += name + ": ";
    // A line end in a value would begin a header, or a second answer.
    std::ranges::copy_if(value, std::back_inserter(head),
                         [](char c) { return (c >= 0x20 || c == '\t' || c < 0) && c != 0x7f; });
    head += "\r\n";
  }
  return head += "\r\n";
}

std::string date_now() {
  thread_local std::time_t last = 0;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != last || text.empty()) {
    text = http_date(now);
    last = now;
  }
  return text;
}

// Takes the body out of the response into the answer; what is left are status and headers.
void place_body(Response& response, const Asked& asked, Answer& answer, std::string& text) {
  if (auto* whole = std::get_if<std::string>(&response.body)) {
    text = std::move(*whole);
    if (!asked.head_only) compress_text(response, text, asked);
    if (response.status != 204 && response.status != 304)
      response.headers.set("Content-Length", std::to_string(text.size()));
  } else if (auto* made = std::get_if<MadeContent>(&response.body)) {
    answer.chunked = !asked.http_1_0;
    answer.close = asked.http_1_0;
    if (answer.chunked) response.headers.set("Transfer-Encoding", "chunked");
    if (!asked.head_only) answer.made = std::move(*made);
  } else if (auto* events = std::get_if<EventStream>(&response.body)) {
    response.headers.set("Content-Type", "text/event-stream");
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Accel-Buffering", "no");
    answer.close = true;
    if (!asked.head_only) answer.events = std::move(*events);
  }
}

}  // namespace

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Answer make_answer(Response response, const Asked& asked) {
  Answer answer;
  std::string text;
  if (response.download_name) response.headers.set("Content-Disposition", attachment(*response.download_name));
  if (const auto* content = std::get_if<FileContent>(&response.body))
    answer.file = open_content(FileContent(*content), response, asked);
  if (is_unchanged(response, asked)) {
    response.status = 304;
    response.body = std::string();
    response.headers.remove("Content-Length");
    response.headers.remove("Content-Encoding");
    answer.file.reset();
  }
  if (!std::holds_alternative<FileContent>(response.body)) place_body(response, asked, answer, text);
  if (asked.head_only) answer.file.reset();
  answer.status = response.status;
  answer.close = answer.close || !asked.keep_alive;
  add_common_headers(response.headers, asked.api, asked.secure);
  response.headers.set("Date", date_now());
  if (!asked.id.empty()) response.headers.set("X-Request-ID", asked.id);
  response.headers.set("Connection", answer.close ? "close" : "keep-alive");
  answer.bytes = head_text(response);
  if (!asked.head_only && response.status != 204 && response.status != 304) answer.bytes += text;
  return answer;
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 411: return "Length Required";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Other";
  }
}

}  // namespace twofold::app::http
