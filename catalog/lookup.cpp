#include "catalog/lookup.h"

#include <charconv>

#include "base/text.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

std::optional<LookedUp> item_by(const Database& database, std::string_view column, const std::string& number) {
  Statement row(database, "SELECT id FROM item WHERE " + std::string(column) + " = ?");
  row.bind(number);
  if (!row.step()) return std::nullopt;
  if (auto item = find_item(database, row.integer(0))) return LookedUp(*std::move(item));
  return std::nullopt;
}

// store:01/A001/2024/00000123 names the same object as the storage ID; the ID has the index.
std::optional<StorageId> storage_id_of_address(std::string_view address) {
  if (!address.starts_with("store:")) return std::nullopt;
  const auto parts = split(address, '/');
  if (parts.size() != 4) return std::nullopt;
  const auto fonds = FondsCode::try_parse(parts[1]);
  const auto number = [](const std::string& digits) -> std::optional<std::int64_t> {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
  };
  const auto year = number(parts[2]), serial = number(parts[3]);
  if (!fonds || !year || !serial) return std::nullopt;
  StorageId id{.fonds = *fonds, .year = static_cast<int>(*year), .serial = *serial};
  if (id.address() != address) return std::nullopt;
  return id;
}

constexpr std::string_view kSelectPlace =
    "SELECT l.code, v.code, v.title, v.state, c.number FROM shelf_location l LEFT JOIN volume v ON v.location_id = "
    "l.id "
    "LEFT JOIN container c ON c.id = v.container_id ";

std::optional<LookedUp> place_by(const Database& database, std::string_view where, const std::string& number) {
  Statement row(database, std::string(kSelectPlace) + std::string(where) + " ORDER BY v.code LIMIT 1");
  row.bind(number);
  if (!row.step()) return std::nullopt;
  return LookedUp(ShelfRow{.place = ShelfCode::parse(row.text(0)),
                        .volume = VolumeCode::try_parse(row.text(1)),
                        .title = row.text(2),
                        .state = row.text(3),
                        .container = row.text(4)});
}

// The place of the box; the first volume in it while the box has no place.
std::optional<LookedUp> container_by(const Database& database, const std::string& number) {
  if (auto place = place_by(database, "WHERE c.number = ?", number)) return place;
  Statement row(database, std::string(kSelectVolume) + "WHERE c.number = ? ORDER BY v.code LIMIT 1");
  row.bind(number);
  if (!row.step()) return std::nullopt;
  return LookedUp(read_volume(row));
}

}  // namespace

std::optional<LookedUp> look_up(const Database& database, std::string_view number) {
  const std::string_view typed = trim(number);
  if (typed.empty()) return std::nullopt;
  if (const auto code = ReferenceCode::try_parse(typed))
    if (auto found = item_by(database, "reference_code", code->text())) return found;
  if (const auto code = ProvisionalNumber::try_parse(typed))
    if (auto found = item_by(database, "provisional", code->text())) return found;
  if (const auto id = StorageId::try_parse(typed))
    if (auto found = item_by(database, "storage_id", id->text())) return found;
  if (const auto id = storage_id_of_address(typed))
    if (auto found = item_by(database, "storage_id", id->text())) return found;
  if (const auto code = VolumeCode::try_parse(typed))
    if (auto volume = find_volume(database, *code)) return LookedUp(*std::move(volume));
  if (const auto code = ShelfCode::try_parse(typed))
    if (auto found = place_by(database, "WHERE l.code = ?", code->text())) return found;
  if (const auto box = ContainerNumber::try_parse(typed))
    if (auto found = container_by(database, box->text())) return found;
  if (auto customer = find_customer(database, typed)) return LookedUp(*std::move(customer));
  return std::nullopt;
}

std::optional<Item> look_up_item(const Database& database, std::string_view number) {
  auto found = look_up(database, number);
  auto* item = found ? std::get_if<Item>(&*found) : nullptr;
  return item ? std::optional(std::move(*item)) : std::nullopt;
}

}  // namespace twofold::catalog
