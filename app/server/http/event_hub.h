#pragma once
// Channels of events, each with a bounded history, so that a client that comes back gets what it missed. Any thread
// publishes; the server's one thread writes to all subscribers.

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace twofold::app::http {

struct Event {
  std::uint64_t id = 0;  // grows over all channels, also from one run of the server to the next
  std::string type;      // one word, such as "progress"
  std::string data;      // text of any lines, usually a JSON object
};

class EventHub {
 public:
  static constexpr std::size_t kHistory = 256;    // events kept for each channel
  static constexpr std::size_t kChannels = 4096;  // beyond, the channel that was quiet for longest is forgotten

  EventHub();
  // Appends to the channel, which comes into being with its first event or subscriber. Returns the event's id.
  std::uint64_t publish(const std::string& channel, std::string type, std::string data);
  // No more events will come: subscribers get the rest and their streams end; who comes later gets the history and the
  // end.
  void finish(const std::string& channel);

  // What happened in the channel after that event (0: all that is kept), oldest first, and whether older ones were
  // forgotten, in which case the client must ask for the whole state again. For polling as well as for the stream.
  struct Replay {
    std::vector<Event> events;
    bool incomplete = false, finished = false;
  };
  Replay after(const std::string& channel, std::uint64_t id) const;

  // Called with the channel's name after each publish and finish, on the publishing thread. For the server.
  void on_change(std::function<void(const std::string& channel)> call);

 private:
  struct Channel {
    std::deque<Event> events;
    std::uint64_t forgotten = 0;  // the id of the youngest event no longer kept
    std::uint64_t touched = 0;
    bool finished = false;
  };
  Channel& channel(const std::string& name);

  mutable std::mutex mutex_;
  std::map<std::string, Channel> channels_;
  std::uint64_t last_id_;
  std::function<void(const std::string&)> on_change_;
};

}  // namespace twofold::app::http
