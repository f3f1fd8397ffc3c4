#include "app/server/http/answering.h"

#include "app/server/http/accepts.h"
#include "app/server/http/client.h"
#include "app/server/http/problem.h"
#include "app/server/http/request_body.h"
#include "base/clock.h"

#include <charconv>
#include <fmt/format.h>
#include <random>

namespace twofold::app::http {
namespace {

std::string new_id() {
  thread_local std::mt19937_64 random{std::random_device{}()};
  return fmt::format("{:016x}", random());
}

bool is_api(const Request& request) { return !request.segments.empty() && request.segments.front() == "api"; }

// One of a few places, given back with the value.
class Place {
 public:
  Place(std::atomic<unsigned>& taken, unsigned most) : taken_(taken), got_(++taken <= most) {}
  ~Place() { --taken_; }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  explicit operator bool() const { return got_; }

 private:
  std::atomic<unsigned>& taken_;
  bool got_;
};

Response busy(const Request& request) {
  auto response = problem(503, msg("http.busy"), request.language, request.id);
  response.headers.set("Retry-After", "2");
  return response;
}

}  // namespace

Answering::Answering(const Settings& settings, Handler handler, EventHub& hub, Metrics& metrics)
    : settings_(settings), handler_(std::move(handler)), hub_(hub), metrics_(metrics) {}

Request Answering::request_of(Connection& connection) const {
  Head& head = *connection.head;
  const auto client = client_of(connection.peer, settings_.tls.has_value(), head.headers, settings_.trusted_proxies);
  Request request{.method = head.method,
                  .segments = std::move(head.target.segments),
                  .query = std::move(head.target.query),
                  .headers = std::move(head.headers),
                  .host = std::move(head.host),
                  .peer = client.address,
                  .secure = client.secure,
                  .id = new_id(),
                  .language = Language::English};
  request.language = preferred_language(request.headers.get("Accept-Language"));
  if (head.length > kBodyInMemory) {
    request.body = Body(std::make_unique<ConnectionBody>(connection, pace(), hurried_), head.length);
  } else {
    const auto length = static_cast<std::size_t>(head.length);
    request.body = Body(connection.in.substr(0, length));
    connection.in.erase(0, length);
  }
  return request;
}

Response Answering::respond(Request& request) {
  try {
    const Place place(long_jobs_, request.body.length() > kBodyInMemory ? settings_.workers / 2 : ~0U);
    if (!place) return busy(request);
    return handler_(request);
  } catch (const Error& error) {
    if (status_of(error) == 500) settings_.log("twofold: " + request.id + ' ' + error.what());
    return problem(error, request);
  } catch (const std::exception& error) {
    settings_.log("twofold: " + request.id + ' ' + error.what());
    return problem(500, msg("http.internal", request.id), request.language, request.id);
  }
}

void Answering::answer(Connection& connection) {
  const Moment began = std::chrono::steady_clock::now();
  const bool head_only = connection.head->head_only, http_1_0 = connection.head->http_1_0;
  const bool keep_alive = connection.head->keep_alive && !hurried_;
  Request request = request_of(connection);
  Response response = respond(request);
  std::optional<Place> place;
  if (std::holds_alternative<MadeContent>(response.body) && !place.emplace(long_jobs_, settings_.workers / 2))
    response = busy(request);
  const bool unread = request.body.length() > kBodyInMemory && request.body.remaining() > 0;
  if (const auto* events = std::get_if<EventStream>(&response.body)) {
    const auto last = request.headers.get("Last-Event-ID");
    std::from_chars(last.data(), last.data() + last.size(), connection.last_event);
    const auto replay = hub_.after(events->channel, connection.last_event);
    // A browser asks again for a stream that ended, until it is told that nothing follows.
    if (replay.finished && replay.events.empty()) response = {.status = 204, .headers = {}, .body = std::string()};
  }
  const bool api = is_api(request);
  Answer answer = make_answer(std::move(response), {.head_only = head_only,
                                                    .keep_alive = keep_alive && !unread,
                                                    .http_1_0 = http_1_0,
                                                    .api = api,
                                                    .secure = request.secure,
                                                    .method = request.method,
                                                    .headers = std::move(request.headers),
                                                    .language = request.language,
                                                    .id = request.id});
  connection.out = std::move(answer.bytes);
  connection.file = std::move(answer.file);
  connection.closes = answer.close;
  connection.events = std::move(answer.events);
  note(request, connection, answer, began, head_only);
  if (answer.made) make_content(connection, *answer.made, answer.chunked);
}

void Answering::make_content(Connection& connection, const MadeContent& content, bool chunked) {
  try {
    send_all(connection, connection.out, pace(), hurried_);
    connection.out.clear();
    std::string gathered;
    const auto pass_on = [&] {
      if (gathered.empty()) return;
      if (chunked) gathered = fmt::format("{:x}\r\n{}\r\n", gathered.size(), gathered);
      send_all(connection, gathered, pace(), hurried_);
      gathered.clear();
    };
    content.make([&](std::string_view piece) {
      gathered += piece;
      if (gathered.size() >= 32 << 10) pass_on();
    });
    pass_on();
    if (chunked) connection.out = "0\r\n\r\n";
  } catch (const std::exception& error) {
    settings_.log(std::string("twofold: an answer was cut off: ") + error.what());
    connection.out.clear();
    connection.broken = true;
  }
}

void Answering::note(const Request& request, const Connection& connection, const Answer& answer, Moment began,
                     bool head_only) {
  const auto took = std::chrono::steady_clock::now() - began;
  metrics_.answered(request.method, answer.status, took);
  const auto bytes = connection.out.size() + (connection.file ? connection.file->remaining : 0);
  settings_.log(fmt::format("{} {} {} {} {} {} {:.1f}ms {}", SystemClock().now().text(), request.peer,
                            head_only ? "HEAD" : name_of(request.method), connection.head->path, answer.status, bytes,
                            std::chrono::duration<double, std::milli>(took).count(), request.id));
}

void Answering::refuse(Connection& connection, const Fault& fault) {
  const auto language = preferred_language(language_in(connection.in));
  metrics_.rejected(fault.message.key);
  const std::string id = new_id();
  Answer answer =
      make_answer(problem(fault.status, fault.message, language, id),
                  {.keep_alive = false, .api = true, .secure = settings_.tls.has_value(), .headers = {}, .id = id});
  settings_.log(fmt::format("{} {} - - {} {} 0.0ms {} {}", SystemClock().now().text(), connection.peer, fault.status,
                            answer.bytes.size(), id, fault.message.key));
  connection.out = std::move(answer.bytes);
  connection.closes = true;
}

}  // namespace twofold::app::http
