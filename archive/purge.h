#pragma once
// The end of retention: execution of an approved disposition list over both tracks, with its certificate (R42, R43).

#include "archive/archive.h"
#include "base/progress.h"
#include "catalog/disposition.h"

namespace twofold::archive {

struct PurgeReport {
  catalog::DispositionList list;
  std::size_t items = 0, objects = 0;
  std::uint64_t bytes = 0;
  std::filesystem::path certificate;   // PDF in the store
};

// The faults of what the list names: volumes whose manifest, digests or sizes are not those of their closing.
std::vector<Message> verify_disposition(Archive& archive, std::string_view list_number, ProgressSink& progress);
// Verifies (Error{Refused, "disposition.unsound"}) while others may write, asks everything once more with the stubs, then removes the
// bytes and the index entries, then writes the certificate.
// A crash at any step is finished by the next opening for writing.
PurgeReport execute_disposition(Archive& archive, std::string_view list_number, const std::vector<std::string>& witnesses,
                                ProgressSink& progress);

// Called by recovery: removes bytes that are queued for destruction and writes certificates still owed.
void finish_destruction(Archive& archive);

}  // namespace twofold::archive
