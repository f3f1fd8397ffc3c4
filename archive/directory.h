#pragma once
// Signing in with a password that a directory (LDAP) keeps. The person must be entered in the archive all the same: the directory
// says who somebody is, the archive what they may do.

#include <string>
#include <string_view>

namespace twofold::archive {

// [directory] of twofold.toml.
struct DirectorySettings {
  std::string uri;           // ldap://host or ldaps://host; empty: no directory
  std::string name;          // the distinguished name, with {} where the person's name goes: uid={},ou=people,dc=club,dc=cn
  bool start_tls = false;
};

// Whether the directory accepts this password. An empty password never is: directories take it for a greeting without a name.
// Throws Error{Io, "directory.unreachable"} where nobody answers within ten seconds, or TLS was asked for and is not had.
bool directory_accepts(const DirectorySettings& settings, std::string_view name, std::string_view password);

}  // namespace twofold::archive
