#pragma once
// How much there is and what happened to it (R47), by year, category, manager or customer class; and whether the registers agree with
// the audit trail, which was written at another time by other code.

#include "catalog/registers.h"

namespace twofold::catalog {

enum class StatisticsBy { Year, Category, Manager, CustomerClass };
std::optional<StatisticsBy> try_parse_statistics_by(std::string_view text);  // "year", "category", "manager", "class"

struct StatisticsRow {
  std::string key;
  std::int64_t items = 0, pages = 0, paper = 0, volumes = 0, loans = 0, destroyed = 0, transferred = 0;
};
// Items and pages that are there; volumes of every state; loans ever made; volumes destroyed and transferred. Of a customer class
// items, pages and paper alone: volumes hold customers of many classes.
std::vector<StatisticsRow> statistics(const Database& database, StatisticsBy by);

struct Reconciliation {
  std::string what;        // "loans", "returns", "transfers", "disposition"
  std::int64_t registered = 0, in_trail = 0;
};
std::vector<Reconciliation> reconcile_registers(const Database& database);

}  // namespace twofold::catalog
