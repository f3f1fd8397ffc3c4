// The server as people start and stop it.

#include "tests/app/small_archive.h"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

using namespace twofold;
using namespace twofold::app;

BOOST_AUTO_TEST_SUITE(serve_cli_test)

namespace {

struct Answered {
  int status;
  std::string body;
};

// `twofold serve` on a free port.
class Serving {
 public:
  explicit Serving(const std::string& archive) {
    int ends[2];
    BOOST_REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    const std::string program = std::string(TWOFOLD_BINARY_DIR) + "/bin/twofold";
    std::vector<std::string> words{program, "serve", "--port", "0", "--archive", archive, "--json"};
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    BOOST_REQUIRE(::posix_spawn(&process_, program.c_str(), &actions, nullptr, argv.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::string line;
    for (char byte = 0; ::read(ends[0], &byte, 1) == 1 && byte != '\n';) line += byte;
    ::close(ends[0]);
    port_ = parsed(line)->getValue<std::uint16_t>("port");
  }
  ~Serving() {
    if (process_ > 0) stop(SIGKILL);
  }

  Answered get(const std::string& path) const {
    Poco::Net::HTTPClientSession session("127.0.0.1", port_);
    Poco::Net::HTTPRequest request("GET", path, "HTTP/1.1");
    session.sendRequest(request);
    Poco::Net::HTTPResponse response;
    Answered answered;
    Poco::StreamCopier::copyToString(session.receiveResponse(response), answered.body);
    answered.status = response.getStatus();
    return answered;
  }
  std::size_t resident_kilobytes() const {
    for (const auto& line : split(read_file("/proc/" + std::to_string(process_) + "/status"), '\n'))
      if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
    return 0;
  }
  // The exit code, or minus the signal that ended it.
  int stop(int signal) {
    ::kill(process_, signal);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  pid_t process_ = 0;
  std::uint16_t port_ = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(it_says_where_it_serves_answers_and_ends_when_asked, SmallArchive) {
  for (const int signal : {SIGTERM, SIGINT}) {
    Serving serving(root);
    BOOST_TEST(serving.get("/healthz").body == "ok\n");
    BOOST_TEST(serving.get("/readyz").status == 200);
    BOOST_TEST(serving.get("/").body.find("id=\"app\"") != std::string::npos);
    BOOST_TEST(serving.get("/api/v1/none").status >= 401);
    BOOST_TEST(serving.resident_kilobytes() < 80'000U);
    BOOST_TEST(serving.stop(signal) == 0);
  }
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_served_is_named, SmallArchive) {
  const auto code = [](const std::vector<std::string>& words) {
    const auto ended = twofold_binary(words);
    BOOST_TEST(ended.code == 2);
    return parsed(ended.out)->getObject("error")->getValue<std::string>("code");
  };
  BOOST_TEST(code({"serve", "--port", "70000", "--archive", root, "--json"}) == "cli.not_a_number");
  BOOST_TEST(code({"serve", "--port", "0", "--address", "nowhere", "--archive", root, "--json"}) ==
             "serve.not_an_address");
  BOOST_TEST(code({"serve", "--port", "0", "--address", "192.0.2.1", "--archive", root, "--json"}) ==
             "http.cannot_listen");
  BOOST_TEST(code({"serve", "--port", "0", "--tls-cert", "x.pem", "--archive", root, "--json"}) == "serve.half_tls");
  BOOST_TEST(code({"serve", "--port", "0", "--tls-cert", "x.pem", "--tls-key", "y.pem", "--archive", root, "--json"}) ==
             "http.bad_certificate");
}

BOOST_AUTO_TEST_SUITE_END()
