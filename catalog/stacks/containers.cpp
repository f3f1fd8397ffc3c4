#include "catalog/stacks/containers.h"

#include "base/error.h"
#include "catalog/events.h"
#include "catalog/stacks/standing.h"
#include "catalog/stacks/thickness.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

std::string select_containers() {
  return "SELECT c.id, c.number, c.year, h.category, h.code, COALESCE(m.name, ''), c.retention, COALESCE(l.code, ''), "
         "c.width_mm, "
         "(SELECT COALESCE(SUM(" +
         std::string(kThickness) +
         "), 0) FROM volume v WHERE v.container_id = c.id), "
         "(SELECT COUNT(*) FROM volume v WHERE v.container_id = c.id), "
         "(SELECT MIN(v.code) FROM volume v WHERE v.container_id = c.id), "
         "(SELECT MAX(v.code) FROM volume v WHERE v.container_id = c.id) "
         "FROM container c JOIN chapter h ON h.id = c.chapter_id LEFT JOIN shelf_location l ON l.id = c.location_id "
         "LEFT JOIN chapter_custody k ON k.chapter_id = h.id AND k.until IS NULL LEFT JOIN manager m ON m.id = "
         "k.manager_id ";
}

Container read_container(const Statement& row) {
  return Container{.id = row.integer(0),
                   .number = ContainerNumber::parse(row.text(1)),
                   .year = static_cast<int>(row.integer(2)),
                   .category = static_cast<int>(row.integer(3)),
                   .chapter = ChapterCode::parse(row.text(4)),
                   .manager = row.text(5),
                   .retention = try_parse_retention(row.text(6)).value_or(Retention::Years10),
                   .shelf = row.text(7),
                   .width_mm = static_cast<int>(row.integer(8)),
                   .used_mm = static_cast<int>(row.integer(9)),
                   .volumes = static_cast<int>(row.integer(10)),
                   .first = row.text(11),
                   .last = row.text(12)};
}

std::int64_t chapter_of_box(const Database& database, std::int64_t container_id) {
  Statement row(database, "SELECT chapter_id FROM container WHERE id = ?");
  row.bind(container_id);
  row.step();
  return row.integer(0);
}

void require_width(int width_mm) {
  if (width_mm < 1 || width_mm > kWidestBox)
    throw Error(ErrorKind::Usage, msg("container.bad_width", width_mm, kWidestBox));
}

}  // namespace

ContainerNumber make_container(Transaction& transaction, const VolumeCode& first_volume, int width_mm) {
  require_width(width_mm);
  const Volume volume = require_volume(transaction.database(), first_volume);
  if (!volume.container.empty())
    throw Error(ErrorKind::Refused, msg("container.already_in", first_volume, volume.container));
  const auto serial = transaction.draw("container-" + std::to_string(volume.code.year));
  const ContainerNumber number{.year = volume.code.year, .serial = static_cast<int>(serial)};
  Statement(transaction.database(),
            "INSERT INTO container(number, year, chapter_id, retention, width_mm) "
            "SELECT ?, year, chapter_id, retention, ? FROM volume WHERE id = ?")
      .bind(number.text())
      .bind(width_mm)
      .bind(volume.id)
      .run();
  record_event(transaction, "container.made", number.text(),
               {{"volume", first_volume.text()}, {"width_mm", std::to_string(width_mm)}});
  put_into_container(transaction, first_volume, number);
  return number;
}

void put_into_container(Transaction& transaction, const VolumeCode& volume, const ContainerNumber& container) {
  const Database& database = transaction.database();
  const Volume found = require_volume(database, volume);
  const Carried alone = carried_with(database, found);
  if (!found.container.empty()) throw Error(ErrorKind::Refused, msg("container.already_in", volume, found.container));
  refuse_unmovable(database, alone);
  const auto box = find_container(database, container);
  if (!box) throw Error(ErrorKind::NotFound, msg("container.unknown", container));
  if (box->year != volume.year || chapter_of_box(database, box->id) != found.chapter_id ||
      box->retention != volume.retention)
    throw Error(ErrorKind::Refused, msg("container.mixed", volume, container));
  const int left = box->width_mm - box->used_mm;
  if (alone.thickness_mm > left)
    throw Error(ErrorKind::Refused, msg("container.full", container, volume, alone.thickness_mm, left));
  // A volume stands where its box stands; a box without a place takes that of the volume. What it leaves is free before
  // anything else is asked of the shelf.
  const std::string target = box->shelf.empty() ? found.shelf : box->shelf;
  if (!found.shelf.empty()) lift(transaction, alone, "volume.lifted");
  Statement(database, "UPDATE volume SET container_id = ? WHERE id = ?").bind(box->id).bind(found.id).run();
  record_event(transaction, "volume.boxed", volume.text(), {{"container", container.text()}});
  if (target.empty()) return;
  const auto place = ShelfCode::parse(target);
  Carried what = carried_box(database, container);
  if (box->shelf.empty()) return carry(transaction, what, place);
  what.volumes = {require_volume(database, volume)};
  stand_at(transaction, what, place);
}

void take_out_of_container(Transaction& transaction, const VolumeCode& volume) {
  const Volume found = require_volume(transaction.database(), volume);
  if (found.container.empty()) throw Error(ErrorKind::Refused, msg("container.not_in", volume));
  Statement(transaction.database(), "UPDATE volume SET container_id = NULL WHERE id = ?").bind(found.id).run();
  record_event(transaction, "volume.unboxed", volume.text(), {{"container", found.container}});
  if (found.shelf.empty()) return;
  const Carried alone{.volumes = {found}, .container_id = 0, .container = {}, .thickness_mm = 0};
  refuse_unmovable(transaction.database(), alone);
  lift(transaction, alone, "volume.lifted");
}

void place_container(Transaction& transaction, const ContainerNumber& container, const ShelfCode& place) {
  const Carried what = carried_box(transaction.database(), container);
  const auto box = find_container(transaction.database(), container);
  if (box->shelf == place.text()) throw Error(ErrorKind::Refused, msg("shelf.already_placed", container, place));
  carry(transaction, what, place);
}

std::optional<Container> find_container(const Database& database, const ContainerNumber& number) {
  Statement row(database, select_containers() + "WHERE c.number = ?");
  row.bind(number.text());
  if (!row.step()) return std::nullopt;
  return read_container(row);
}

std::vector<Container> list_containers(const Database& database, const ContainerFilter& filter, std::int64_t after_id,
                                       std::size_t most) {
  std::string sql = select_containers() + "WHERE c.id > ? ";
  if (filter.year) sql += "AND c.year = ? ";
  if (filter.category) sql += "AND h.category = ? ";
  if (filter.unplaced) sql += "AND c.location_id IS NULL ";
  Statement row(database, sql + "ORDER BY c.id LIMIT ?");
  row.bind(after_id);
  if (filter.year) row.bind(*filter.year);
  if (filter.category) row.bind(*filter.category);
  row.bind(static_cast<std::int64_t>(most));
  std::vector<Container> containers;
  while (row.step()) containers.push_back(read_container(row));
  return containers;
}

std::vector<Volume> volumes_in(const Database& database, const ContainerNumber& number) {
  return carried_box(database, number).volumes;
}

}  // namespace twofold::catalog
