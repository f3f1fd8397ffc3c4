#pragma once
// On a worker: from a request that has arrived to its answer, which is left in the connection for the loop to send on.

#include "app/server/http/connection.h"
#include "app/server/http/server.h"

#include <atomic>

namespace twofold::app::http {

class Answering {
 public:
  Answering(const Settings& settings, Handler handler, EventHub& hub, Metrics& metrics);

  void answer(Connection& connection);
  // What is refused before a handler sees it; any thread. The connection closes after it.
  void refuse(Connection& connection, const Fault& fault);
  // From now on nobody waits for a client.
  void hurry() { hurried_ = true; }
  const std::atomic<bool>& hurried() const { return hurried_; }
  Pace pace() const { return {settings_.transfer_grace, settings_.slowest_rate}; }

 private:
  Request request_of(Connection& connection) const;
  Response respond(Request& request);
  void make_content(Connection& connection, const MadeContent& content, bool chunked);
  void note(const Request& request, const Connection& connection, const Answer& answer, Moment began, bool head_only);

  const Settings& settings_;
  Handler handler_;
  EventHub& hub_;
  Metrics& metrics_;
  std::atomic<bool> hurried_ = false;
  std::atomic<unsigned> long_jobs_ = 0;
};

}  // namespace twofold::app::http
