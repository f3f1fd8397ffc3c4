#pragma once
// How long work shares the archive's one writer. A ProgressSink that takes turns as well lets others write; any other keeps the
// archive for itself, as the command line does.

#include "base/progress.h"

#include <functional>

namespace twofold::archive {

class TakesTurns {
 public:
  virtual ~TakesTurns() = default;
  // Runs what takes long and leaves the archive's own connection alone, such as waiting for a page to be read; others write
  // meanwhile.
  virtual void aside(const std::function<void()>& work) = 0;
  // Whether somebody waits to write: work that gathers changes in one transaction then ends it early.
  virtual bool others_wait() const = 0;
  // Between steps that nobody else's change may part: the log of readings is written then.
  virtual void between_steps() = 0;
};

// Each is called outside of transactions, by the thread that does the work.
void aside(ProgressSink& progress, const std::function<void()>& work);
bool others_wait(const ProgressSink& progress);
void between_steps(ProgressSink& progress);
// Between steps that each stand by themselves: lets others write before the next.
void give_way(ProgressSink& progress);

}  // namespace twofold::archive
