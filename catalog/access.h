#pragma once
// Who may do what (R9–R18, R31, R42, domain page §5): one decision, made from one table. Every command and every route asks
// here; a decision looks at nothing but its three arguments and takes well under a microsecond.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::catalog {

enum class Role {
  Employee,
  AccountManager,
  DepartmentManager,
  SalesManager,
  GeneralManager,
  Archivist,
  Leader,
  Auditor,
  Administrator,
};
inline constexpr std::size_t kRoles = 9;
std::string_view text(Role role);  // "account_manager"; stable
std::optional<Role> try_parse_role(std::string_view text);

// A set of roles.
class Roles {
 public:
  constexpr Roles() = default;
  constexpr Roles(std::initializer_list<Role> roles) {
    for (const Role role : roles) add(role);
  }
  constexpr void add(Role role) { bits_ |= bit(role); }
  constexpr bool holds(Role role) const { return (bits_ & bit(role)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr Roles operator&(Roles other) const { return Roles(bits_ & other.bits_); }
  constexpr Roles operator|(Roles other) const { return Roles(bits_ | other.bits_); }
  constexpr bool operator==(const Roles&) const = default;
  std::string text() const;  // "archivist leader", in the order of the enumeration

 private:
  explicit constexpr Roles(unsigned bits) : bits_(bits) {}
  static constexpr unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }
  unsigned bits_ = 0;
};

// Everything that can be done. An action without a row in the table does not compile.
enum class Action {
  Read,             // text, pictures, snippets, suggestions (R11–R13)
  Describe,         // catalogue data: numbers, titles, places, who has the volume
  Print,            // pages, on paper or as a file
  Export,
  PrintForms,       // covers, catalogues, notes, labels
  Submit,           // R15
  Proofread,        // R9
  SignAsCustomer,   // the customer's signature as evidence, or the waiver (R10)
  SignAsHandler,
  SignAsLeader,
  File,
  RequestChange,    // amendment or removal (R16, R17)
  ConsentToChange,
  RestoreRemoved,   // R18
  ConfirmRemoval,
  Promote,          // R21
  RequestAccess,
  GrantAccess,      // R13
  Place,            // shelves and containers
  CloseYear,
  CheckClosing,     // the second signature on a closing note
  RequestLoan,
  ApproveLoan,
  HandOut,          // give out, renew, take back, inspect
  PlaceHold,
  LiftHold,
  RecordSettlement,
  Appraise,         // draw a disposition list
  ApproveDisposition,
  ExecuteDisposition,
  Witness,
  Transfer,
  KeepCustomers,    // fields, classes, spending, visits, calls
  HoldMeeting,      // R19
  Inspect,          // R44, R45
  Rectify,          // R33, R48
  SeeRegisters,     // R42, R47
  SeeAudit,         // R14
  ExportAudit,      // whole, with what every event was about
  ManagePeople,
  Maintain,         // index, links, status
  KeepOwnThings,    // saved searches, one's own password and tokens
};
inline constexpr std::size_t kActions = static_cast<std::size_t>(Action::KeepOwnThings) + 1;
std::string_view text(Action action);  // "confirm_removal"; stable

struct AccessRule {
  Action action;
  Roles anywhere;         // on every record
  Roles own;              // on the records of the customers and chapters one keeps (R11)
  bool by_grant = false;  // on what an access grant names (R13)
  Roles any_customer;     // as well on every record where the profile lets managers browse any customer (R31)
  bool changes = true;    // a token for reading does not do it
};
const AccessRule& rule_of(Action action);

enum class AccessPolicy { OwnCustomers, AnyCustomer };
AccessPolicy access_policy(std::string_view profile_access);  // "own_customers", "any_customer"

// What a token opens of what its person may.
enum class TokenScope { Everything, Read, Ingest };
std::string_view text(TokenScope scope);  // "everything", "read": what changes nothing, "ingest": handing in alone
std::optional<TokenScope> try_parse_token_scope(std::string_view text);

// Who acts, with what counts for the decision; read afresh for each request, so that a revocation works on the next one.
struct Actor {
  std::string name;
  Roles roles;
  std::int64_t person_id = 0;
  std::int64_t manager_id = 0;                                            // 0: keeps no customers
  bool everything_granted = false;
  std::vector<std::int64_t> granted_customers, granted_volumes, granted_items;  // ascending; live grants alone
  TokenScope scope = TokenScope::Everything;                              // of the token they came with
  bool alone = false;                                                     // no people are entered: the archive is one person's

  static Actor alone_in_archive(std::string name);
};

// What a decision needs to know of a record; 0 where there is none.
struct RecordAccess {
  std::int64_t item_id = 0, volume_id = 0, customer_id = 0;
  std::int64_t chapter_keeper = 0, customer_keeper = 0;   // managers' ids
};

bool may(const Actor& actor, Action action, const RecordAccess& record, AccessPolicy policy);
// Whether there can be a record on which he may: what a command asks before it looks at any.
bool may_somewhere(const Actor& actor, Action action, AccessPolicy policy);
// Whether he may on every record, so that lists need no filter.
bool may_everywhere(const Actor& actor, Action action, AccessPolicy policy);

}  // namespace twofold::catalog
