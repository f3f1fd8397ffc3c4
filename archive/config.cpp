#include "archive/config.h"

#include "base/error.h"
#include "base/text.h"

#include <fmt/format.h>
#include <set>
#include <toml++/toml.h>

namespace twofold::archive {
namespace {

std::string quoted(const std::string& text) {
  return '"' + replace_all(replace_all(text, "\\", "\\\\"), "\"", "\\\"") + '"';
}

class ConfigReader {
 public:
  ConfigReader(const toml::table& root, std::string file) : root_(root), file_(std::move(file)) {}

  Config read() {
    Config config;
    config.fonds = text("fonds");
    config.fonds_name = text("fonds_name");
    config.workers = static_cast<int>(number("workers", config.workers, 0, 256));
    config.stability_seconds = static_cast<int>(number("stability_seconds", config.stability_seconds, 0, 3600));
    auto& limits = config.limits;
    limits.worker_memory_bytes = mebibytes("worker_memory_mib", limits.worker_memory_bytes, 256);
    limits.seconds_per_page = static_cast<int>(number("seconds_per_page", limits.seconds_per_page, 1, 86'400));
    limits.seconds_per_file = static_cast<int>(number("seconds_per_file", limits.seconds_per_file, 1, 86'400));
    limits.most_pages = static_cast<int>(number("most_pages", limits.most_pages, 1, 1'000'000));
    limits.most_entries = static_cast<std::uint64_t>(
        number("most_entries", static_cast<std::int64_t>(limits.most_entries), 1, 10'000'000));
    limits.most_unpacked_bytes = mebibytes("most_unpacked_mib", limits.most_unpacked_bytes, 1);
    limits.most_ratio = static_cast<int>(number("most_ratio", limits.most_ratio, 2, 1'000'000));
    limits.most_depth = static_cast<int>(number("most_depth", limits.most_depth, 1, 16));
    config.directory.uri = optional_text("directory_uri");
    config.directory.name = optional_text("directory_name");
    config.directory.start_tls = flag("directory_start_tls");
    if (!config.directory.uri.empty() && config.directory.name.find("{}") == std::string::npos)
      fault(root_, "directory_name", "the place of the person's name is missing: {}");
    config.purge_journal = optional_text("purge_journal");
    known_.insert("rehearsal");
    config.rehearsal = root_["rehearsal"].value_or(false);
    for (const auto& [key, node] : root_)
      if (!known_.contains(std::string(key.str()))) fault(node, key.str(), "unknown setting");
    if (!faults_.empty()) throw Error(ErrorKind::Invalid, msg("config.invalid", faults_));
    return config;
  }

 private:
  void fault(const toml::node& where, std::string_view key, std::string_view reason) {
    faults_ += fmt::format("\n{}:{}: {}: {}", file_, where.source().begin.line, key, reason);
  }

  std::string text(const char* key) {
    known_.insert(key);
    const auto value = root_[key].value<std::string>();
    if (!value || value->empty()) fault(root_, key, "a text is required");
    return value.value_or("");
  }

  std::string optional_text(const char* key) {
    known_.insert(key);
    const auto* node = root_.get(key);
    if (node && !node->is_string()) fault(*node, key, "a text is required");
    return root_[key].value_or(std::string());
  }

  bool flag(const char* key) {
    known_.insert(key);
    const auto* node = root_.get(key);
    if (node && !node->is_boolean()) fault(*node, key, "must be true or false");
    return root_[key].value_or(false);
  }

  std::int64_t number(const char* key, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
    known_.insert(key);
    const auto* node = root_.get(key);
    if (!node) return otherwise;
    const auto value = node->value<std::int64_t>();
    if (value && *value >= least && *value <= most) return *value;
    fault(*node, key, fmt::format("a whole number from {} to {} is required", least, most));
    return otherwise;
  }

  std::uint64_t mebibytes(const char* key, std::uint64_t otherwise, std::int64_t least) {
    return static_cast<std::uint64_t>(number(key, static_cast<std::int64_t>(otherwise >> 20U), least, 1'000'000)) << 20U;
  }

  const toml::table& root_;
  std::string file_, faults_;
  std::set<std::string> known_;
};

}  // namespace

std::string config_text(const std::string& fonds, const std::string& fonds_name, bool rehearsal) {
  return fmt::format(R"(# Settings of this archive. Lines that are commented out show the value that holds without them.

# Code and name of the fonds (全宗号, 全宗名称); every number begins with the code, so it never changes.
fonds = {}
fonds_name = {}

# Processes that read files; 0: one for each core.
# workers = 0
# A file in inbox/ must have stood still so long before it is taken.
# stability_seconds = 5

# Limits of one reading process, so that a bad file costs itself alone.
# worker_memory_mib = 600
# seconds_per_page = 120
# seconds_per_file = 600
# most_pages = 5000

# Limits of containers (zip, tar, 7z), over all that is nested in them.
# most_entries = 10000
# most_unpacked_mib = 4096
# most_ratio = 200
# most_depth = 4

# Where each destruction is written down. Keep it where no backup overwrites it: what a restored backup brings back is destroyed again.
# purge_journal = "/var/lib/twofold/A001-purged.log"

# A directory (LDAP) that keeps the passwords of people who have none here. {{}} stands for the person's name.
# directory_uri = "ldaps://directory.example"
# directory_name = "uid={{}},ou=people,dc=club,dc=cn"
# directory_start_tls = false

# Whether TWOFOLD_TODAY may tell this archive that today is another day, to try what later years bring. Waiting times mean
# nothing then: never true where real files are kept.
rehearsal = {}
)",
                     quoted(fonds), quoted(fonds_name), rehearsal);
}

Config load_config(const std::filesystem::path& file) {
  try {
    const toml::table root = toml::parse(read_file(file), file.string());
    return ConfigReader(root, file.string()).read();
  } catch (const toml::parse_error& error) {
    throw Error(ErrorKind::Invalid,
                msg("config.invalid", fmt::format("\n{}:{}: {}", file.string(), error.source().begin.line, error.description())));
  }
}

}  // namespace twofold::archive
