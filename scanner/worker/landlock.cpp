#include "scanner/worker/landlock.h"

#include <cstdint>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdexcept>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace twofold::scanner {
namespace {

// What later kernels than the headers of the oldest supported system know: linux/landlock.h, versions 3 to 6.
constexpr std::uint64_t kTruncate = 1ULL << 14U, kDeviceControl = 1ULL << 15U;
constexpr std::uint64_t kBindTcp = 1ULL << 0U, kConnectTcp = 1ULL << 1U;
constexpr std::uint64_t kAbstractSocket = 1ULL << 0U, kSignal = 1ULL << 1U;

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kFirstVersion = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;  // all rights up to making links
constexpr std::uint64_t kOfFiles = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                                   LANDLOCK_ACCESS_FS_READ_FILE | kTruncate | kDeviceControl;
// Below a granted folder everything but programs, devices and their controls may be made.
constexpr std::uint64_t kNeverWritten = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                        LANDLOCK_ACCESS_FS_MAKE_BLOCK | kDeviceControl;

// As the kernel of version 6 takes it; older ones are given the part they know.
struct Rules {
  std::uint64_t files = 0, network = 0, scoped = 0;
};

Rules rules_of(int version) {
  Rules rules;
  rules.files = kFirstVersion;
  if (version >= 2) rules.files |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) rules.files |= kTruncate;
  if (version >= 4) rules.network = kBindTcp | kConnectTcp;
  if (version >= 5) rules.files |= kDeviceControl;
  if (version >= 6) rules.scoped = kAbstractSocket | kSignal;
  return rules;
}

std::size_t known_size(int version) {
  if (version >= 6) return sizeof(Rules);
  return version >= 4 ? 2 * sizeof(std::uint64_t) : sizeof(std::uint64_t);
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }

 private:
  int value_;
};

std::uint64_t rights_of(Access access) {
  switch (access) {
    case Access::Read: return kRead;
    case Access::Execute: return kRead | LANDLOCK_ACCESS_FS_EXECUTE;
    case Access::Write: return ~kNeverWritten;
  }
  return 0;
}

void allow(int ruleset, const Grant& grant, std::uint64_t handled) {
  const Descriptor at(open(grant.path.c_str(), O_PATH | O_CLOEXEC));
  struct stat status {};
  if (at.get() < 0 || fstat(at.get(), &status) != 0) return;
  landlock_path_beneath_attr rule{};
  rule.parent_fd = at.get();
  rule.allowed_access = rights_of(grant.access) & handled;
  if (!S_ISDIR(status.st_mode)) rule.allowed_access &= kOfFiles;
  if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0U) != 0) {
    throw std::runtime_error("access to a file cannot be granted");
  }
}

}  // namespace

int confine_files(const std::vector<Grant>& grants) {
  const auto version = static_cast<int>(
      syscall(SYS_landlock_create_ruleset, nullptr, std::size_t{0}, LANDLOCK_CREATE_RULESET_VERSION));
  if (version < 1) return 0;
  const Rules rules = rules_of(version);
  const Descriptor ruleset(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &rules, known_size(version), 0U)));
  if (ruleset.get() < 0) throw std::runtime_error("the kernel makes no rules for files");
  for (const Grant& grant : grants) allow(ruleset.get(), grant, rules.files);
  if (syscall(SYS_landlock_restrict_self, ruleset.get(), 0U) != 0) {
    throw std::runtime_error("the rules for files are refused");
  }
  return version;
}

}  // namespace twofold::scanner
