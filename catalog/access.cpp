#include "catalog/access.h"

#include "base/error.h"

#include <algorithm>
#include <array>

namespace twofold::catalog {
namespace {

using enum Role;

constexpr std::array<std::string_view, kRoles> kRoleNames = {
    "employee", "account_manager", "department_manager", "sales_manager", "general_manager",
    "archivist", "leader", "auditor", "administrator"};

constexpr Roles kAll = {Employee, AccountManager, DepartmentManager, SalesManager, GeneralManager,
                        Archivist, Leader, Auditor, Administrator};
constexpr Roles kReaders = {SalesManager, GeneralManager};                      // R12
constexpr Roles kManagers = {AccountManager, DepartmentManager};                // R31
constexpr Roles kSuperiors = {DepartmentManager, SalesManager, GeneralManager, Leader};
constexpr Roles kOwner = {AccountManager};
constexpr Roles kNobody = {};

// The table, in the order of the actions.
constexpr std::array<AccessRule, kActions> kRules = {{
    {Action::Read, kReaders, kOwner, true, kManagers, false},
    {Action::Describe, kReaders | Roles{Archivist, Auditor}, kOwner, true, kManagers, false},
    {Action::Print, kReaders, kOwner, true, kManagers, false},
    {Action::Export, kReaders, kOwner, true, kManagers, false},
    {Action::PrintForms, kReaders | Roles{Archivist}, kNobody, false, kNobody, false},
    {Action::Submit, kAll, kNobody, false, kNobody, true},
    {Action::Proofread, kNobody, kOwner, false, kNobody, true},
    {Action::SignAsCustomer, {Archivist}, kOwner, false, kNobody, true},
    {Action::SignAsHandler, {Employee, DepartmentManager, SalesManager, GeneralManager}, kOwner, false, kNobody, true},
    {Action::SignAsLeader, kSuperiors, kNobody, false, kNobody, true},
    {Action::File, {Archivist}, kNobody, false, kNobody, true},
    {Action::RequestChange, {Archivist, SalesManager, GeneralManager}, kOwner, false, kNobody, true},
    {Action::ConsentToChange, {SalesManager}, kNobody, false, kNobody, true},
    {Action::RestoreRemoved, {SalesManager, Archivist}, kOwner, false, kNobody, true},
    {Action::ConfirmRemoval, {SalesManager}, kNobody, false, kNobody, true},
    {Action::Promote, {Archivist, SalesManager, GeneralManager}, kOwner, false, kNobody, true},
    {Action::RequestAccess, kAll, kNobody, false, kNobody, true},
    {Action::GrantAccess, kReaders, kNobody, false, kNobody, true},
    {Action::Place, {Archivist}, kNobody, false, kNobody, true},
    {Action::CloseYear, {Archivist, GeneralManager}, kNobody, false, kNobody, true},
    {Action::CheckClosing, kSuperiors | Roles{Archivist, Auditor}, kNobody, false, kNobody, true},
    {Action::RequestLoan, kAll, kNobody, false, kNobody, true},
    {Action::ApproveLoan, kReaders, kOwner, false, kNobody, true},
    {Action::HandOut, {Archivist}, kNobody, false, kNobody, true},
    {Action::PlaceHold, kSuperiors | Roles{Archivist, Auditor}, kOwner, false, kNobody, true},
    {Action::LiftHold, kReaders, kNobody, false, kNobody, true},
    {Action::RecordSettlement, kReaders | Roles{Archivist}, kOwner, false, kNobody, true},
    {Action::Appraise, {Archivist, Leader, SalesManager, GeneralManager}, kNobody, false, kNobody, true},
    {Action::ApproveDisposition, {GeneralManager}, kNobody, false, kNobody, true},
    {Action::ExecuteDisposition, {Archivist}, kNobody, false, kNobody, true},
    {Action::Witness, kAll, kNobody, false, kNobody, true},
    {Action::Transfer, {Archivist, Leader, GeneralManager}, kNobody, false, kNobody, true},
    {Action::KeepCustomers, kReaders | Roles{Archivist}, kOwner, false, kNobody, true},
    {Action::HoldMeeting, kSuperiors, kNobody, false, kNobody, true},
    {Action::Inspect, {Archivist, Auditor}, kNobody, false, kNobody, true},
    {Action::Rectify, kSuperiors | Roles{Archivist, Auditor}, kOwner, false, kNobody, true},
    {Action::SeeRegisters, kSuperiors | Roles{Archivist, Auditor}, kNobody, false, kNobody, false},
    {Action::SeeAudit, {Auditor, GeneralManager, Administrator}, kNobody, false, kNobody, false},
    {Action::ExportAudit, {Auditor, GeneralManager}, kNobody, false, kNobody, false},
    {Action::ManagePeople, {Administrator}, kNobody, false, kNobody, true},
    {Action::Maintain, {Archivist, Administrator}, kNobody, false, kNobody, true},
    {Action::KeepOwnThings, kAll, kNobody, false, kNobody, true},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kRules.size(); ++i)
    if (static_cast<std::size_t>(kRules[i].action) != i) return false;
  return true;
}
static_assert(in_order(), "every action has its row, in the order of the enumeration");

constexpr std::array<std::string_view, kActions> kActionNames = {
    "read", "describe", "print", "export", "print_forms", "submit", "proofread", "sign_as_customer", "sign_as_handler",
    "sign_as_leader", "file", "request_change", "consent_to_change", "restore_removed", "confirm_removal", "promote",
    "request_access", "grant_access", "place", "close_year", "check_closing", "request_loan", "approve_loan", "hand_out", "place_hold",
    "lift_hold", "record_settlement", "appraise", "approve_disposition", "execute_disposition", "witness", "transfer",
    "keep_customers", "hold_meeting", "inspect", "rectify", "see_registers", "see_audit", "export_audit", "manage_people",
    "maintain", "keep_own_things"};
static_assert(!kActionNames.back().empty(), "every action has its name");

Roles anywhere(const AccessRule& rule, AccessPolicy policy) {
  return policy == AccessPolicy::AnyCustomer ? rule.anywhere | rule.any_customer : rule.anywhere;
}

constexpr std::array<std::string_view, 3> kScopeNames = {"everything", "read", "ingest"};

bool barred(const Actor& actor, const AccessRule& rule) {
  switch (actor.scope) {
    case TokenScope::Everything: return false;
    case TokenScope::Read: return rule.changes;
    case TokenScope::Ingest: break;
  }
  return rule.action != Action::Submit;
}

bool keeps(const Actor& actor, const RecordAccess& record) {
  return actor.manager_id != 0 && (record.chapter_keeper == actor.manager_id || record.customer_keeper == actor.manager_id);
}

bool among(const std::vector<std::int64_t>& ids, std::int64_t id) { return id != 0 && std::ranges::binary_search(ids, id); }

bool granted(const Actor& actor, const RecordAccess& record) {
  return actor.everything_granted || among(actor.granted_customers, record.customer_id) ||
         among(actor.granted_volumes, record.volume_id) || among(actor.granted_items, record.item_id);
}

bool has_grant(const Actor& actor) {
  return actor.everything_granted || !actor.granted_customers.empty() || !actor.granted_volumes.empty() ||
         !actor.granted_items.empty();
}

}  // namespace

std::string_view text(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

std::optional<Role> try_parse_role(std::string_view text) {
  const auto found = std::ranges::find(kRoleNames, text);
  if (found == kRoleNames.end()) return std::nullopt;
  return static_cast<Role>(found - kRoleNames.begin());
}

std::string_view text(TokenScope scope) { return kScopeNames[static_cast<std::size_t>(scope)]; }

std::optional<TokenScope> try_parse_token_scope(std::string_view text) {
  const auto found = std::ranges::find(kScopeNames, text);
  if (found == kScopeNames.end()) return std::nullopt;
  return static_cast<TokenScope>(found - kScopeNames.begin());
}

std::string Roles::text() const {
  std::string list;
  for (std::size_t i = 0; i < kRoles; ++i)
    if (holds(static_cast<Role>(i))) list += (list.empty() ? "" : " ") + std::string(kRoleNames[i]);
  return list;
}

std::string_view text(Action action) { return kActionNames[static_cast<std::size_t>(action)]; }

const AccessRule& rule_of(Action action) { return kRules[static_cast<std::size_t>(action)]; }

AccessPolicy access_policy(std::string_view profile_access) {
  if (profile_access == "own_customers") return AccessPolicy::OwnCustomers;
  if (profile_access == "any_customer") return AccessPolicy::AnyCustomer;
  throw Error(ErrorKind::Invalid, msg("access.unknown_policy", profile_access));
}

Actor Actor::alone_in_archive(std::string name) {
  Actor actor;
  actor.name = std::move(name);
  actor.alone = true;
  return actor;
}

bool may(const Actor& actor, Action action, const RecordAccess& record, AccessPolicy policy) {
  if (actor.alone) return true;
  const AccessRule& rule = rule_of(action);
  if (barred(actor, rule)) return false;
  if (!(actor.roles & anywhere(rule, policy)).empty()) return true;
  if (!(actor.roles & rule.own).empty() && keeps(actor, record)) return true;
  return rule.by_grant && granted(actor, record);
}

bool may_somewhere(const Actor& actor, Action action, AccessPolicy policy) {
  if (may_everywhere(actor, action, policy)) return true;
  const AccessRule& rule = rule_of(action);
  if (barred(actor, rule)) return false;
  return (!(actor.roles & rule.own).empty() && actor.manager_id != 0) || (rule.by_grant && has_grant(actor));
}

bool may_everywhere(const Actor& actor, Action action, AccessPolicy policy) {
  if (actor.alone) return true;
  const AccessRule& rule = rule_of(action);
  if (barred(actor, rule)) return false;
  return !(actor.roles & anywhere(rule, policy)).empty() || (rule.by_grant && actor.everything_granted);
}

}  // namespace twofold::catalog
