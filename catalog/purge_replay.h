#pragma once
// The purge journal's side of the catalogue: what has been destroyed and is not written down outside yet, and the same done again in
// a catalogue that was restored from before.

#include "catalog/disposition.h"

namespace twofold::catalog {

struct Destruction {
  StorageId item;
  Track track = Track::Both;
  std::string state;       // of the item afterwards: "struck", "destroyed", or what it was where a track is left
  Timestamp at;
};
// Stubs that the journal does not have yet; `mark_journaled` once it has them.
std::vector<std::pair<std::int64_t, Destruction>> unjournaled(const Database& database, std::size_t most);
void mark_journaled(Transaction& transaction, const std::vector<std::int64_t>& items);

// Takes from the item what was destroyed and stands here again: stub, catalogue rows, pages; queues its bytes. Nothing of what is not
// here, or is destroyed here too. Whether anything was done; event "item.purge_replayed".
bool replay_destruction(Transaction& transaction, const Destruction& destruction);

}  // namespace twofold::catalog
