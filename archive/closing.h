#pragma once
// Annual closing as one act: preflight, numbering, signed manifest, printed forms (R4–R6, R9, R10, R26, R27).

#include "archive/archive.h"
#include "base/progress.h"
#include "catalog/closing.h"

namespace twofold::archive {

struct ClosedVolume {
  catalog::Volume volume;
  std::filesystem::path forms;      // the PDF in the store: cover, spine, volume catalogue, electronic catalogue, closing note
  Sha256 manifest;
};
struct ClosingReport {
  std::vector<catalog::Blocker> blockers;  // the first thousand
  std::int64_t blocker_count = 0;          // 0: nothing blocks
  std::vector<ClosedVolume> volumes;       // empty on a dry run or when something blocks
};

// Refuses whatever lacks a rule: when anything blocks, nothing is closed and the report says what. One transaction per open
// volume; a crash leaves each volume either open or closed whole. Rerun goes on with the rest.
ClosingReport close_year(Archive& archive, const catalog::ClosingScope& scope, bool dry_run, ProgressSink& progress);

// Verifies the signed manifest of a closed volume: signature, every digest, every size.
std::vector<Message> verify_closed_volume(Archive& archive, const catalog::VolumeCode& volume);

}  // namespace twofold::archive
