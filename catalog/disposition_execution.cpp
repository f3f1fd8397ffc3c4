// The end: everything re-checked inside the transaction, then the stub, then the track goes. The bytes go later, from a
// queue that survives a crash.

#include <algorithm>
#include <fmt/format.h>

#include "base/person_refused.h"
#include "base/text.h"
#include "catalog/cross_reference.h"
#include "catalog/destroyed.h"
#include "catalog/disposition_rows.h"
#include "catalog/events.h"
#include "catalog/people.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

constexpr std::size_t kWitnessesNeeded = 2;  // 两监销人

Execution trimmed(const Execution& given) {
  Execution persons{std::string(trim(given.executor)), {}};
  for (const auto& witness : given.witnesses) persons.witnesses.emplace_back(trim(witness));
  return persons;
}

void refuse_witness(const Database& database, const DispositionList& list, const std::string& witness, const std::string& executor) {
  if (witness.empty()) throw Error(ErrorKind::Usage, msg("disposition.person_missing", list.number));
  if (witness == executor) throw PersonRefused(msg("disposition.same_witness", witness));
  if (witness == list.approved_by) throw Error(ErrorKind::Refused, msg("disposition.witness_approved", witness));
  if (has_people(database) && std::ranges::find(list.witnesses, witness) == list.witnesses.end())
    throw Error(ErrorKind::Refused, msg("disposition.witness_unsigned", witness, list.number));
}

void refuse_persons(const Database& database, const DispositionList& list, const Execution& persons) {
  if (persons.executor.empty()) throw Error(ErrorKind::Usage, msg("disposition.person_missing", list.number));
  if (persons.executor == list.approved_by) throw PersonRefused(msg("disposition.executor_approved", persons.executor));
  for (const auto& witness : persons.witnesses) refuse_witness(database, list, witness, persons.executor);
  if (persons.witnesses.size() != kWitnessesNeeded || persons.witnesses[0] == persons.witnesses[1])
    throw Error(ErrorKind::Usage, msg("disposition.two_witnesses", list.number));
}

void refuse_cooling(const DispositionList& list, const Profile& profile, const Date& today) {
  if (list.state != "approved") refuse_state(list, "disposition.not_approved");
  const auto cooled = cooled_on(list, profile);
  if (!cooled || today < *cooled)
    throw Error(ErrorKind::Refused, msg("disposition.cooling", list.number, cooled ? cooled->text() : ""));
}

void refuse_row(const Database& database, const DispositionList& list, const DispositionRow& row, const Date& today) {
  const auto obstacles = obstacles_of(database, row.volume, today, list.id);
  if (!obstacles.empty()) throw Error(ErrorKind::Refused, msg(obstacles.front(), row.volume.code));
  if (row.volume.state != VolumeState::Listed)
    throw Error(ErrorKind::Refused, msg("disposition.gone", row.volume.code));
  if (const auto message = lacks_track(database, row.volume, row.track)) throw Error(ErrorKind::Refused, *message);
}

bool takes_paper(Track track) { return track != Track::Electronic; }
bool takes_electronic(Track track) { return track != Track::Paper; }

// Numbers, title, customer, dates and digests of every item that loses something. An item that loses its second track
// has a stub already: what it tells stays true, and it has lost both.
void write_stubs(const Transaction& transaction, std::int64_t list_id, const DispositionRow& row) {
  Statement(
      transaction.database(),
      "INSERT INTO stub(item_id, list_id, track, metadata, destroyed_at) SELECT i.id, ?, ?, json_object("
      "'number', COALESCE(i.reference_code, i.provisional), 'provisional', i.provisional, 'storage_id', i.storage_id, "
      "'address', (SELECT e.address FROM electronic_catalogue e WHERE e.item_id = i.id), 'volume', v.code, "
      "'volume_title', v.title, 'shelf', l.code, 'title', i.title, 'document_type', i.document_type, "
      "'document_number', i.document_number, 'responsible', i.responsible, 'customer_number', c.number, "
      "'customer', c.name, 'date', i.date, 'year', i.year, 'retention', i.retention, 'pages', i.page_count, "
      "'paper', json(CASE WHEN i.paper THEN 'true' ELSE 'false' END), 'objects', (SELECT json_group_object(io.role, "
      "io.sha256) "
      "FROM item_object io WHERE io.item_id = i.id)), ? FROM item i JOIN volume v ON v.id = i.volume_id "
      "LEFT JOIN shelf_location l ON l.id = v.location_id LEFT JOIN customer c ON c.id = i.customer_id "
      "WHERE i.volume_id = ? AND i.state NOT IN ('struck', 'destroyed') AND (i.paper = 1 OR ?) "
      "ON CONFLICT(item_id) DO UPDATE SET track = CASE WHEN track = excluded.track THEN track ELSE 'both' END, "
      "list_id = excluded.list_id, destroyed_at = excluded.destroyed_at, journaled = 0")
      .bind(list_id)
      .bind(text(row.track))
      .bind(transaction.now())
      .bind(row.volume.id)
      .bind(takes_electronic(row.track))
      .run();
}

