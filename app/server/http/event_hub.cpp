#include "app/server/http/event_hub.h"

#include <algorithm>
#include <chrono>

namespace twofold::app::http {

// Starting from the clock, ids stay above those of an earlier run as long as fewer than a thousand events a second
// happen.
EventHub::EventHub()
    : last_id_(static_cast<std::uint64_t>(
          std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
              .count())) {}

EventHub::Channel& EventHub::channel(const std::string& name) {
  const auto found = channels_.find(name);
  if (found != channels_.end()) return found->second;
  if (channels_.size() >= kChannels)
    channels_.erase(std::ranges::min_element(channels_, {}, [](const auto& entry) { return entry.second.touched; }));
  Channel& made = channels_[name];
  made.forgotten = last_id_;
  return made;
}

std::uint64_t EventHub::publish(const std::string& name, std::string type, std::string data) {
  std::uint64_t id = 0;
  std::function<void(const std::string&)> call;
  {
    const std::lock_guard lock(mutex_);
    Channel& to = channel(name);
    id = ++last_id_;
    to.events.push_back({id, std::move(type), std::move(data)});
    to.touched = id;
    if (to.events.size() > kHistory) {
      to.forgotten = to.events.front().id;
      to.events.pop_front();
    }
    call = on_change_;
  }
  if (call) call(name);
  return id;
}

void EventHub::finish(const std::string& name) {
  std::function<void(const std::string&)> call;
  {
    const std::lock_guard lock(mutex_);
    channel(name).finished = true;
    call = on_change_;
  }
  if (call) call(name);
}

EventHub::Replay EventHub::after(const std::string& name, std::uint64_t id) const {
  const std::lock_guard lock(mutex_);
  const auto found = channels_.find(name);
  if (found == channels_.end()) return {};
  const Channel& from = found->second;
  const auto first = std::ranges::upper_bound(from.events, id, {}, &Event::id);
  return {
      .events = {first, from.events.end()}, .incomplete = id != 0 && id < from.forgotten, .finished = from.finished};
}

void EventHub::on_change(std::function<void(const std::string&)> call) {
  const std::lock_guard lock(mutex_);
  on_change_ = std::move(call);
}

}  // namespace twofold::app::http
