// The list: drawn by one person, approved by another, rows sent back with a review date.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/nested_message.h"
#include "base/person_refused.h"
#include "base/text.h"
#include "catalog/disposition_rows.h"
#include "catalog/events.h"
#include "catalog/people.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

constexpr std::string_view kSelectList =
    "SELECT id, number, as_of, drawn_by, approved_by, executed_by, first_witness, state, approved_on, drawn_at, "
    "executed_at, certificate_sha256, second_witness FROM disposition_list ";

// What a witness is told of; see for_witness().
constexpr std::string_view kTold =
    "(? IS NULL OR (state = 'approved' AND approved_by <> ?) OR first_witness = ? OR second_witness = ? OR EXISTS (SELECT 1 FROM "
    "disposition_signature s WHERE s.list_id = disposition_list.id AND s.person = ?)) ";

Statement& for_witness(Statement& row, const ForWitness& witness) {
  return row.bind(witness).bind(witness).bind(witness).bind(witness).bind(witness);
}

std::vector<DispositionRow> rows_of(const Database& database, std::int64_t list_id) {
  std::string sql(kSelectVolume);
  sql.insert(sql.find(" FROM volume v"), ", r.track, r.state, r.note");
  Statement row(database, sql + "JOIN disposition_row r ON r.volume_id = v.id WHERE r.list_id = ? ORDER BY v.code");
  row.bind(list_id);
  std::vector<DispositionRow> rows;
  while (row.step()) {
    const auto track = try_parse_track(row.text(14));
    if (!track) throw Error(ErrorKind::Corrupt, msg("disposition.bad_track", row.text(14)));
    rows.push_back({.volume = read_volume(row), .track = *track, .state = row.text(15), .note = row.text(16)});
  }
  return rows;
}

std::vector<std::string> signers_of(const Database& database, std::int64_t list_id, std::string_view role) {
  Statement row(database, "SELECT person FROM disposition_signature WHERE list_id = ? AND role = ? ORDER BY day, person");
  row.bind(list_id).bind(role);
  std::vector<std::string> people;
  while (row.step()) people.push_back(row.text(0));
  return people;
}

std::vector<std::string> present_at_execution(const Statement& row) {
  if (row.is_null(6)) return {};
  return {row.text(6), row.text(12)};
}

DispositionList read_list(const Database& database, const Statement& row) {
  return DispositionList{.id = row.integer(0),
                         .number = row.text(1),
                         .as_of = Date::parse(row.text(2)),
                         .drawn_by = row.text(3),
                         .approved_by = row.text(4),
                         .executed_by = row.text(5),
                         .state = row.text(7),
                         .approved_on = row.date(8),
                         .drawn_on = Timestamp{row.integer(9)}.date(),
                         .executed_on = row.is_null(10) ? std::nullopt : std::optional(Timestamp{row.integer(10)}.date()),
                         .certificate = row.is_null(11) ? std::nullopt : std::optional(Sha256::parse(row.text(11))),
                         .appraisers = signers_of(database, row.integer(0), "appraiser"),
                         .witnesses = signers_of(database, row.integer(0), "witness"),
                         .witnessed_by = present_at_execution(row),
                         .rows = rows_of(database, row.integer(0))};
}

DispositionList read_list(const Database& database, const Statement& row, const ForWitness& witness) {
  auto list = read_list(database, row);
  if (witness) std::erase_if(list.rows, [](const DispositionRow& each) { return each.state == "refused"; });
  return list;
}

void list_volume(const Database& database, std::int64_t list_id, const Volume& volume, Track track) {
  Statement(database, "INSERT INTO disposition_row(list_id, volume_id, track) VALUES (?, ?, ?)")
      .bind(list_id)
      .bind(volume.id)
      .bind(text(track))
      .run();
  Statement(database, "UPDATE volume SET state = 'listed', review_after = NULL WHERE id = ?").bind(volume.id).run();
}