void take_electronic_of_volume(Transaction& transaction, std::int64_t volume_id) {
  const Database& database = transaction.database();
  for (const char* sql : {"DELETE FROM electronic_catalogue WHERE item_id IN (SELECT id FROM item WHERE volume_id = ?)",
                          "DELETE FROM page_text_revision WHERE item_id IN (SELECT id FROM item WHERE volume_id = ?)",
                          "DELETE FROM arranged_page WHERE item_id IN (SELECT id FROM item WHERE volume_id = ?)",
                          "DELETE FROM page WHERE item_id IN (SELECT id FROM item WHERE volume_id = ?)"})
    Statement(database, sql).bind(volume_id).run();
  enqueue_volume(transaction, volume_id, true);
}

void take_paper(Transaction& transaction, const Volume& volume) {
  const Database& database = transaction.database();
  Statement(database, "DELETE FROM paper_catalogue WHERE volume_id = ?").bind(volume.id).run();
  Statement(database, "UPDATE item SET paper = 0 WHERE volume_id = ?").bind(volume.id).run();
  Statement(database, "UPDATE placement SET until = ? WHERE volume_id = ? AND until IS NULL")
      .bind(transaction.now())
      .bind(volume.id)
      .run();
  Statement(database, "UPDATE volume SET location_id = NULL, container_id = NULL WHERE id = ?").bind(volume.id).run();
}

void queue_objects(const Database& database, std::int64_t list_id, std::int64_t volume_id) {
  Statement(database,
            "INSERT OR IGNORE INTO destruction_queue(sha256, list_id) SELECT DISTINCT candidate.sha256, ? FROM "
            "item_object candidate "
            "JOIN item own ON own.id = candidate.item_id JOIN object o ON o.sha256 = candidate.sha256 WHERE "
            "own.volume_id = ? "
            "AND o.state = 'present' AND NOT " +
                std::string(kNeededObject))
      .bind(list_id)
      .bind(volume_id)
      .run();
}

void destroy_volume(Transaction& transaction, const DispositionList& list, const DispositionRow& row,
                    const Execution& persons) {
  const Database& database = transaction.database();
  write_stubs(transaction, list.id, row);
  if (takes_paper(row.track)) take_paper(transaction, row.volume);
  if (takes_electronic(row.track)) take_electronic_of_volume(transaction, row.volume.id);
  settle_states(database, row.volume.id);
  refresh_notes(transaction, row.volume.id);
  if (takes_electronic(row.track))
    queue_objects(database, list.id, row.volume.id);
  else
    enqueue_volume(transaction, row.volume.id);
  Statement(database, "UPDATE disposition_row SET state = 'destroyed' WHERE list_id = ? AND volume_id = ?")
      .bind(list.id)
      .bind(row.volume.id)
      .run();
  const Taken taken = taken_of(database, row.volume.id);
  record_event(transaction, "volume.destroyed", row.volume.code.text(),
               {{"list", list.number},
                {"track", text(row.track)},
                {"items", std::to_string(taken.items)},
                {"pages", std::to_string(taken.pages)},
                {"shelf", row.volume.shelf},
                {"executor", persons.executor},
                {"witnesses", fmt::format("{}", fmt::join(persons.witnesses, "、"))}});
}

std::int64_t count_queue(const Database& database, std::int64_t list_id) {
  Statement row(database, "SELECT COUNT(*) FROM destruction_queue candidate WHERE list_id = ? AND NOT " +
                              std::string(kNeededObject));
  row.bind(list_id).step();
  return row.integer(0);
}

}  // namespace

Taken& Taken::operator+=(const Taken& more) {
  items += more.items;
  pages += more.pages;
  return *this;
}

Taken taken_of(const Database& database, std::int64_t volume_id) {
  Statement row(database, "SELECT COUNT(*), TOTAL(i.page_count) FROM item i JOIN stub s ON s.item_id = i.id "
                          "WHERE i.volume_id = ? AND s.list_id IS NOT NULL");
  row.bind(volume_id).step();
  return {row.integer(0), row.integer(1)};
}

Taken left_of(const Database& database, std::int64_t volume_id) {
  Statement row(database, "SELECT COUNT(*), TOTAL(page_count) FROM item WHERE volume_id = ? AND "
                          "state NOT IN ('removed', 'struck', 'destroyed')");
  row.bind(volume_id).step();
  return {row.integer(0), row.integer(1)};
}

