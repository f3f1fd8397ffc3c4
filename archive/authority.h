#pragma once
// Who acts in an archive, what they may do there (catalog/access.h decides), and the log of what they read and were refused (R14).
// Every face goes through here. What somebody may not know of looks exactly as if it were not there.

#include "archive/archive.h"
#include "archive/logbook.h"
#include "catalog/customer_lists.h"
#include "catalog/events.h"
#include "catalog/grants.h"
#include "catalog/people.h"
#include "indexer/answer.h"

namespace twofold::archive {

// How somebody says who they are. Where people are entered a name alone counts for nothing.
struct Credentials {
  std::string claimed;       // a name; may be empty
  std::string system_user;   // as the operating system vouches for it
  std::string token;         // of a session; may be empty
  std::string address;       // where the request comes from
  std::string request;       // what it is called
};

class Authority {
 public:
  // Without a logbook a reading is written beside the archive's one writer, which may be another process.
  Authority(std::filesystem::path root, const Clock& clock, Credentials credentials, Logbook* logbook = nullptr);
  // Reads people and grants, once for each request. Where there is no archive, or nobody is entered, whoever acts is alone and may do
  // everything. Throws Error{Refused, "access.unknown_person" | "access.token_ended" | "access.not_you"}.
  void identify();
  void identify(const catalog::Database& database, const catalog::Profile& profile);
  // On behalf of somebody who asked earlier, for work that goes on without them; they must still be active.
  void act_for(const catalog::Database& database, const catalog::Profile& profile, const std::string& person);
  const catalog::Actor& actor() const { return actor_; }
  // For the events of whatever this request does.
  catalog::Origin origin() const { return {actor_.roles.text(), credentials_.address, credentials_.request}; }
  const std::string& system_user() const { return credentials_.system_user; }
  // By password; see catalog/people.h. Before anybody has been identified, and beside the archive's one writer.
  std::optional<catalog::Session> sign_in(const std::string& name, const std::string& password, bool reading_only) const;
  // The same in three steps, so that nobody waits for what takes long: what is known of the name, from any connection with this
  // request's origin; the proof, without any; the session, through the archive's own.
  struct Known {
    bool locked = false, elsewhere = false;
    std::string password;          // as it is kept
  };
  struct Proof {
    catalog::PasswordCheck check;
    std::optional<bool> vouched;   // by the directory
  };
  Known known(const catalog::Database& database, const std::string& name) const;
  Proof prove(const Known& known, const std::string& name, const std::string& password) const;
  std::optional<catalog::Session> sign_in(catalog::Database& database, const std::string& name, const Proof& proof,
                                          bool reading_only) const;

  // Somewhere at all; Error{Refused, "access.refused"}, and an event.
  void require(catalog::Action action);
  bool allows(catalog::Action action, const catalog::RecordAccess& record) const { return allows(actor_, action, record); }
  // For another person, named on paper.
  bool allows(const catalog::Actor& other, catalog::Action action, const catalog::RecordAccess& record) const {
    return catalog::may(other, action, record, policy_);
  }
  // On this record, which the person called `number`. Error{NotFound, "lookup.nothing"} where it is not theirs to know of.
  void require(catalog::Action action, const catalog::RecordAccess& record, std::string_view number);
  // The same where absence has words of its own: `absent` says what whoever named something that is not there is told.
  void require(catalog::Action action, const catalog::RecordAccess& record, const Message& absent);
  // Whether there can be a record on which they may.
  bool somewhere(catalog::Action action) const { return catalog::may_somewhere(actor_, action, policy_); }
  // Whether they may on every record, so that a list needs no filter.
  bool everywhere(catalog::Action action) const;
  // Whose customers they may know of.
  catalog::CustomerScope customers() const;
  // What a search may find; nothing: everything.
  std::optional<indexer::Rights> rights(const catalog::Database& database) const;
  // A reading, printing or export of theirs, in the audit trail before they see it. Not of one who is alone.
  void note(std::string_view event, std::string_view subject, const catalog::Details& details = {});
  // That they were refused something because of who they are, by the rule that `why` names.
  void note_refusal(std::string_view subject, const Message& why);

 private:
  [[noreturn]] void refuse(catalog::Action action);

  Layout layout_;
  const Clock& clock_;
  Credentials credentials_;
  Logbook* logbook_;
  catalog::Actor actor_;
  catalog::AccessPolicy policy_ = catalog::AccessPolicy::OwnCustomers;
};

}  // namespace twofold::archive
