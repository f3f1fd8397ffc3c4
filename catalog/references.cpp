#include "catalog/references.h"

#include "catalog/sql.h"

namespace twofold::catalog {
namespace {

// Whatever number it had when it was named.
constexpr std::string_view kAnyNumber = "(i.reference_code, i.provisional, i.storage_id) ";
constexpr std::string_view kStillThere = "i.state NOT IN ('struck', 'destroyed') ";

std::string in_fonds_file(std::string_view which) {
  return "SELECT 1 FROM item i JOIN fonds_document d ON d.item_number IN " + std::string(kAnyNumber) + "WHERE " + std::string(which) +
         " = ? AND d.item_number <> '' AND " + std::string(kStillThere) + "LIMIT 1";
}

std::string proved(std::string_view which) {
  return "SELECT s.rectification_id FROM item i JOIN rectification_step s ON s.evidence IN " + std::string(kAnyNumber) +
         "JOIN rectification r ON r.id = s.rectification_id WHERE " + std::string(which) + " = ? AND s.evidence <> '' AND " +
         std::string(kStillThere);
}

}  // namespace

bool is_in_fonds_file(const Database& database, const Item& item) {
  Statement row(database, in_fonds_file("i.id"));
  return row.bind(item.id).step();
}

bool is_in_fonds_file(const Database& database, const Volume& volume) {
  Statement row(database, in_fonds_file("i.volume_id"));
  return row.bind(volume.id).step();
}

std::optional<std::int64_t> rectification_proved_by(const Database& database, const Item& item) {
  Statement row(database, proved("i.id") + "ORDER BY s.rectification_id LIMIT 1");
  return row.bind(item.id).step() ? std::optional(row.integer(0)) : std::nullopt;
}

bool proves_open_rectification(const Database& database, const Volume& volume) {
  Statement row(database, proved("i.volume_id") + "AND r.state <> 'passed' LIMIT 1");
  return row.bind(volume.id).step();
}

}  // namespace twofold::catalog
