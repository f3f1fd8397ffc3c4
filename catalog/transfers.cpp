#include "catalog/transfers.h"

#include "base/error.h"
#include "base/person_refused.h"
#include "base/nested_message.h"
#include "base/text.h"
#include "catalog/cross_reference.h"
#include "catalog/events.h"
#include "catalog/holds.h"
#include "catalog/loans.h"
#include "catalog/volume_rows.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace twofold::catalog {
namespace {

constexpr std::array<std::string_view, 4> kSides = {"giver_leader", "giver_handler", "receiver_leader", "receiver_handler"};

constexpr std::string_view kSelectTransfer =
    "SELECT id, number, receiver, nature, state, drawn_by, package_sha256, completed_by, completed_on FROM transfer ";

std::vector<TransferSignature> transfer_signatures_of(const Database& database, std::int64_t id) {
  Statement row(database, "SELECT side, person, day FROM transfer_signature WHERE transfer_id = ? ORDER BY side");
  row.bind(id);
  std::vector<TransferSignature> signatures;
  while (row.step()) signatures.push_back({*try_parse_transfer_side(row.text(0)), row.text(1), Date::parse(row.text(2))});
  return signatures;
}

std::vector<Volume> volumes_of(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectVolume) + "JOIN transfer_volume t ON t.volume_id = v.id WHERE t.transfer_id = ? ORDER BY v.code");
  row.bind(id);
  std::vector<Volume> volumes;
  while (row.step()) volumes.push_back(read_volume(row));
  return volumes;
}

Transfer read_transfer(const Database& database, const Statement& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7), row.date(8),
          transfer_signatures_of(database, row.integer(0)), volumes_of(database, row.integer(0))};
}

// Why the volume cannot go; nothing where it can.
std::optional<Message> obstacle(const Database& database, const Volume& volume, std::int64_t own_transfer) {
  if (volume.state == VolumeState::Listed) return msg("loan.listed", volume.code);
  if (volume.state == VolumeState::Open || volume.state == VolumeState::Closing) return msg("loan.open", volume.code);
  if (volume.state != VolumeState::Bound && volume.state != VolumeState::Shelved) return msg("loan.gone", volume.code);
  if (const auto loan = live_loan(database, volume.id)) return msg("loan.already_lent", volume.code, loan->what.borrower, loan->what.due);
  if (!holds_on(database, volume.id).empty()) return msg("disposition.held", volume.code);
  Statement other(database, "SELECT t.number FROM transfer t JOIN transfer_volume v ON v.transfer_id = t.id "
                            "WHERE v.volume_id = ? AND t.state = 'drawn' AND t.id <> ?");
  other.bind(volume.id).bind(own_transfer);
  if (other.step()) return msg("transfer.on_another", volume.code, other.text(0));
  return std::nullopt;
}

void refuse_obstacle(const Database& database, const Volume& volume, std::int64_t own_transfer) {
  if (const auto why = obstacle(database, volume, own_transfer))
    throw Error(ErrorKind::Refused, msg("transfer.not_ready", volume.code, nested(*why)));
}

Transfer require_drawn(const Database& database, std::string_view number) {
  auto transfer = find_transfer(database, number);
  if (!transfer) throw Error(ErrorKind::NotFound, msg("transfer.unknown", number));
  if (transfer->state != "drawn") throw Error(ErrorKind::Refused, msg("transfer.ended", number, transfer->state));
  return *std::move(transfer);
}

void hand_over(Transaction& transaction, const Transfer& transfer, const Volume& volume) {
  const Database& database = transaction.database();
  Statement(database, "UPDATE placement SET until = ? WHERE volume_id = ? AND until IS NULL").bind(transaction.now()).bind(volume.id).run();
  Statement(database, "UPDATE volume SET state = 'transferred', location_id = NULL, container_id = NULL WHERE id = ?").bind(volume.id).run();
  refresh_notes(transaction, volume.id);
  enqueue_volume(transaction, volume.id);
  record_event(transaction, "volume.transferred", volume.code.text(), {{"transfer", transfer.number}, {"receiver", transfer.receiver}});
}

}  // namespace

std::string text(TransferSide side) { return std::string(kSides[static_cast<std::size_t>(side)]); }

std::optional<TransferSide> try_parse_transfer_side(std::string_view text) {
  const auto found = std::ranges::find(kSides, text);
  if (found == kSides.end()) return std::nullopt;
  return static_cast<TransferSide>(found - kSides.begin());
}

