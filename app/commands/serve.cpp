// The server, from its options to the signal that ends it.

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "app/server/api/api.h"
#include "app/server/http/server.h"
#include "app/server/http/site.h"
#include "app/server/http/static_files.h"
#include "app/server/stop_signal.h"
#include "base/text.h"
#include "catalog/events.h"

#include <Poco/Net/IPAddress.h>
#include <iostream>
#include <unistd.h>

namespace twofold::app {
namespace {

std::string checked_address(const std::string& text) {
  Poco::Net::IPAddress address;
  if (!Poco::Net::IPAddress::tryParse(text, address)) throw Error(ErrorKind::Usage, msg("serve.not_an_address", text));
  return address.toString();
}

// One system call for a line, so that lines of several threads never mix.
void write_log(const std::string& line) {
  const std::string whole = line + '\n';
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, whole.data(), whole.size());
}

http::Settings settings_of(const Arguments& arguments) {
  http::Settings settings;
  settings.address = checked_address(arguments.get("address", settings.address));
  const int port = *arguments.number("port");
  if (port < 0 || port > 65535) throw Error(ErrorKind::Usage, msg("cli.not_a_number", "port", port));
  settings.port = static_cast<std::uint16_t>(port);
  if (arguments.has("tls-cert") != arguments.has("tls-key")) throw Error(ErrorKind::Usage, msg("serve.half_tls"));
  if (arguments.has("tls-cert")) settings.tls = http::TlsFiles{arguments.get("tls-cert"), arguments.get("tls-key")};
  for (const auto& proxy : split(arguments.get("proxy"), ','))
    if (!proxy.empty()) settings.trusted_proxies.push_back(checked_address(proxy));
  settings.log = write_log;
  return settings;
}

bool can_read(const std::filesystem::path& catalogue) {
  try {
    const catalog::Database database(catalogue, catalog::Database::Mode::ReadOnly);
    catalog::chain_head(database);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

std::string url_of(const http::Settings& settings, std::uint16_t port) {
  const bool v6 = settings.address.find(':') != std::string::npos;
  return (settings.tls ? "https://" : "http://") + (v6 ? '[' + settings.address + ']' : settings.address) + ':' +
         std::to_string(port) + '/';
}

bool is_unprotected(const http::Settings& settings) {
  return !settings.tls && settings.trusted_proxies.empty() && !Poco::Net::IPAddress(settings.address).isLoopback();
}

}  // namespace

int run_serve(Context& context) {
  const auto settings = settings_of(context.arguments());
  const auto layout = context.reading().layout();
  api::SharedArchive shared(layout.root, context.worker(), context.clock());
  for (const auto& finding : shared.findings()) context.warn(finding);
  const StopSignal stop;
  http::EventHub hub;
  http::Metrics metrics;
  api::Api api(shared, hub);
  http::Server server(settings,
                      http::site_handler({.api = [&api](http::Request& request) { return api.handle(request); },
                                          .web = http::web_folder(context.worker().parent_path()),
                                          .ready = [&layout] { return can_read(layout.catalogue()); },
                                          .jobs = [&api] { return api.job_counts(); }},
                                         metrics),
                      hub, metrics);
  server.start();
  const std::string url = url_of(settings, server.port());
  shared.announce(url);
  context.say(msg("serve.listening", url));
  const std::string code = api.first_run_code();
  if (!code.empty()) context.say(msg("serve.first_run", code));
  if (is_unprotected(settings)) write_log("twofold: " + render(msg("serve.unprotected"), context.language()));
  Object answer = ordered_object();
  answer.set("url", url);
  answer.set("port", server.port());
  answer.set("first_run_code", code);
  context.answer(answer);
  std::cout << std::flush;
  stop.wait();
  api.stop();
  server.stop();
  context.say(msg("serve.stopped"));
  return 0;
}

}  // namespace twofold::app
