#pragma once
// Long work tells how far it is and asks whether to go on. The faces draw it: a bar in the terminal, live in the browser.

#include <cstdint>
#include <string>

namespace twofold {

struct Progress {
  std::string stage;       // message key of what is being done, such as "progress.reading"
  std::uint64_t done = 0;  // in units of the stage (files, pages, items)
  std::uint64_t total = 0; // 0 while unknown
  std::string subject;     // what is in hand just now, such as a file name
};

class ProgressSink {
 public:
  virtual ~ProgressSink() = default;
  // May be called from several threads.
  virtual void report(const Progress& progress) = 0;
  // True once the user has asked to stop; work stops at its next safe point with Error{Cancelled, "work.cancelled"}.
  virtual bool cancelled() const = 0;
};

// Says nothing and never stops.
class SilentProgress final : public ProgressSink {
 public:
  void report(const Progress&) override {}
  bool cancelled() const override { return false; }
};

}  // namespace twofold
