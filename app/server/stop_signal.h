#pragma once
// Waits on the calling thread until somebody asks the process to end.

namespace twofold::app {

// From its making on, SIGTERM and SIGINT no longer end the process; one at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  void wait() const;

 private:
  int descriptor_;
};

}  // namespace twofold::app
