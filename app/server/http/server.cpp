#include "app/server/http/server.h"

#include "app/server/http/loop.h"

namespace twofold::app::http {

Server::Server(Settings settings, Handler handler, EventHub& hub, Metrics& metrics)
    : loop_(std::make_unique<Loop>(std::move(settings), std::move(handler), hub, metrics)) {}

Server::~Server() = default;

void Server::start() { loop_->start(); }
void Server::stop() { loop_->stop(); }
std::uint16_t Server::port() const { return loop_->port(); }

}  // namespace twofold::app::http
