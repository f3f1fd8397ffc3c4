#pragma once
// The purge journal: one line for each destruction, kept where no backup of the archive overwrites it (purge_journal in
// twofold.toml), so that what a backup brings back is destroyed again when the archive is next opened for writing.

#include "archive/archive.h"

namespace twofold::archive {

// Appends what is not written down yet; durable on return. After a crash in between a line may stand twice, which does no harm.
void write_purge_journal(Archive& archive);
// Destroys again what the journal has and the catalogue, restored from before, has not; how many items.
std::size_t replay_purge_journal(Archive& archive);

}  // namespace twofold::archive
