#include "archive/archive.h"

#include "archive/config.h"
#include "archive/recovery.h"
#include "archive/signing_key.h"
#include "base/error.h"
#include "catalog/events.h"

#include <fstream>

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

// A shipped profile by its key, or the file of an organisation's own.
std::string profile_text(const std::string& key_or_file) {
  if (fs::is_regular_file(key_or_file)) {
    catalog::load_profile(key_or_file);
    return read_file(key_or_file);
  }
  return catalog::shipped_profile_text(key_or_file);
}

fs::path require_archive(const fs::path& root) {
  const Layout layout{root};
  if (!fs::exists(layout.config()) || !fs::exists(layout.catalogue()))
    throw Error(ErrorKind::NotFound, msg("archive.none", fs::absolute(root).lexically_normal().string()));
  return fs::absolute(root).lexically_normal();
}

// Written in place: the lock is on this very file.
void say_in_lock(const Layout& layout, const std::string& text) {
  std::ofstream(layout.lock(), std::ios::binary | std::ios::trunc) << text;
}

std::optional<FileLock> lock_for(const Layout& layout, OpenOptions::Access access) {
  if (access == OpenOptions::Access::Read) return std::nullopt;
  auto lock = FileLock::try_lock(layout.lock());
  if (!lock) {
    const std::string address = read_file(layout.lock());
    if (address.empty()) throw Error(ErrorKind::Conflict, msg("archive.busy", layout.root.string()));
    throw Error(ErrorKind::Conflict, msg("archive.served", layout.root.string(), address));
  }
  say_in_lock(layout, "");
  return lock;
}

}  // namespace

void Archive::init(const fs::path& root, const std::string& fonds, const std::string& fonds_name,
                   const std::string& profile_key, const std::string& actor, const Clock& clock, bool rehearsal) {
  const auto code = catalog::FondsCode::parse(fonds);
  const std::string profile = profile_text(profile_key);
  if (fs::exists(root) && (!fs::is_directory(root) || !fs::is_empty(root)))
    throw Error(ErrorKind::Refused, msg("archive.not_empty", root.string()));
  const Layout layout{fs::absolute(root).lexically_normal()};
  for (const auto& folder : {layout.root, layout.store(), layout.inbox(), layout.quarantine(), layout.tmp(), layout.keys()})
    create_folders_durably(folder);
  ensure_signing_key(layout.keys());
  write_durably(layout.profile(), profile);
  const auto loaded = catalog::load_profile(layout.profile());
  {
    catalog::Database database(layout.catalogue(), catalog::Database::Mode::ReadWrite);
    catalog::Transaction transaction(database, actor, clock);
    transaction.set_meta("fonds", code.text());
    transaction.set_meta("profile", loaded.key);
    catalog::record_event(transaction, "archive.created", code.text(), {{"profile", loaded.key}, {"name", fonds_name}});
    transaction.commit();
  }
  // Last, because a folder without its settings is no archive yet and may be made again.
  write_durably(layout.config(), config_text(code.text(), fonds_name, rehearsal));
}

Archive::Archive(const fs::path& root, OpenOptions options)
    : layout_{require_archive(root)},
      options_(std::move(options)),
      own_clock_(options_.clock ? nullptr : std::make_unique<SystemClock>()),
      clock_(options_.clock ? options_.clock : own_clock_.get()),
      config_(load_config(layout_.config())),
      fonds_(catalog::FondsCode::parse(config_.fonds)),
      profile_(catalog::load_profile(layout_.profile())),
      lock_(lock_for(layout_, options_.access)),
      store_(layout_.store(), layout_.tmp()),
      database_(std::make_unique<catalog::Database>(layout_.catalogue(), options_.access == OpenOptions::Access::Write
                                                                             ? catalog::Database::Mode::ReadWrite
                                                                             : catalog::Database::Mode::ReadOnly)) {
  if (options_.access == OpenOptions::Access::Write) findings_ = recover(*this);
}

Archive::~Archive() = default;

void Archive::announce(const std::string& address) const { say_in_lock(layout_, address); }

void Archive::act_as(std::string actor, catalog::Origin origin) {
  options_.actor = std::move(actor);
  database_->set_origin(std::move(origin));
}

scanner::ReaderOptions Archive::reader_options() const {
  scanner::ReaderOptions options;
  options.worker = options_.worker;
  options.workers = config_.workers;
  options.limits = config_.limits;
  options.cache = layout_.cache();
  return options;
}

}  // namespace twofold::archive
