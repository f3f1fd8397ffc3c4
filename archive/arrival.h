#pragma once
// One file that has been read: all that filing it needs, with its bytes already durable in the store.

#include "archive/sources.h"
#include "catalog/items.h"
#include "scanner/reader.h"

#include <map>

namespace twofold::archive {

struct Arrival {
  std::string shown;
  std::string source_name;
  Description description;
  catalog::StoredObject original;
  bool container = false;                    // its members have gone before; only its own bytes are to be recorded
  bool known = false;                        // these bytes are an item already, or come up earlier in this run: not read
  std::optional<SetAside> set_aside;         // not to be filed: why; not read
  scanner::Reading reading;                  // page texts, failure; its paths are gone
  std::optional<catalog::StoredObject> reading_copy, words;
};

// Which bytes have come up in this run. The source whose turn comes first must read them, because it is filed first; a later one
// that happened to be quicker has read them in vain.
class Claims {
 public:
  // False where a source of an earlier turn, or the same, has them.
  bool claim(const Sha256& sha256, std::size_t turn);

 private:
  std::mutex mutex_;
  std::map<Sha256, std::size_t> turns_;
};

// Stores the bytes, reads them unless they are known, stores what came of it. A mail's attachments follow it.
// Called by reading threads, each with a read-only database of its own.
std::vector<Arrival> read_source(Archive& archive, const catalog::Database& database, scanner::Reader& reader, Claims& claims,
                                 Source source, ProgressSink& progress);

}  // namespace twofold::archive