Volume counted(Volume volume, const Taken& there) {
  volume.item_count = static_cast<int>(there.items);
  volume.page_count = static_cast<int>(there.pages);
  return volume;
}

bool was_taken(const Database& database, std::int64_t item_id) {
  Statement row(database, "SELECT 1 FROM stub WHERE item_id = ? AND list_id IS NOT NULL");
  return row.bind(item_id).step();
}

void settle_states(const Database& database, std::int64_t volume_id) {
  Statement(database,
            "UPDATE item SET state = 'destroyed' WHERE volume_id = ? AND state <> 'destroyed' AND paper = 0 "
            "AND id IN (SELECT s.item_id FROM stub s WHERE s.track IN ('both', 'electronic'))")
      .bind(volume_id)
      .run();
  Statement(database,
            "UPDATE volume SET state = CASE WHEN NOT EXISTS (SELECT 1 FROM item i WHERE i.volume_id = volume.id "
            "AND i.state <> 'destroyed') THEN 'destroyed' WHEN location_id IS NULL THEN 'bound' ELSE 'shelved' END "
            "WHERE id = ?")
      .bind(volume_id)
      .run();
}

// A waiting time of less than a month is not a waiting time, whatever the profile says.
std::optional<Date> cooled_on(const DispositionList& list, const Profile& profile) {
  if (!list.approved_on) return std::nullopt;
  return list.approved_on->plus_months(std::max(1, profile.cooling_months));
}

void require_executable(const Database& database, const Profile& profile, const DispositionList& list, const Execution& execution,
                        const Date& today) {
  refuse_cooling(list, profile, today);
  refuse_persons(database, list, trimmed(execution));
  for (const auto& row : list.rows)
    if (row.state == "listed") refuse_row(database, list, row, today);
}

void execute_list(Transaction& transaction, const Profile& profile, std::string_view number, const Execution& execution) {
  const Database& database = transaction.database();
  const DispositionList list = require_list(database, number);
  const Execution persons = trimmed(execution);
  require_executable(database, profile, list, execution, transaction.today());
  for (const auto& row : list.rows)
    if (row.state == "listed") destroy_volume(transaction, list, row, persons);
  Statement(database,
            "UPDATE disposition_list SET state = 'executing', executed_by = ?, first_witness = ?, second_witness = ?, "
            "executed_at = ? WHERE id = ?")
      .bind(persons.executor)
      .bind(persons.witnesses.front())
      .bind(persons.witnesses.back())
      .bind(transaction.now())
      .bind(list.id)
      .run();
  record_event(transaction, "disposition.executed", list.number,
               {{"executor", persons.executor}, {"witnesses", fmt::format("{}", fmt::join(persons.witnesses, "、"))}});
}

std::vector<Sha256> destruction_queue(const Database& database, std::size_t most) {
  // Bytes that arrived again meanwhile are needed again, and stay.
  Statement row(database, "SELECT sha256 FROM destruction_queue candidate WHERE NOT " + std::string(kNeededObject) +
                              " ORDER BY sha256 LIMIT ?");
  row.bind(static_cast<std::int64_t>(most));
  std::vector<Sha256> objects;
  while (row.step()) objects.push_back(Sha256::parse(row.text(0)));
  return objects;
}

void mark_destroyed(Transaction& transaction, const std::vector<Sha256>& objects) {
  const Database& database = transaction.database();
  for (const auto& object : objects) {
    const auto gone = Statement(database, "DELETE FROM destruction_queue WHERE sha256 = ?").bind(object.text()).run();
    if (gone == 0) continue;  // marked before the crash
    Statement(database, "UPDATE object SET state = 'destroyed' WHERE sha256 = ?").bind(object.text()).run();
    record_event(transaction, "object.destroyed", object.text());
  }
}

void record_certificate(Transaction& transaction, std::string_view list_number, const Sha256& certificate,
                        std::uint64_t size) {
  const Database& database = transaction.database();
  const DispositionList list = require_list(database, list_number);
  if (list.state != "executing")
    throw Error(ErrorKind::Refused, msg("disposition.not_executed", list.number, list.state));
  const auto left = count_queue(database, list.id);
  if (left > 0) throw Error(ErrorKind::Refused, msg("disposition.bytes_left", list.number, left));
  register_object(transaction, {.sha256 = certificate, .size = size, .format = "pdf"});
  Statement(database, "UPDATE disposition_list SET state = 'certified', certificate_sha256 = ? WHERE id = ?")
      .bind(certificate.text())
      .bind(list.id)
      .run();
  record_event(transaction, "disposition.certified", list.number, {{"certificate", certificate.text()}});
}

}  // namespace twofold::catalog
