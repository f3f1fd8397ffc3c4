#include "archive/authority.h"

#include "archive/config.h"
#include "base/error.h"
#include "catalog/sign_in_lock.h"

namespace twofold::archive {

using catalog::Action;

Authority::Authority(std::filesystem::path root, const Clock& clock, Credentials credentials, Logbook* logbook)
    : layout_{std::move(root)},
      clock_(clock),
      credentials_(std::move(credentials)),
      logbook_(logbook),
      actor_(catalog::Actor::alone_in_archive(credentials_.claimed.empty() ? credentials_.system_user : credentials_.claimed)) {}

void Authority::identify() {
  if (!std::filesystem::exists(layout_.catalogue())) return;
  const catalog::Database database(layout_.catalogue(), catalog::Database::Mode::ReadOnly);
  if (catalog::has_people(database)) identify(database, catalog::load_profile(layout_.profile()));
}

void Authority::identify(const catalog::Database& database, const catalog::Profile& profile) {
  if (!catalog::has_people(database)) return;
  const auto found = credentials_.token.empty()
                         ? catalog::actor_of_system_user(database, credentials_.system_user, clock_.today())
                         : catalog::actor_of_token(database, credentials_.token, clock_.now(), clock_.today());
  if (!found && !credentials_.token.empty()) throw Error(ErrorKind::Refused, msg("access.token_ended"));
  if (!found) throw Error(ErrorKind::Refused, msg("access.unknown_person", credentials_.system_user));
  actor_ = *found;
  policy_ = catalog::access_policy(profile.access);
  if (credentials_.claimed.empty() || credentials_.claimed == found->name) return;
  const Message why = msg("access.not_you", credentials_.claimed, found->name);
  note_refusal(credentials_.claimed, why);
  throw Error(ErrorKind::Refused, why);
}

void Authority::act_for(const catalog::Database& database, const catalog::Profile& profile, const std::string& person) {
  const auto found = catalog::actor_named(database, person, clock_.today());
  if (!found) throw Error(ErrorKind::Refused, msg("access.unknown_person", person));
  actor_ = *found;
  policy_ = catalog::access_policy(profile.access);
}

std::optional<catalog::Session> Authority::sign_in(const std::string& name, const std::string& password, bool reading_only) const {
  if (!std::filesystem::exists(layout_.catalogue())) throw Error(ErrorKind::NotFound, msg("archive.none", layout_.root.string()));
  catalog::Database database(layout_.catalogue(), catalog::Database::Mode::ReadWrite);
  database.set_origin(origin());
  return sign_in(database, name, prove(known(database, name), name, password), reading_only);
}

Authority::Known Authority::known(const catalog::Database& database, const std::string& name) const {
  return {catalog::sign_in_lock(database, name, clock_.now()).has_value(),
          catalog::is_known_elsewhere(database, name, clock_.now()), catalog::kept_password(database, name)};
}

Authority::Proof Authority::prove(const Known& known, const std::string& name, const std::string& password) const {
  // Whoever is locked out is told so in the last step, and costs nothing in this one.
  if (known.locked) return {};
  Proof proof{catalog::check_password(known.password, password), {}};
  const auto directory = load_config(layout_.config()).directory;
  if (!directory.uri.empty() && known.elsewhere) proof.vouched = directory_accepts(directory, name, password);
  return proof;
}

std::optional<catalog::Session> Authority::sign_in(catalog::Database& database, const std::string& name, const Proof& proof,
                                                   bool reading_only) const {
  if (const auto lock = catalog::sign_in_lock(database, name, clock_.now())) {
    catalog::Transaction transaction(database, name, clock_);
    catalog::record_event(transaction, "person.sign_in_locked", name);
    transaction.commit();
    throw Error(ErrorKind::Refused, *lock);
  }
  catalog::Transaction transaction(database, name, clock_);
  const auto session = catalog::sign_in(transaction, name, proof.check, reading_only, proof.vouched);
  transaction.commit();
  return session;
}

void Authority::require(Action action) {
  if (!somewhere(action)) refuse(action);
}

void Authority::require(Action action, const catalog::RecordAccess& record, std::string_view number) {
  require(action, record, msg("lookup.nothing", number));
}

void Authority::require(Action action, const catalog::RecordAccess& record, const Message& absent) {
  if (allows(action, record)) return;
  if (allows(Action::Describe, record)) refuse(action);
  note("access.refused", absent.args.empty() ? "" : absent.args.front(), {{"action", std::string(catalog::text(action))}});
  throw Error(ErrorKind::NotFound, absent);
}

bool Authority::everywhere(Action action) const { return catalog::may_everywhere(actor_, action, policy_); }

catalog::CustomerScope Authority::customers() const {
  if (everywhere(Action::Describe)) return {};
  const bool keeps = actor_.roles.holds(catalog::Role::AccountManager);
  return {false, keeps ? actor_.manager_id : 0, actor_.granted_customers};
}

std::optional<indexer::Rights> Authority::rights(const catalog::Database& database) const {
  if (everywhere(Action::Read)) return std::nullopt;
  auto readable = catalog::readable_by(database, actor_);
  return indexer::Rights{std::move(readable.chapters), std::move(readable.customers), std::move(readable.items)};
}

void Authority::note(std::string_view event, std::string_view subject, const catalog::Details& details) {
  if (actor_.alone) return;
  if (logbook_) return logbook_->write({actor_.name, origin(), std::string(event), std::string(subject), details});
  // Beside the archive's one writer: a reading is logged also while a long ingest is under way.
  catalog::Database database(layout_.catalogue(), catalog::Database::Mode::ReadWrite);
  database.set_origin(origin());
  catalog::Transaction transaction(database, actor_.name, clock_);
  catalog::record_event(transaction, event, subject, details);
  transaction.commit();
}

void Authority::note_refusal(std::string_view subject, const Message& why) { note("access.refused", subject, {{"rule", why.key}}); }

void Authority::refuse(Action action) {
  note("access.refused", "", {{"action", std::string(catalog::text(action))}});
  throw Error(ErrorKind::Refused, msg("access.refused", actor_.name, "\x1f" "action." + std::string(catalog::text(action))));
}

}  // namespace twofold::archive
