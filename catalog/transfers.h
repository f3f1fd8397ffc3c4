#pragma once
// Transfers (R42): bound volumes handed to another keeper against four signatures, with a package of their files. The records stay.

#include "catalog/volumes.h"

namespace twofold::catalog {

enum class TransferSide { GiverLeader, GiverHandler, ReceiverLeader, ReceiverHandler };
std::string text(TransferSide side);  // "giver_leader" …
std::optional<TransferSide> try_parse_transfer_side(std::string_view text);

struct TransferSignature {
  TransferSide side = TransferSide::GiverLeader;
  std::string person;
  Date day;
};
struct Transfer {
  std::int64_t id = 0;
  std::string number;      // TR-2026-0001
  std::string receiver, nature;
  std::string state;       // "drawn", "completed", "cancelled"
  std::string drawn_by, package_sha256, completed_by;
  std::optional<Date> completed_on;
  std::vector<TransferSignature> signatures;
  std::vector<Volume> volumes;
};

// Errors of all: NotFound "transfer.unknown", Refused "transfer.ended". A volume that is not bound, lent, held, listed or on another
// transfer: Refused "transfer.not_ready", which says why.
Transfer draw_transfer(Transaction& transaction, const std::vector<VolumeCode>& volumes, const std::string& receiver, const std::string& nature);
// Each side once; leader and handler of a side are two: Refused "transfer.signed_already" | "transfer.same_person".
Transfer sign_transfer(Transaction& transaction, std::string_view number, TransferSide side, const std::string& person);
// The package that went with it, by the digest of its list.
void record_package(Transaction& transaction, std::string_view number, const Sha256& list);
// All four have signed and the package is written: Refused "transfer.lacks_signatures" | "transfer.no_package". The volumes leave
// their places.
Transfer complete_transfer(Transaction& transaction, std::string_view number);
Transfer cancel_transfer(Transaction& transaction, std::string_view number, const std::string& reason);

std::optional<Transfer> find_transfer(const Database& database, std::string_view number);
std::vector<Transfer> list_transfers(const Database& database, std::int64_t after_id, std::size_t most);

}  // namespace twofold::catalog
