#include "catalog/volumes.h"

#include <array>

#include "base/error.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

struct StateName {
  VolumeState state;
  std::string_view name;
};
constexpr std::array kStateNames = {
    StateName{VolumeState::Open, "open"},           StateName{VolumeState::Closing, "closing"},
    StateName{VolumeState::Bound, "bound"},         StateName{VolumeState::Shelved, "shelved"},
    StateName{VolumeState::Listed, "listed"},       StateName{VolumeState::Transferred, "transferred"},
    StateName{VolumeState::Destroyed, "destroyed"},
};

VolumeState parse_volume_state(const std::string& name, const std::string& code) {
  for (const auto& entry : kStateNames)
    if (entry.name == name) return entry.state;
  throw Error(ErrorKind::Corrupt, msg("volume.bad_state", code, name));
}

}  // namespace

std::string text(VolumeState state) {
  for (const auto& entry : kStateNames)
    if (entry.state == state) return std::string(entry.name);
  return {};
}

Volume read_volume(const Statement& row) {
  const auto code = VolumeCode::try_parse(row.text(1));
  if (!code) throw Error(ErrorKind::Corrupt, msg("volume.bad_code", row.text(1)));
  return Volume{.id = row.integer(0),
                .code = *code,
                .chapter_id = row.integer(2),
                .supplementary = row.integer(3) != 0,
                .state = parse_volume_state(row.text(4), row.text(1)),
                .title = row.text(5),
                .item_count = static_cast<int>(row.integer(6)),
                .page_count = static_cast<int>(row.integer(7)),
                .first_date = row.date(8),
                .last_date = row.date(9),
                .shelf = row.text(10),
                .container = row.text(11),
                .checked_by = row.text(12),
                .checked_on = row.date(13)};
}

Volume require_volume(const Database& database, const VolumeCode& code) {
  if (auto volume = find_volume(database, code)) return *std::move(volume);
  throw Error(ErrorKind::NotFound, msg("volume.unknown", code));
}

void refuse_transferred(const Database& database, const Item& item) {
  const auto volume = item.volume_id ? find_volume(database, *item.volume_id) : std::nullopt;
  if (volume && volume->state == VolumeState::Transferred)
    throw Error(ErrorKind::Refused, msg("item.transferred", item.number(), volume->code));
}

void enqueue_volume(Transaction& transaction, std::int64_t volume_id, bool remove) {
  // What has lost its electronic track is out of the index and stays out.
  Statement(transaction.database(),
            "INSERT INTO outbox(item_id, operation) SELECT i.id, ? FROM item i LEFT JOIN stub s ON s.item_id = i.id "
            "WHERE i.volume_id = ? AND (? OR COALESCE(s.track, 'paper') = 'paper') ORDER BY i.id")
      .bind(remove ? "remove" : "put")
      .bind(volume_id)
      .bind(remove)
      .run();
}

void register_object(Transaction& transaction, const StoredObject& object) {
  Statement(transaction.database(),
            "INSERT INTO object(sha256, size, format, state) VALUES (?, ?, ?, 'present') "
            "ON CONFLICT(sha256) DO UPDATE SET state = 'present'")
      .bind(object.sha256.text())
      .bind(static_cast<std::int64_t>(object.size))
      .bind(object.format)
      .run();
}

std::optional<Volume> find_volume(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectVolume) + "WHERE v.id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return read_volume(row);
}

std::optional<Volume> find_volume(const Database& database, const VolumeCode& code) {
  Statement row(database, std::string(kSelectVolume) + "WHERE v.code = ?");
  row.bind(code.text());
  if (!row.step()) return std::nullopt;
  return read_volume(row);
}

std::vector<Volume> list_volumes(const Database& database, const VolumeFilter& filter, std::int64_t after_id,
                                 std::size_t most) {
  std::string sql(kSelectVolume);
  sql += "WHERE v.id > ? ";
  if (filter.year) sql += "AND v.year = ? ";
  if (filter.category) sql += "AND v.category = ? ";
  if (filter.manager)
    sql +=
        "AND v.chapter_id IN (SELECT k.chapter_id FROM chapter_custody k JOIN manager m ON m.id = k.manager_id "
        "WHERE k.until IS NULL AND m.name = ?) ";
  if (filter.state) sql += "AND v.state = ? ";
  sql += "ORDER BY v.id LIMIT ?";
  Statement row(database, sql);
  row.bind(after_id);
  if (filter.year) row.bind(*filter.year);
  if (filter.category) row.bind(*filter.category);
  if (filter.manager) row.bind(*filter.manager);
  if (filter.state) row.bind(text(*filter.state));
  row.bind(static_cast<std::int64_t>(most));
  std::vector<Volume> volumes;
  while (row.step()) volumes.push_back(read_volume(row));
  return volumes;
}

bool year_is_closed(const Database& database, int category, std::int64_t chapter_id, int year, Retention retention) {
  Statement row(database,
                "SELECT 1 FROM volume WHERE chapter_id = ? AND year = ? AND retention = ? AND category = ? "
                "AND state NOT IN ('open', 'closing') LIMIT 1");
  row.bind(chapter_id).bind(year).bind(text(retention)).bind(category);
  return row.step();
}

}  // namespace twofold::catalog
