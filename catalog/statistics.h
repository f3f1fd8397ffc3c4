#pragma once
// How much there is and what happened to it (R47), by year, category, manager or customer class; and whether the statistics agree with
// the registers, and both with the audit trail, which was written at another time by other code.

#include "catalog/customer_records.h"
#include "catalog/registers.h"

namespace twofold::catalog {

enum class StatisticsBy { Year, Category, Manager, CustomerClass };
std::optional<StatisticsBy> try_parse_statistics_by(std::string_view text);  // "year", "category", "manager", "class"

// Of volumes. What happened counts in the year in which it happened, as in the registers, and for the volume's category and manager.
struct VolumeCounts {
  std::int64_t volumes = 0;      // that are kept: neither transferred nor destroyed
  std::int64_t loans = 0;        // handed out
  std::int64_t destroyed = 0;    // entries of the disposition register: volumes, and items removed and destroyed before their time
  std::int64_t transferred = 0;
};
struct StatisticsRow {
  std::string key;
  std::int64_t items = 0, pages = 0, paper = 0;   // that are kept
  std::optional<VolumeCounts> of_volumes;         // nothing by class: volumes hold customers of many
};
std::vector<StatisticsRow> statistics(const Database& database, StatisticsBy by, const ClassDay& classes);

// One register in one year, as three sources count it.
struct Reconciliation {
  Register which = Register::Transfers;
  int year = 0;
  std::int64_t registered = 0, in_trail = 0;
  std::optional<std::int64_t> in_statistics;      // returns are not in them
  bool agrees() const { return registered == in_trail && in_statistics.value_or(registered) == registered; }
};
// Of every register and year that any of the three knows of.
std::vector<Reconciliation> reconcile_registers(const Database& database);

}  // namespace twofold::catalog
