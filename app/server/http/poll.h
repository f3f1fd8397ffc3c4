#pragma once
// Waits for many descriptors at once, and for other threads that call.

#include "app/server/http/transport.h"

#include <chrono>
#include <functional>

namespace twofold::app::http {

class Poll {
 public:
  Poll();
  ~Poll();
  Poll(const Poll&) = delete;
  Poll& operator=(const Poll&) = delete;

  void add(int descriptor, Wants wants, void* owner);
  void change(int descriptor, Wants wants, void* owner);
  void remove(int descriptor);
  // Any thread: the next wait returns at once.
  void wake();
  // Calls `ready` with the owner of each descriptor that can go on.
  void wait(std::chrono::milliseconds most, const std::function<void(void* owner)>& ready);

 private:
  void control(int operation, int descriptor, Wants wants, void* owner);

  int poll_, call_;
};

}  // namespace twofold::app::http
