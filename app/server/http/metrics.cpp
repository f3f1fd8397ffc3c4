#include "app/server/http/metrics.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace twofold::app::http {
namespace {

void describe(std::string& out, std::string_view name, std::string_view kind, std::string_view help) {
  fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, kind);
}

void describe_process(std::string& out) {
  std::size_t pages = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  timespec processor{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &processor);
  const auto descriptors = std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
  const auto add = std::back_inserter(out);
  describe(out, "process_resident_memory_bytes", "gauge", "Memory that is resident.");
  fmt::format_to(add, "process_resident_memory_bytes {}\n",
                 resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)));
  describe(out, "process_cpu_seconds_total", "counter", "Processor time of all threads.");
  fmt::format_to(add, "process_cpu_seconds_total {:.3f}\n",
                 static_cast<double>(processor.tv_sec) + static_cast<double>(processor.tv_nsec) * 1e-9);
  describe(out, "process_open_fds", "gauge", "Open descriptors.");
  fmt::format_to(add, "process_open_fds {}\n", descriptors);
}

}  // namespace

void Metrics::answered(Method method, int status, std::chrono::nanoseconds took) {
  ++requests_[static_cast<std::size_t>(method)][static_cast<std::size_t>(std::clamp(status / 100, 0, 5))];
  const double seconds = static_cast<double>(took.count()) * 1e-9;
  ++latency_[static_cast<std::size_t>(std::ranges::lower_bound(kBounds, seconds) - kBounds.begin())];
  nanoseconds_ += static_cast<std::uint64_t>(took.count());
}

void Metrics::rejected(const std::string& reason) {
  const std::lock_guard lock(mutex_);
  ++rejected_[reason];
}

std::string Metrics::text(const JobCounts& jobs) const {
  std::string out;
  const auto add = std::back_inserter(out);
  describe(out, "twofold_http_requests_total", "counter", "Requests answered by a handler.");
  for (std::size_t method = 0; method < kMethods; ++method)
    for (std::size_t group = 1; group < kClasses; ++group)
      if (const auto count = requests_[method][group].load(); count > 0)
        fmt::format_to(add, "twofold_http_requests_total{{method=\"{}\",status=\"{}xx\"}} {}\n",
                       name_of(static_cast<Method>(method)), group, count);
  describe(out, "twofold_http_request_duration_seconds", "histogram",
           "From the whole request to the whole answer, before it is sent.");
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < kBounds.size(); ++i)
    fmt::format_to(add, "twofold_http_request_duration_seconds_bucket{{le=\"{}\"}} {}\n", kBounds[i],
                   total += latency_[i]);
  total += latency_.back();
  fmt::format_to(add, "twofold_http_request_duration_seconds_bucket{{le=\"+Inf\"}} {}\n", total);
  fmt::format_to(add, "twofold_http_request_duration_seconds_sum {:.6f}\n",
                 static_cast<double>(nanoseconds_.load()) * 1e-9);
  fmt::format_to(add, "twofold_http_request_duration_seconds_count {}\n", total);
  describe(out, "twofold_http_rejected_total", "counter",
           "Requests and connections refused before a handler saw them.");
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [reason, count] : rejected_)
      fmt::format_to(add, "twofold_http_rejected_total{{reason=\"{}\"}} {}\n", reason, count);
  }
  describe(out, "twofold_http_connections", "gauge", "Open connections.");
  fmt::format_to(add, "twofold_http_connections {}\n", connections_.load());
  describe(out, "twofold_http_event_streams", "gauge", "Connections that follow events.");
  fmt::format_to(add, "twofold_http_event_streams {}\n", subscribers_.load());
  describe(out, "twofold_jobs", "gauge", "Long work that waits or is done.");
  fmt::format_to(add, "twofold_jobs{{state=\"waiting\"}} {}\ntwofold_jobs{{state=\"running\"}} {}\n", jobs.waiting, jobs.running);
  describe_process(out);
  return out;
}

}  // namespace twofold::app::http