void refuse_row(Transaction& transaction, const DispositionList& list, const DispositionRow& row,
                const Date& review_after, const std::string& reason) {
  const Database& database = transaction.database();
  Statement(database, "UPDATE disposition_row SET state = 'refused', note = ? WHERE list_id = ? AND volume_id = ?")
      .bind(reason)
      .bind(list.id)
      .bind(row.volume.id)
      .run();
  Statement(database,
            "UPDATE volume SET state = CASE WHEN location_id IS NULL THEN 'bound' ELSE 'shelved' END, review_after = ? "
            "WHERE id = ?")
      .bind(review_after)
      .bind(row.volume.id)
      .run();
  record_event(transaction, "volume.disposition_refused", row.volume.code.text(),
               {{"list", list.number}, {"review_after", review_after.text()}, {"reason", reason}});
}

}  // namespace

void refuse_ineligible(const Database& database, const Volume& volume, const Date& as_of, std::int64_t own_list) {
  const auto obstacles = obstacles_of(database, volume, as_of, own_list);
  if (obstacles.empty()) return;
  const Message first = msg(obstacles.front(), volume.code);
  throw Error(ErrorKind::Refused, msg("disposition.not_eligible", volume.code, as_of, nested(first)));
}

void refuse_state(const DispositionList& list, const char* otherwise) {
  const std::string state = nested(Message{"disposition_state." + list.state, {}});
  const bool over = list.state != "listed" && list.state != "approved";
  throw Error(ErrorKind::Refused, msg(over ? "disposition.over" : otherwise, list.number, state));
}

std::string text(Track track) {
  switch (track) {
    case Track::Both: return "both";
    case Track::Paper: return "paper";
    case Track::Electronic: return "electronic";
  }
  return {};
}

std::optional<Track> try_parse_track(std::string_view text) {
  for (const auto track : {Track::Both, Track::Paper, Track::Electronic})
    if (catalog::text(track) == text) return track;
  return std::nullopt;
}

DispositionList draw_list(Transaction& transaction, const Date& as_of, const std::vector<VolumeCode>& volumes,
                          Track track) {
  const Database& database = transaction.database();
  if (volumes.empty()) throw Error(ErrorKind::Usage, msg("disposition.empty_list"));
  if (as_of > transaction.today()) throw Error(ErrorKind::Usage, msg("disposition.in_future", as_of));
  auto codes = volumes;
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  const auto serial = transaction.draw("disposition-" + std::to_string(as_of.year()));
  const std::string number = fmt::format("DL-{:04}-{:04}", as_of.year(), serial);
  Statement(database, "INSERT INTO disposition_list(number, as_of, drawn_by, drawn_at) VALUES (?, ?, ?, ?)")
      .bind(number)
      .bind(as_of)
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
  const std::int64_t list_id = last_insert_id(database);
  for (const auto& code : codes) {
    const Volume volume = require_volume(database, code);
    refuse_ineligible(database, volume, as_of, 0);
    if (const auto message = lacks_track(database, volume, track)) throw Error(ErrorKind::Refused, *message);
    list_volume(database, list_id, volume, track);
  }
  record_event(transaction, "disposition.drawn", number,
               {{"as_of", as_of.text()}, {"volumes", std::to_string(codes.size())}, {"track", text(track)}});
  return *find_list(database, number);
}

std::optional<DispositionList> find_list(const Database& database, std::string_view number, const ForWitness& witness) {
  Statement row(database, std::string(kSelectList) + "WHERE number = ? AND " + std::string(kTold));
  row.bind(number);
  if (!for_witness(row, witness).step()) return std::nullopt;
  return read_list(database, row, witness);
}

DispositionList require_list(const Database& database, std::string_view number) {
  if (auto list = find_list(database, number)) return *std::move(list);
  throw Error(ErrorKind::NotFound, msg("disposition.unknown_list", number));
}

