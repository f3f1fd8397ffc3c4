#include "archive/filing.h"

#include "archive/ingest.h"
#include "archive/manifest.h"

namespace twofold::archive {
namespace {

constexpr std::size_t kBatch = 64;

// Applies `act` to each item in batches of one transaction; a refusal is noted and the rest goes on. The acts check before they
// write, so a refused one leaves nothing behind in its batch.
template <class Act>
FilingReport each_in_batches(Archive& archive, const std::vector<catalog::Item>& items, Act act) {
  FilingReport report;
  for (std::size_t first = 0; first < items.size(); first += kBatch) {
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    for (std::size_t i = first; i < std::min(items.size(), first + kBatch); ++i) {
      try {
        act(transaction, items[i]);
        ++report.done;
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::Refused) throw;
        report.refusals.push_back({items[i].number(), error.message()});
      }
    }
    transaction.commit();
  }
  index_pending(archive);
  return report;
}

}  // namespace

FilingReport sign_items(Archive& archive, const std::vector<catalog::Item>& items, catalog::SignatureKind kind,
                        const std::string& person) {
  return each_in_batches(archive, items, [&](catalog::Transaction& transaction, const catalog::Item& item) {
    catalog::sign_item(transaction, item.id, kind, person);
  });
}

FilingReport file_items(Archive& archive, const std::vector<catalog::Item>& items) {
  return each_in_batches(archive, items, [&](catalog::Transaction& transaction, const catalog::Item& item) {
    if (item.state != catalog::ItemState::Filed && item.state != catalog::ItemState::Bound)
      catalog::file_item(transaction, item.id);
  });
}

}  // namespace twofold::archive
