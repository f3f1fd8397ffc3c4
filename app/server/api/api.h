#pragma once
// Everything below /api: finds the route of a request, who asks and whether they may, and gives what the command or the
// handler answers. Thread-safe; a handler runs on the thread that calls.

#include "app/server/api/binding.h"
#include "app/server/api/call.h"
#include "app/server/api/first_run.h"
#include "app/server/api/hashing_room.h"
#include "app/server/api/job_room.h"
#include "app/server/api/own_routes.h"
#include "app/server/api/page_pictures.h"
#include "app/server/api/uploads.h"
#include "app/server/http/event_hub.h"

namespace twofold::app::api {

class Api {
 public:
  Api(SharedArchive& shared, http::EventHub& events);
  ~Api();

  // Never throws: whatever goes wrong becomes a problem (RFC 9457). For paths that begin with /api.
  http::Response handle(http::Request& request);
  // The code that makes the first administrator, for the terminal of the server; empty where people are entered.
  std::string first_run_code() const { return first_run_.code(); }
  // Jobs stop at their next safe point; what waits is left for another start.
  void stop() { jobs_.stop(); }
  // For /metrics.
  http::JobCounts job_counts() const { return jobs_.counts(); }

 private:
  struct Bound {
    const Route* route;
    Binding binding;
    std::vector<std::string> segments;  // "items", "{number}"
    OwnHandler own = nullptr;
  };
  http::Response answer(http::Request& request);
  const Bound* find(const http::Request& request, std::map<std::string, std::string>& path) const;
  http::Response refuse_method(const http::Request& request) const;

  SharedArchive& shared_;
  std::vector<Bound> routes_;
  FirstRun first_run_;
  HashingRoom hashing_;
  Uploads uploads_;
  JobRoom jobs_;
  PagePictures pictures_;
  Rooms rooms_;
  const std::string openapi_;
};

}  // namespace twofold::app::api