std::vector<DispositionList> list_dispositions(const Database& database, std::string_view state, std::int64_t after_id,
                                               std::size_t most, const ForWitness& witness) {
  const std::string wanted = state.empty() ? "" : "state = ? AND ";
  Statement row(database, std::string(kSelectList) + "WHERE " + wanted + std::string(kTold) + "AND id > ? ORDER BY id LIMIT ?");
  if (!state.empty()) row.bind(state);
  for_witness(row, witness).bind(after_id).bind(static_cast<std::int64_t>(most));
  std::vector<DispositionList> lists;
  while (row.step()) lists.push_back(read_list(database, row, witness));
  return lists;
}

void sign_list(Transaction& transaction, std::string_view number, DispositionRole role) {
  const DispositionList list = require_list(transaction.database(), number);
  const bool witness = role == DispositionRole::Witness;
  const std::string& person = transaction.actor();
  if (witness && list.state != "approved") refuse_state(list, "disposition.not_approved");
  if (!witness && list.state != "listed") refuse_state(list, "disposition.not_listed");
  if (witness && person == list.approved_by) throw PersonRefused(msg("disposition.witness_approved", person));
  const auto& signers = witness ? list.witnesses : list.appraisers;
  if (std::ranges::find(signers, person) != signers.end())
    throw Error(ErrorKind::Refused, msg("disposition.signed_already", person, list.number));
  Statement(transaction.database(), "INSERT INTO disposition_signature(list_id, role, person, day) VALUES (?, ?, ?, ?)")
      .bind(list.id)
      .bind(witness ? "witness" : "appraiser")
      .bind(person)
      .bind(transaction.today())
      .run();
  record_event(transaction, witness ? "disposition.witness_signed" : "disposition.appraised", list.number, {{"person", person}});
}

void approve_list(Transaction& transaction, std::string_view number, const std::string& approver) {
  const DispositionList list = require_list(transaction.database(), number);
  if (list.state != "listed") refuse_state(list, "disposition.not_listed");
  if (trim(approver).empty()) throw Error(ErrorKind::Usage, msg("disposition.person_missing", list.number));
  if (trim(approver) == trim(list.drawn_by)) throw PersonRefused(msg("disposition.same_person", approver));
  if (std::ranges::find(list.appraisers, trim(approver)) != list.appraisers.end())
    throw PersonRefused(msg("disposition.approver_appraised", approver));
  if (has_people(transaction.database()) && list.appraisers.size() < kFewestAppraisers)
    throw Error(ErrorKind::Refused, msg("disposition.lacks_appraisers", list.number, list.appraisers.size(), kFewestAppraisers));
  for (const auto& row : list.rows)
    if (row.state == "listed") refuse_ineligible(transaction.database(), row.volume, transaction.today(), list.id);
  Statement(transaction.database(),
            "UPDATE disposition_list SET state = 'approved', approved_by = ?, approved_on = ? WHERE id = ?")
      .bind(trim(approver))
      .bind(transaction.today())
      .bind(list.id)
      .run();
  record_event(transaction, "disposition.approved", list.number, {{"approved_by", approver}});
}

void refuse_rows(Transaction& transaction, std::string_view number, const std::optional<VolumeCode>& volume,
                 const Date& review_after, const std::string& reason) {
  const DispositionList list = require_list(transaction.database(), number);
  if (list.state != "listed" && list.state != "approved") refuse_state(list, "disposition.not_listed");
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("disposition.reason_missing", list.number));
  if (review_after <= transaction.today())
    throw Error(ErrorKind::Usage, msg("disposition.review_in_past", review_after));
  std::size_t refused = 0, left = 0;
  for (const auto& row : list.rows) {
    if (row.state != "listed") continue;
    const bool meant = !volume || row.volume.code == *volume;
    if (meant) refuse_row(transaction, list, row, review_after, reason);
    ++(meant ? refused : left);
  }
  if (refused == 0)
    throw Error(ErrorKind::NotFound, msg("disposition.not_on_list", volume ? volume->text() : "", list.number));
  if (left > 0) return;
  Statement(transaction.database(), "UPDATE disposition_list SET state = 'refused' WHERE id = ?").bind(list.id).run();
  record_event(transaction, "disposition.refused", list.number, {{"reason", reason}});
}

}  // namespace twofold::catalog