Transfer draw_transfer(Transaction& transaction, const std::vector<VolumeCode>& volumes, const std::string& receiver, const std::string& nature) {
  const Database& database = transaction.database();
  if (trim(receiver).empty()) throw Error(ErrorKind::Usage, msg("transfer.receiver_missing"));
  const int year = transaction.today().year();
  const std::string number = fmt::format("TR-{}-{:04}", year, transaction.draw(fmt::format("transfer-{}", year)));
  Statement(database, "INSERT INTO transfer(number, receiver, nature, state, drawn_by, drawn_at) VALUES (?, ?, ?, 'drawn', ?, ?)")
      .bind(number)
      .bind(receiver)
      .bind(nature)
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
  const auto id = last_insert_id(database);
  for (const auto& code : volumes) {
    const Volume volume = require_volume(database, code);
    refuse_obstacle(database, volume, id);
    Statement(database, "INSERT OR IGNORE INTO transfer_volume(transfer_id, volume_id) VALUES (?, ?)").bind(id).bind(volume.id).run();
  }
  record_event(transaction, "transfer.drawn", number, {{"receiver", receiver}, {"volumes", std::to_string(volumes.size())}});
  return *find_transfer(database, number);
}

Transfer sign_transfer(Transaction& transaction, std::string_view number, TransferSide side, const std::string& person) {
  const Transfer transfer = require_drawn(transaction.database(), number);
  if (trim(person).empty()) throw Error(ErrorKind::Usage, msg("transfer.person_missing"));
  for (const auto& given : transfer.signatures) {
    if (given.side == side) throw Error(ErrorKind::Refused, msg("transfer.signed_already", number, given.person));
    if (given.person == person) throw PersonRefused(msg("transfer.same_person", number, person));
  }
  Statement(transaction.database(), "INSERT INTO transfer_signature(transfer_id, side, person, day, recorded_by) VALUES (?, ?, ?, ?, ?)")
      .bind(transfer.id)
      .bind(text(side))
      .bind(person)
      .bind(transaction.today())
      .bind(transaction.actor())
      .run();
  record_event(transaction, "transfer.signed", number, {{"side", text(side)}, {"person", person}});
  return *find_transfer(transaction.database(), number);
}

void record_package(Transaction& transaction, std::string_view number, const Sha256& list) {
  const Transfer transfer = require_drawn(transaction.database(), number);
  Statement(transaction.database(), "UPDATE transfer SET package_sha256 = ? WHERE id = ?").bind(list.text()).bind(transfer.id).run();
  record_event(transaction, "transfer.packed", number, {{"list", list.text()}});
}

Transfer complete_transfer(Transaction& transaction, std::string_view number) {
  const Database& database = transaction.database();
  const Transfer transfer = require_drawn(database, number);
  if (transfer.signatures.size() < kSides.size())
    throw Error(ErrorKind::Refused, msg("transfer.lacks_signatures", number, transfer.signatures.size()));
  if (transfer.package_sha256.empty()) throw Error(ErrorKind::Refused, msg("transfer.no_package", number));
  for (const auto& volume : transfer.volumes) refuse_obstacle(database, volume, transfer.id);
  for (const auto& volume : transfer.volumes) hand_over(transaction, transfer, volume);
  Statement(database, "UPDATE transfer SET state = 'completed', completed_by = ?, completed_on = ? WHERE id = ?")
      .bind(transaction.actor())
      .bind(transaction.today())
      .bind(transfer.id)
      .run();
  record_event(transaction, "transfer.completed", number);
  return *find_transfer(database, number);
}

Transfer cancel_transfer(Transaction& transaction, std::string_view number, const std::string& reason) {
  const Transfer transfer = require_drawn(transaction.database(), number);
  Statement(transaction.database(), "UPDATE transfer SET state = 'cancelled' WHERE id = ?").bind(transfer.id).run();
  record_event(transaction, "transfer.cancelled", number, {{"reason", reason}});
  return *find_transfer(transaction.database(), number);
}

std::optional<Transfer> find_transfer(const Database& database, std::string_view number) {
  Statement row(database, std::string(kSelectTransfer) + "WHERE number = ?");
  row.bind(number);
  if (!row.step()) return std::nullopt;
  return read_transfer(database, row);
}

std::vector<Transfer> list_transfers(const Database& database, std::int64_t after_id, std::size_t most) {
  Statement row(database, std::string(kSelectTransfer) + "WHERE id > ? ORDER BY id LIMIT ?");
  row.bind(after_id).bind(static_cast<std::int64_t>(most));
  std::vector<Transfer> transfers;
  while (row.step()) transfers.push_back(read_transfer(database, row));
  return transfers;
}

}  // namespace twofold::catalog
