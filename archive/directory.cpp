#include "archive/directory.h"

#include "base/error.h"
#include "base/text.h"

#include <ldap.h>
#include <memory>

namespace twofold::archive {
namespace {

constexpr long kSeconds = 10;

struct Unbind {
  void operator()(LDAP* connection) const { ldap_unbind_ext_s(connection, nullptr, nullptr); }
};
using Connection = std::unique_ptr<LDAP, Unbind>;

void require(int code, const DirectorySettings& settings) {
  if (code != LDAP_SUCCESS) throw Error(ErrorKind::Io, msg("directory.unreachable", settings.uri, ldap_err2string(code)));
}

Connection connect(const DirectorySettings& settings) {
  LDAP* opened = nullptr;
  require(ldap_initialize(&opened, settings.uri.c_str()), settings);
  Connection connection(opened);
  const int version = LDAP_VERSION3;
  const timeval patience{kSeconds, 0};
  ldap_set_option(connection.get(), LDAP_OPT_PROTOCOL_VERSION, &version);
  ldap_set_option(connection.get(), LDAP_OPT_NETWORK_TIMEOUT, &patience);
  ldap_set_option(connection.get(), LDAP_OPT_TIMEOUT, &patience);
  ldap_set_option(connection.get(), LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
  if (settings.start_tls) require(ldap_start_tls_s(connection.get(), nullptr, nullptr), settings);
  return connection;
}

// As a value of a distinguished name (RFC 4514): no character of it can end the value or begin another.
std::string escaped_dn(std::string_view name) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    if (plain) out += c;
    else out += {'\\', kDigits[byte >> 4U], kDigits[byte & 15U]};
  }
  return out;
}

}  // namespace

bool directory_accepts(const DirectorySettings& settings, std::string_view name, std::string_view password) {
  if (password.empty() || password.find('\0') != std::string_view::npos) return false;
  const auto connection = connect(settings);
  const std::string whom = replace_all(settings.name, "{}", escaped_dn(name));
  std::string secret(password);
  berval credentials{secret.size(), secret.data()};
  const int code = ldap_sasl_bind_s(connection.get(), whom.c_str(), LDAP_SASL_SIMPLE, &credentials, nullptr, nullptr, nullptr);
  switch (code) {
    case LDAP_SUCCESS: return true;
    case LDAP_INVALID_CREDENTIALS:
    case LDAP_NO_SUCH_OBJECT:
    case LDAP_INVALID_DN_SYNTAX:
    case LDAP_INAPPROPRIATE_AUTH:
    case LDAP_UNWILLING_TO_PERFORM: return false;
    default: require(code, settings);
  }
  return false;
}

}  // namespace twofold::archive
