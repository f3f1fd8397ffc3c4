#include "archive/recovery.h"

#include "archive/ingest.h"
#include "archive/purge.h"
#include "archive/purge_journal.h"
#include "base/error.h"
#include "catalog/items.h"
#include "catalog/outbox.h"
#include "indexer/index.h"

namespace twofold::archive {
namespace {

constexpr std::size_t kFindingsListed = 20;

void sweep(const std::filesystem::path& tmp) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(tmp)) std::filesystem::remove_all(entry.path(), ignored);
}

void check_objects(Archive& archive, std::vector<Message>& findings) {
  std::size_t missing = 0;
  catalog::each_object(archive.database(), [&](const catalog::StoredObject& object) {
    const auto size = archive.store().size_of(object.sha256);
    if (size == object.size) return;
    if (++missing > kFindingsListed) return;
    if (size) findings.push_back(msg("recovery.wrong_size", object.sha256, object.size, *size));
    else findings.push_back(msg("recovery.missing", object.sha256));
  });
  if (missing > kFindingsListed) findings.push_back(msg("recovery.more_missing", missing - kFindingsListed));
}

// The index is derived: when it cannot be opened, or has other items than the catalogue, it is made anew.
void check_index(Archive& archive, std::vector<Message>& findings) {
  const auto expected = catalog::count_items(archive.database()) - catalog::count_absent_items(archive.database());
  const bool there = std::filesystem::exists(archive.layout().index());
  try {
    if (there || expected == 0) {
      indexer::IndexWriter writer(archive.layout().index());
      index_pending(archive, writer);
      writer.compact_when_worth_it();
      if (writer.count() == static_cast<std::uint64_t>(expected)) return;
    }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Corrupt) throw;
  }
  SilentProgress silent;
  findings.push_back(msg("recovery.index_rebuilt", reindex(archive, silent)));
}

}  // namespace

std::vector<Message> recover(Archive& archive) {
  std::vector<Message> findings;
  sweep(archive.layout().tmp());
  if (const auto replayed = replay_purge_journal(archive); replayed > 0) findings.push_back(msg("recovery.purge_replayed", replayed));
  finish_destruction(archive);
  check_objects(archive, findings);
  check_index(archive, findings);
  return findings;
}

}  // namespace twofold::archive
