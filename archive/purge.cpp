#include "archive/purge.h"

#include "archive/closing.h"
#include "archive/forms/record/disposition_forms.h"
#include "archive/ingest.h"
#include "archive/page_picture.h"
#include "archive/purge_journal.h"
#include "archive/turns.h"
#include "base/error.h"
#include "base/nested_message.h"
#include "catalog/destroyed.h"
#include "catalog/events.h"
#include "catalog/text_revisions.h"
#include "scanner/protocol.h"

#include <algorithm>

namespace twofold::archive {
namespace {

constexpr std::size_t kPurgedAtOnce = 200;

struct Removed {
  std::size_t objects = 0;
  std::uint64_t bytes = 0;
};

// The queue was written with the stubs, in one transaction; what it names may be removed as often as it takes.
Removed remove_queued(Archive& archive, ProgressSink& progress) {
  Removed removed;
  for (;;) {
    const auto queued = catalog::destruction_queue(archive.database(), kPurgedAtOnce);
    if (queued.empty()) return removed;
    for (const auto& object : queued) {
      removed.bytes += archive.store().size_of(object).value_or(0);
      archive.store().destroy(object);
      forget_pictures(archive.layout(), object);
    }
    removed.objects += queued.size();
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    catalog::mark_destroyed(transaction, queued);
    transaction.commit();
    give_way(progress);
  }
}

bool has_lost_a_member(Archive& archive, const catalog::Receipt& container) {
  const auto members = catalog::items_received_below(archive.database(), container.path + "!/");
  return std::ranges::any_of(members, [&](const catalog::Item& member) {
    const auto original = catalog::object_of(archive.database(), member.id, "original");
    return original && catalog::is_destroyed(archive.database(), original->sha256);
  });
}

// A container holds the bytes of its members a second time: it goes with the first of them that goes. The other members
// stand in the store by themselves.
Removed remove_containers(Archive& archive, ProgressSink& progress) {
  Removed removed;
  std::int64_t after = 0;
  for (;;) {
    const auto containers = catalog::list_receipts(archive.database(), "unpacked", after, kPurgedAtOnce);
    if (containers.empty()) return removed;
    after = containers.back().id;
    for (const auto& container : containers) {
      const auto size = archive.store().size_of(container.sha256);
      if (!size || !has_lost_a_member(archive, container)) continue;
      // The event first: after a crash between the two the container is still found here.
      catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
      catalog::record_event(transaction, "container.destroyed", container.sha256.text(), {{"source", container.path}});
      transaction.commit();
      archive.store().destroy(container.sha256);
      forget_pictures(archive.layout(), container.sha256);
      removed.objects += 1;
      removed.bytes += *size;
    }
    give_way(progress);
  }
}

// What the cache of recognition knows of a picture goes with the last page that was read from it; so does whatever no page
// ever came of, such as half of a file that could not be read on, and what a crash has left half written.
void sweep_cache(Archive& archive) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(archive.layout().cache())) return;
  std::vector<fs::path> unneeded;
  for (const auto& entry : fs::recursive_directory_iterator(archive.layout().cache())) {
    if (entry.is_directory()) continue;
    const auto picture = scanner::picture_hash_of(entry.path());
    if (!picture || !catalog::is_picture_needed(archive.database(), *picture)) unneeded.push_back(entry.path());
  }
  for (const auto& record : unneeded) remove_durably(record);
}

Removed remove_bytes(Archive& archive, ProgressSink& progress) {
  sweep_cache(archive);
  const auto objects = remove_queued(archive, progress), containers = remove_containers(archive, progress);
  return {objects.objects + containers.objects, objects.bytes + containers.bytes};
}

std::filesystem::path certify(Archive& archive, const catalog::DispositionList& list) {
  Printer printer;
  draw_certificate(printer, archive, list, Wording());
  const auto stored = archive.store().put_bytes(printer.finish());
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  catalog::record_certificate(transaction, list.number, stored.sha256, stored.size);
  transaction.commit();
  return archive.store().path_of(stored.sha256);
}

