#include "scanner/job_time.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace twofold::scanner {
namespace fs = std::filesystem;
namespace {

using std::chrono::steady_clock;

constexpr double kSecondsMorePerPage = 10;  // of one file; a page that is hard to read takes five
constexpr double kPatience = 10;            // times its seconds, whatever it waits for
constexpr auto kLookEvery = std::chrono::milliseconds(500);

double since(steady_clock::time_point begun) { return std::chrono::duration<double>(steady_clock::now() - begun).count(); }

// Ready to run, and others were running: the kernel's second figure, in nanoseconds.
std::optional<double> waited_by(const fs::path& process) {
  double ran = 0, waited = 0;
  std::ifstream figures(process / "schedstat");
  if (!(figures >> ran >> waited)) return std::nullopt;
  return waited / 1e9;
}

// This process and all below it. Nothing where the kernel does not tell.
std::optional<double> waited_by_all(pid_t process) {
  const fs::path folder = "/proc/" + std::to_string(process);
  std::optional<double> sum = waited_by(folder);
  std::ifstream children(folder / "task" / std::to_string(process) / "children");
  if (!sum || !children) return std::nullopt;
  for (pid_t child = 0; children >> child;) *sum += waited_by_all(child).value_or(0);  // nothing: it has just ended
  return sum;
}

}  // namespace

int seconds_for(const Job& job) {
  switch (job.kind) {
    case JobKind::Unpack:
    case JobKind::Assemble:
    case JobKind::TakePages:
    case JobKind::Typeset:
    case JobKind::Overlay: return job.limits.seconds_per_file;
    default: return job.limits.seconds_per_page;
  }
}

void TimeBudget::add_pages(std::size_t pages) { left_ += kSecondsMorePerPage * static_cast<double>(pages); }

JobClock::JobClock(pid_t worker, double seconds) : worker_(worker), most_(seconds), waited_before_(waited_by_all(worker).value_or(0)) {}

bool JobClock::expired() {
  const auto now = steady_clock::now();
  if (now - looked_ >= kLookEvery) {
    looked_ = now;
    // Where nobody tells how long it has waited, it may have waited all the time.
    const auto waited = waited_by_all(worker_);
    waited_ = std::max(waited_, waited ? *waited - waited_before_ : since(begun_));
  }
  return seconds() >= most_ || since(begun_) >= kPatience * most_;
}

double JobClock::seconds() const { return std::max(0.0, since(begun_) - waited_); }

}  // namespace twofold::scanner
