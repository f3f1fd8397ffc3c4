#include "app/server/api/first_run.h"

#include "app/login_name.h"
#include "app/server/api/session.h"
#include "catalog/people.h"

#include <sodium.h>

namespace twofold::app::api {
namespace {

constexpr int kMostWrong = 10;

// Read off one screen and typed into another: no letters that look alike.
std::string fresh_code() {
  constexpr std::string_view kLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  std::string code;
  for (int i = 0; i < 12; ++i) {
    if (i > 0 && i % 4 == 0) code += '-';
    code += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
  }
  return code;
}

}  // namespace

FirstRun::FirstRun(SharedArchive& shared) {
  SharedArchive::Reading reading(shared, shared.take_reader());
  if (!catalog::has_people(reading.archive().database())) code_ = fresh_code();
}

std::string FirstRun::code() const {
  const std::lock_guard lock(mutex_);
  return code_;
}

void FirstRun::require(const std::string& given) {
  const std::lock_guard lock(mutex_);
  const bool right = !code_.empty() && wrong_ < kMostWrong && given.size() == code_.size() &&
                     sodium_memcmp(given.data(), code_.data(), code_.size()) == 0;
  if (right) return;
  ++wrong_;
  throw Error(ErrorKind::Refused, msg("session.bad_code"));
}

void FirstRun::used() {
  const std::lock_guard lock(mutex_);
  code_.clear();
}

http::Response make_administrator(Call& call) {
  const auto body = call.body({"code", "name", "password"});
  const std::string name = text_field(*body, "name", true), password = text_field(*body, "password", true);
  call.rooms.first_run.require(text_field(*body, "code", true));
  const auto hash = catalog::hash_password(password);
  {
    SharedArchive::Writing writing(call.rooms.shared, name, {"", call.caller.address, call.caller.request},
                                   std::chrono::seconds(10));
    auto& archive = writing.archive();
    if (catalog::has_people(archive.database())) throw Error(ErrorKind::Refused, msg("session.bad_code"));
    catalog::Transaction transaction(archive.database(), name, archive.clock());
    catalog::Person person;
    person.name = name;
    person.system_user = login_name();  // so that the server starts again, as on the command line
    person.roles = {catalog::Role::Administrator};
    person = catalog::add_person(transaction, person);
    catalog::set_password(transaction, person.name, hash);
    transaction.commit();
  }
  call.rooms.first_run.used();
  return open_session(call, name, password, false);
}

}  // namespace twofold::app::api