catalog::DispositionList require_list(Archive& archive, std::string_view number) {
  auto list = catalog::find_list(archive.database(), number);
  if (!list) throw Error(ErrorKind::NotFound, msg("disposition.no_list", number));
  return *std::move(list);
}

std::size_t items_listed(const catalog::DispositionList& list) {
  std::size_t items = 0;
  for (const auto& row : list.rows)
    if (row.state == "listed") items += static_cast<std::size_t>(row.volume.item_count);
  return items;
}

std::vector<Message> faults_of(Archive& archive, const catalog::DispositionList& list, std::size_t items, ProgressSink& progress) {
  std::vector<Message> faults;
  std::size_t done = 0;
  for (const auto& row : list.rows) {
    if (row.state != "listed") continue;
    if (progress.cancelled()) throw Error(ErrorKind::Cancelled, msg("work.cancelled"));
    progress.report({"progress.verifying", done, items, row.volume.code.text()});
    const auto found = verify_closed_volume(archive, row.volume.code);
    faults.insert(faults.end(), found.begin(), found.end());
    done += static_cast<std::size_t>(row.volume.item_count);
    give_way(progress);
  }
  return faults;
}

// What goes must be what was closed: nobody can tell afterwards. Others may write meanwhile: a closed volume does not change, and
// what else may have come between is asked once more with the stubs.
void verify_beforehand(Archive& archive, const catalog::DispositionList& list, const catalog::Execution& execution, std::size_t items,
                       ProgressSink& progress) {
  catalog::require_executable(archive.database(), archive.profile(), list, execution, archive.clock().today());
  if (const auto faults = faults_of(archive, list, items, progress); !faults.empty())
    throw Error(ErrorKind::Refused, msg("disposition.unsound", list.number, faults.size(), nested(faults.front())));
}

}  // namespace

std::vector<Message> verify_disposition(Archive& archive, std::string_view list_number, ProgressSink& progress) {
  const auto list = require_list(archive, list_number);
  return faults_of(archive, list, items_listed(list), progress);
}

PurgeReport execute_disposition(Archive& archive, std::string_view list_number, const std::vector<std::string>& witnesses,
                                ProgressSink& progress) {
  const catalog::Execution execution{archive.actor(), witnesses};
  const auto approved = require_list(archive, list_number);
  const std::size_t items = items_listed(approved);
  verify_beforehand(archive, approved, execution, items, progress);
  {
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    catalog::record_event(transaction, "disposition.verified", approved.number);
    catalog::execute_list(transaction, archive.profile(), approved.number, execution);
    transaction.commit();
  }
  // Nothing is shown of a destruction that is refused.
  progress.report({"progress.purging", 0, items, approved.number});
  // From here on there is no way back: what follows is finished by the next opening if it breaks off.
  between_steps(progress);
  write_purge_journal(archive);
  const auto removed = remove_bytes(archive, progress);
  between_steps(progress);
  const auto certificate = certify(archive, require_list(archive, list_number));
  index_pending(archive);
  progress.report({"progress.purging", items, items, std::string(list_number)});
  const auto list = require_list(archive, list_number);
  catalog::Taken taken;
  for (const auto& row : list.rows)
    if (row.state == "destroyed") taken += catalog::taken_of(archive.database(), row.volume.id);
  return {list, static_cast<std::size_t>(taken.items), removed.objects, removed.bytes, certificate};
}

void finish_destruction(Archive& archive) {
  SilentProgress nobody_waits;
  write_purge_journal(archive);
  remove_queued(archive, nobody_waits);
  for (const auto& list : catalog::list_dispositions(archive.database(), "executing")) {
    sweep_cache(archive);
    remove_containers(archive, nobody_waits);
    certify(archive, list);
  }
}

}  // namespace twofold::archive
