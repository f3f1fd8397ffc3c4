// Who may do what, read off the domain page (R9–R18, R42, §5) once more: by role, on what is one's own, by a grant.

#include "tests/model/oracle.h"

#include <algorithm>
#include <stdexcept>

namespace twofold::model {
namespace {

using Names = std::set<std::string>;

struct Right {
  Names roles;            // on every record
  bool own = false;       // an account manager on their own customers and chapters (R11)
  bool granted = false;   // R13
};

const Names kEverybody = {"employee", "account_manager", "department_manager", "sales_manager", "general_manager",
                          "archivist", "leader", "auditor", "administrator"};
const Names kReaders = {"sales_manager", "general_manager"};
const Names kSuperiors = {"department_manager", "sales_manager", "general_manager", "leader"};
const Names kOverseers = {"department_manager", "sales_manager", "general_manager", "leader", "archivist", "auditor"};
const Names kKeepers = {"sales_manager", "general_manager", "archivist"};
const Names kKnowers = {"sales_manager", "general_manager", "archivist", "auditor"};
const Names kArchivist = {"archivist"}, kSales = {"sales_manager"}, kGeneral = {"general_manager"}, kNobody = {};

const std::map<std::string, Right, std::less<>>& rights() {
  static const std::map<std::string, Right, std::less<>> kRights = {
      {"read", {kReaders, true, true}},
      {"describe", {kKnowers, true, true}},
      {"print", {kReaders, true, true}},
      {"export", {kReaders, true, true}},
      {"print_forms", {kKeepers}},
      {"submit", {kEverybody}},
      {"proofread", {kNobody, true}},
      {"sign_as_customer", {kArchivist, true}},
      {"sign_as_handler", {{"employee", "department_manager", "sales_manager", "general_manager"}, true}},
      {"sign_as_leader", {kSuperiors}},
      {"file", {kArchivist}},
      {"request_change", {kKeepers, true}},
      {"consent_to_change", {kSales}},
      {"restore_removed", {{"sales_manager", "archivist"}, true}},
      {"confirm_removal", {kSales}},
      {"promote", {kKeepers, true}},
      {"request_access", {kEverybody}},
      {"grant_access", {kReaders}},
      {"place", {kArchivist}},
      {"close_year", {{"archivist", "general_manager"}}},
      {"check_closing", {kOverseers}},
      {"request_loan", {kEverybody}},
      {"approve_loan", {kReaders, true}},
      {"hand_out", {kArchivist}},
      {"place_hold", {kOverseers, true}},
      {"lift_hold", {kReaders}},
      {"record_settlement", {kKeepers, true}},
      {"appraise", {{"archivist", "leader", "sales_manager", "general_manager"}}},
      {"approve_disposition", {kGeneral}},
      {"execute_disposition", {kArchivist}},
      {"witness", {kEverybody}},
      {"transfer", {{"archivist", "leader", "general_manager"}}},
      {"keep_customers", {kKeepers, true}},
      {"hold_meeting", {kSuperiors}},
      {"inspect", {{"archivist", "auditor"}}},
      {"rectify", {kOverseers, true}},
      {"see_registers", {kOverseers}},
      {"see_audit", {{"auditor", "general_manager", "administrator"}}},
      {"export_audit", {{"auditor", "general_manager"}}},
      {"manage_people", {{"administrator"}}},
      {"maintain", {{"archivist", "administrator"}}},
      {"keep_own_things", {kEverybody}},
  };
  return kRights;
}

}  // namespace

int Oracle::customer_of(const Subject& on) const {
  if (on.item == 0) return on.customer;
  const auto daily = dailies.find(on.item);
  return daily == dailies.end() ? items.at(on.item).customer : daily->second.customer;
}

int Oracle::volume_of(const Subject& on) const {
  return on.item == 0 || dailies.contains(on.item) ? on.volume : items.at(on.item).volume;
}

bool Oracle::keeps(const std::string& person, const Subject& on) const {
  const int customer = customer_of(on), volume = volume_of(on);
  return (customer != 0 && customer_keepers.at(customer) == person) ||
         (volume != 0 && chapter_keepers.at(volumes.at(volume).chapter) == person);
}

bool Oracle::granted(const std::string& person, const Subject& on, const Date& today) const {
  const int customer = customer_of(on), volume = volume_of(on);
  return std::ranges::any_of(grants, [&](const auto& entry) {
    const Grant& grant = entry.second;
    if (grant.person != person || grant.revoked || today > grant.expires) return false;
    switch (grant.scope) {
      case 'e': return true;
      case 'c': return grant.target == customer;
      case 'v': return grant.target == volume;
      default: return on.item != 0 && grant.target == on.item;
    }
  });
}

bool Oracle::may(const std::string& person, std::string_view action, const Subject& on, const Date& today) const {
  const auto known = rights().find(action);
  if (known == rights().end()) throw std::logic_error("the oracle knows no right " + std::string(action));
  const Right& right = known->second;
  const std::string& role = roles.at(person);
  if (right.roles.contains(role)) return true;
  if (right.own && role == "account_manager" && keeps(person, on)) return true;
  return right.granted && granted(person, on, today);
}

bool Oracle::reads_everything(const std::string& person, const Date& today) const {
  return may(person, "read", {}, today);
}

}  // namespace twofold::model
