// One line passes from a job to the owner, or nothing that could be taken for one.
#include "scanner/worker/relay.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace twofold::scanner {
namespace {

struct Fixture {
  std::array<int, 2> pipe_ends{}, channel{};
  Fixture() { BOOST_REQUIRE(pipe(pipe_ends.data()) == 0 && socketpair(AF_UNIX, SOCK_STREAM, 0, channel.data()) == 0); }
  ~Fixture() {
    close(pipe_ends[0]);
    for (const int end : channel) close(end);
  }

  // What the job writes before it ends, byte for byte; then what the relay made of it, and what the owner heard.
  Relayed relay_of(const std::string& bytes) {
    std::jthread job([&] {
      BOOST_TEST(write(pipe_ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
      close(pipe_ends[1]);
    });
    std::jthread owner([&] {
      std::array<char, 4096> block{};
      for (ssize_t got = 0; (got = recv(channel[1], block.data(), block.size(), 0)) > 0;) {
        heard.append(block.data(), static_cast<std::size_t>(got));
      }
    });
    const Relayed result = relay(pipe_ends[0], channel[0]);
    shutdown(channel[0], SHUT_WR);
    return result;
  }

  static std::string announced(std::uint64_t length, const std::string& line) {
    return std::string(reinterpret_cast<const char*>(&length), sizeof length) + line;
  }

  std::string heard;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(relay_test, Fixture)

BOOST_AUTO_TEST_CASE(a_whole_line_passes_however_long) {
  const std::string line = std::string(1U << 20U, 'x') + '\n';
  BOOST_TEST((relay_of(announced(line.size(), line)) == Relayed::Whole));
  BOOST_TEST((heard == line));
}

BOOST_AUTO_TEST_CASE(what_is_written_as_an_answer_is_one) {
  std::jthread([&] { BOOST_TEST(write_answer(pipe_ends[1], "{}\n")); }).join();
  close(pipe_ends[1]);
  BOOST_TEST((relay(pipe_ends[0], channel[0]) == Relayed::Whole));
  std::array<char, 8> block{};
  BOOST_TEST(recv(channel[1], block.data(), block.size(), 0) == 3);
}

BOOST_AUTO_TEST_CASE(a_job_that_dies_before_its_answer_leaves_the_owner_in_peace) {
  BOOST_TEST((relay_of("abc") == Relayed::Nothing));
  BOOST_TEST(heard.empty());
}

BOOST_AUTO_TEST_CASE(an_answer_that_breaks_off_is_torn) {
  BOOST_TEST((relay_of(announced(100, "half an ans")) == Relayed::Torn));
}

BOOST_AUTO_TEST_CASE(a_second_answer_does_not_pass) {
  const std::string two = "{\"first\":1}\n{\"second\":2}\n";
  BOOST_TEST((relay_of(announced(two.size(), two)) == Relayed::Torn));
  BOOST_TEST(heard.find('\n') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_line_without_its_end_is_torn) {
  BOOST_TEST((relay_of(announced(3, "abc")) == Relayed::Torn));
}

BOOST_AUTO_TEST_CASE(what_follows_the_announced_line_is_not_heard) {
  BOOST_TEST((relay_of(announced(4, "abc\n") + "def\n") == Relayed::Whole));
  BOOST_TEST(heard == "abc\n");
}

BOOST_AUTO_TEST_CASE(an_owner_that_is_gone_is_noticed) {
  close(channel[1]);
  channel[1] = dup(channel[0]);
  BOOST_TEST((relay(pipe_ends[0], channel[0]) == Relayed::Unheard));
  close(pipe_ends[1]);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
