#pragma once
// A bar with counts, rate and remaining time on a terminal; a line now and then where there is none. Ctrl-C asks the work to stop
// at its next safe point; a second Ctrl-C ends the process.

#include "base/message.h"
#include "base/progress.h"

#include <chrono>
#include <mutex>

namespace twofold::app {

class ProgressBar final : public ProgressSink {
 public:
  ProgressBar(Language language, bool visible);
  ~ProgressBar() override;
  void report(const Progress& progress) override;
  bool cancelled() const override;

 private:
  void draw(const Progress& progress, double seconds);

  const Language language_;
  const bool visible_, terminal_;
  std::mutex mutex_;
  std::string stage_;
  std::chrono::steady_clock::time_point started_, drawn_;
  bool drew_ = false;
};

}  // namespace twofold::app
