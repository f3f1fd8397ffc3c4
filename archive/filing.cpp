#include "archive/filing.h"

#include "archive/ingest.h"
#include "archive/manifest.h"
#include "base/error.h"
#include "base/person_refused.h"

#include <algorithm>

namespace twofold::archive {
namespace {

constexpr std::size_t kFiledAtOnce = 64;

// Applies `act`, which tells whether there was anything to do, to each item in batches of one transaction; a refusal is noted and the
// rest goes on. The acts check before they write, so a refused one leaves nothing behind in its batch.
template <class Act>
FilingReport each_in_batches(Archive& archive, const std::vector<catalog::Item>& items, Act act) {
  FilingReport report;
  for (std::size_t first = 0; first < items.size(); first += kFiledAtOnce) {
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    for (std::size_t i = first; i < std::min(items.size(), first + kFiledAtOnce); ++i) {
      try {
        ++(act(transaction, items[i]) ? report.done : report.already);
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::Refused) throw;
        const bool of_person = dynamic_cast<const PersonRefused*>(&error) != nullptr;
        report.refusals.push_back({items[i].number(), error.message(), of_person});
      }
    }
    transaction.commit();
  }
  index_pending(archive);
  return report;
}

}  // namespace

std::vector<catalog::Item> items_of_manifest(Archive& archive, const std::filesystem::path& manifest) {
  const auto loaded = load_manifest(manifest, archive.profile());
  std::vector<catalog::Item> items;
  for (const auto& [file, description] : loaded.rows) {
    const auto before = items.size();
    const auto path = loaded.folder / file;
    const auto digest = sha256_file(path);
    if (const auto item = catalog::find_item_by_content(archive.database(), digest)) items.push_back(*item);
    // Members by the path that the container came with, which may have been written another way than this one.
    if (const auto receipt = catalog::find_receipt(archive.database(), digest))
      for (auto& member : catalog::items_received_below(archive.database(), receipt->path + "!/"))
        items.push_back(std::move(member));
    if (items.size() == before) throw Error(ErrorKind::Refused, msg("filing.not_ingested", path.string()));
  }
  // Two rows may name the same bytes, which are one item.
  std::ranges::sort(items, {}, &catalog::Item::id);
  const auto doubles = std::ranges::unique(items, {}, &catalog::Item::id);
  items.erase(doubles.begin(), doubles.end());
  return items;
}

FilingReport sign_items(Archive& archive, const std::vector<catalog::Item>& items, catalog::SignatureKind kind,
                        const std::string& person, const catalog::Evidence& evidence) {
  return each_in_batches(archive, items, [&](catalog::Transaction& transaction, const catalog::Item& item) {
    catalog::sign_item(transaction, item.id, kind, person, evidence);
    return true;
  });
}

FilingReport file_items(Archive& archive, const std::vector<catalog::Item>& items) {
  return each_in_batches(archive, items, [&](catalog::Transaction& transaction, const catalog::Item& item) {
    if (item.state == catalog::ItemState::Filed || item.state == catalog::ItemState::Bound) return false;
    catalog::file_item(transaction, item.id);
    return true;
  });
}

}  // namespace twofold::archive
