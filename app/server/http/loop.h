#pragma once
// The one thread that holds every connection while no worker has it.

#include "app/server/http/answering.h"
#include "app/server/http/poll.h"
#include "app/server/http/workers.h"

#include <Poco/Net/ServerSocket.h>
#include <map>
#include <set>
#include <thread>
#include <unordered_map>

namespace twofold::app::http {

// What other threads leave for the loop. It outlives the server where a publisher still holds it.
struct Mailbox {
  std::mutex mutex;
  std::vector<Connection*> answered;
  std::set<std::string> changed_channels;
  Poll poll;
};

class Loop {
 public:
  Loop(Settings settings, Handler handler, EventHub& hub, Metrics& metrics);
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  void start();
  void stop();
  std::uint16_t port() const { return listener_.address().port(); }

 private:
  using State = Connection::State;

  void run();
  void take_mail();
  void look_at_deadlines();
  void begin_stopping();
  bool is_done() const;

  void accept_all();
  void admit(int descriptor, std::string address);
  bool make_room();

  void go_on(Connection& connection);
  void read(Connection& connection);
  // Takes what `in` holds: hands a request that is there as a whole to a worker.
  void advance(Connection& connection);
  bool take_head(Connection& connection);
  void ended_while_reading(Connection& connection);
  void too_slow(Connection& connection);
  void refuse(Connection& connection, const Fault& fault);
  void write(Connection& connection);
  void answer_sent(Connection& connection);
  void follow(Connection& connection);
  void discard_input(Connection& connection);
  void watch(Connection& connection, Wants wants);
  void close(Connection& connection);

  Settings settings_;
  Metrics& metrics_;
  EventHub& hub_;
  Answering answering_;
  std::shared_ptr<ssl_ctx_st> tls_;
  Poco::Net::ServerSocket listener_;
  std::shared_ptr<Mailbox> mailbox_;
  std::unordered_map<Connection*, std::unique_ptr<Connection>> connections_;
  std::vector<std::unique_ptr<Connection>> closed_;  // freed when no event of this round can name them
  std::map<std::string, std::size_t> per_address_;
  std::set<Connection*> following_;
  Moment heartbeat_{}, stop_by_{};
  std::atomic<bool> stop_asked_ = false;
  bool stopping_ = false;
  std::unique_ptr<Workers> workers_;
  std::thread thread_;
};

}  // namespace twofold::app::http
