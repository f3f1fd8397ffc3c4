#pragma once
// What stands at which address: /healthz, /readyz, /metrics, /api/…, and the web application everywhere else.

#include "app/server/http/message.h"
#include "app/server/http/metrics.h"

#include <filesystem>
#include <functional>

namespace twofold::app::http {

struct Site {
  Handler api;                  // gets every request below /api
  std::filesystem::path web;    // the folder of the web application
  std::function<bool()> ready;  // whether the archive can be read
  std::function<JobCounts()> jobs;  // for /metrics
};

// /metrics answers this machine alone; to others it is not there.
Handler site_handler(Site site, const Metrics& metrics);

}  // namespace twofold::app::http
