// Signing in against a real slapd of the test's own.

#include "tests/app/staffed_archive.h"

#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace twofold;
using namespace twofold::app;

namespace {

int free_port() {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address);
  socklen_t size = sizeof address;
  ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(listener);
  return ntohs(address.sin_port);
}

constexpr const char* kConfig = R"(include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ROOT/pid
database mdb
suffix "dc=club,dc=cn"
directory ROOT/data
)";

constexpr const char* kSettings = R"(
directory_uri = "URI"
directory_name = "uid={},ou=people,dc=club,dc=cn"
)";

// A directory with one person in it: 孙工, whose password is "directory secret".
class Slapd {
 public:
  explicit Slapd(const fs::path& folder) : port_(free_port()) {
    fs::create_directories(folder / "data");
    const std::string root = folder.string();
    write_durably(folder / "slapd.conf", replace_all(kConfig, "ROOT", root));
    write_durably(folder / "people.ldif",
                  "dn: dc=club,dc=cn\nobjectClass: dcObject\nobjectClass: organization\no: club\ndc: club\n\n"
                  "dn: ou=people,dc=club,dc=cn\nobjectClass: organizationalUnit\nou: people\n\n"
                  "dn: uid=孙工,ou=people,dc=club,dc=cn\nobjectClass: inetOrgPerson\nuid: 孙工\ncn: 孙工\nsn: 孙\nuserPassword: directory secret\n");
    const std::string config = quoted(root + "/slapd.conf");
    BOOST_REQUIRE_EQUAL(ended("/usr/sbin/slapadd -q -f " + config + " -l " + quoted(root + "/people.ldif") + " 2>&1").code, 0);
    process_ = ::fork();
    if (process_ == 0) {
      ::execl("/usr/sbin/slapd", "slapd", "-h", uri().c_str(), "-f", (root + "/slapd.conf").c_str(), "-d", "0", nullptr);
      ::_exit(127);
    }
    for (int i = 0; i < 200 && !answers(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    BOOST_REQUIRE(answers());
  }
  ~Slapd() { stop(); }
  Slapd(const Slapd&) = delete;
  Slapd& operator=(const Slapd&) = delete;

  void stop() {
    if (process_ <= 0) return;
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }
  std::string uri() const { return "ldap://127.0.0.1:" + std::to_string(port_); }

 private:
  bool answers() const {
    const int tried = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool connected = ::connect(tried, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(tried);
    return connected;
  }

  int port_;
  pid_t process_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(directory_cli_test)

BOOST_AUTO_TEST_CASE(who_has_no_password_here_signs_in_with_the_directorys) {
  SmallArchive archive;
  Slapd slapd(archive.folder.path() / "directory");
  const auto config = fs::path(archive.root) / "twofold.toml";
  write_durably(config, read_file(config) + replace_all(kSettings, "URI", slapd.uri()));
  const auto add = [&](const char* name, const char* role) { BOOST_REQUIRE_EQUAL(archive.run({"user", "add", name, "--role", role}).code, 0); };
  const auto login = [&](const std::string& name, const std::string& password) {
    write_durably(archive.folder.path() / "typed", password + "\n");
    return twofold_binary({"login", name, "--archive", archive.root, "--json"}, "", " < " + quoted((archive.folder.path() / "typed").string()) + " 2>/dev/null");
  };
  add("管理员", "administrator");
  add("孙工", "employee");
  add("陌生人", "employee");
  const auto session = login("孙工", "directory secret");
  BOOST_REQUIRE_EQUAL(session.code, 0);
  BOOST_TEST(parsed(session.out)->getValue<std::string>("token").size() == 64U);
  BOOST_TEST(login("孙工", "wrong").code == 1);
  BOOST_TEST(login("孙工", "").code == 1);
  BOOST_TEST(login("陌生人", "directory secret").code == 1);
  BOOST_TEST(login("nobody", "directory secret").code == 1);
  add("孙工,ou=people", "employee");
  BOOST_TEST(login("孙工,ou=people", "directory secret").code == 1);
  slapd.stop();
  BOOST_TEST(login("孙工", "directory secret").code != 0);
}

BOOST_AUTO_TEST_SUITE_END()
