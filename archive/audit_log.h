#pragma once
// The audit trail as a file that is checked without the archive (R14): a first line, a line for each event with its
// number, its digest and its exact bytes, and a last line with the chain's head under the archive's Ed25519 signature.

#include "archive/archive.h"
#include "catalog/known_heads.h"

namespace twofold::archive {

// The public half of the key that signs here.
std::string archive_key(const Archive& archive);

// Streamed, and in place only when whole. Gives the head that was signed.
catalog::ChainHead export_audit_log(Archive& archive, const std::filesystem::path& target);

struct AuditLogCheck {
  catalog::ChainHead head;                     // the last sound event
  std::string public_key;                      // whose signature the log bears; empty where it has none
  std::optional<catalog::ChainFault> fault;    // the first bad event; "audit.foreign_line", "audit.signature_wrong" beside those of the chain
};
// `known`: heads known from elsewhere, which a log that was rolled back does not reach. `public_key`: the archive's, known
// from elsewhere; without it the log's own counts, which tells nothing of who wrote the log.
AuditLogCheck verify_audit_log(const std::filesystem::path& log, const catalog::KnownHeads& known,
                               const std::optional<std::string>& public_key);

// Adds a line to a file that is kept outside (another machine, a medium that is written once): the chain's head of this moment,
// under the archive's signature. Whoever holds the file can tell later that no event up to there was changed or taken away.
catalog::ChainHead anchor_audit(Archive& archive, const std::filesystem::path& anchors);
// The heads that stand in such a file. A line that the key did not sign: Error{Corrupt, "audit.anchor_unsound"} naming it. Without a
// key known from elsewhere each line's own counts.
catalog::KnownHeads read_anchors(const std::filesystem::path& anchors, const std::optional<std::string>& public_key);

}  // namespace twofold::archive
