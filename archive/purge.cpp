#include "archive/purge.h"

#include "archive/forms/disposition_forms.h"
#include "archive/ingest.h"
#include "base/error.h"
#include "catalog/events.h"

namespace twofold::archive {
namespace {

constexpr std::size_t kAtOnce = 200;

struct Removed {
  std::size_t objects = 0;
  std::uint64_t bytes = 0;
};

// The queue was written with the stubs, in one transaction; what it names may be removed as often as it takes.
Removed remove_queued(Archive& archive) {
  Removed removed;
  for (;;) {
    const auto queued = catalog::destruction_queue(archive.database(), kAtOnce);
    if (queued.empty()) return removed;
    for (const auto& object : queued) {
      removed.bytes += archive.store().size_of(object).value_or(0);
      archive.store().destroy(object);
    }
    removed.objects += queued.size();
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    catalog::mark_destroyed(transaction, queued);
    transaction.commit();
  }
}

std::filesystem::path certify(Archive& archive, const catalog::DispositionList& list) {
  // Volumes that were sent back stand on the list still; the certificate attests what went, and nothing else.
  catalog::DispositionList gone = list;
  std::erase_if(gone.rows, [](const auto& row) { return row.state != "destroyed"; });
  const auto stored = archive.store().put_bytes(destruction_certificate(archive, gone));
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  catalog::record_certificate(transaction, list.number, stored.sha256, stored.size);
  transaction.commit();
  return archive.store().path_of(stored.sha256);
}

catalog::DispositionList require_list(Archive& archive, std::string_view number) {
  auto list = catalog::find_list(archive.database(), number);
  if (!list) throw Error(ErrorKind::NotFound, msg("purge.no_list", number));
  return *std::move(list);
}

}  // namespace

PurgeReport execute_disposition(Archive& archive, std::string_view list_number, const std::string& witness,
                                ProgressSink& progress) {
  std::size_t items = 0;
  for (const auto& row : require_list(archive, list_number).rows)
    if (row.state == "listed") items += static_cast<std::size_t>(row.volume.item_count);
  progress.report({"progress.purging", 0, items, std::string(list_number)});
  {
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    catalog::execute_list(transaction, archive.profile(), list_number, archive.actor(), witness);
    transaction.commit();
  }
  // From here on there is no way back: what follows is finished by the next opening if it breaks off.
  const auto removed = remove_queued(archive);
  const auto certificate = certify(archive, require_list(archive, list_number));
  index_pending(archive);
  progress.report({"progress.purging", items, items, std::string(list_number)});
  return {require_list(archive, list_number), items, removed.objects, removed.bytes, certificate};
}

void finish_destruction(Archive& archive) {
  remove_queued(archive);
  for (const auto& list : catalog::list_dispositions(archive.database()))
    if (list.state == "executing") certify(archive, list);
}

void print_disposition_list(Archive& archive, std::string_view list_number, const std::filesystem::path& out) {
  const auto list = require_list(archive, list_number);
  write_durably(out, disposition_list_form(archive, list));
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  catalog::record_event(transaction, "disposition.printed", list.number);
  transaction.commit();
}

}  // namespace twofold::archive
