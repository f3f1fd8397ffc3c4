// From a manifest back to the items that its files became.

#include "archive/filing.h"
#include "archive/manifest.h"
#include "base/error.h"

#include <set>

namespace twofold::archive {
namespace {

constexpr std::size_t kReceiptsAtOnce = 1000;

// Items by the path they arrived from, for the files that are no item themselves: containers, and mails with attachments.
void add_members(Archive& archive, const std::set<std::string>& containers, std::set<std::int64_t>& items) {
  for (const char* outcome : {"draft", "duplicate"}) {
    std::int64_t after = 0;
    for (;;) {
      const auto receipts = catalog::list_receipts(archive.database(), outcome, after, kReceiptsAtOnce);
      if (receipts.empty()) break;
      after = receipts.back().id;
      for (const auto& receipt : receipts) {
        const auto end = receipt.path.find("!/");
        if (end != std::string::npos && receipt.item_id && containers.contains(receipt.path.substr(0, end)))
          items.insert(*receipt.item_id);
      }
    }
  }
}

}  // namespace

std::vector<catalog::Item> items_of_manifest(Archive& archive, const std::filesystem::path& manifest) {
  std::set<std::int64_t> ids;
  std::set<std::string> containers;
  const auto loaded = load_manifest(std::filesystem::absolute(manifest).lexically_normal(), archive.profile());
  for (const auto& [name, description] : loaded.rows) {
    const auto file = loaded.folder / name;
    const auto digest = sha256_file(file);
    const auto item = catalog::find_item_by_content(archive.database(), digest);
    const auto receipt = catalog::find_receipt(archive.database(), digest);
    if (!item && (!receipt || receipt->outcome != "unpacked"))
      throw Error(ErrorKind::Refused, msg("filing.not_ingested", file.string()));
    if (item) ids.insert(item->id);
    if (receipt) containers.insert(receipt->path);
  }
  add_members(archive, containers, ids);
  std::vector<catalog::Item> items;
  for (const auto id : ids)
    if (auto item = catalog::find_item(archive.database(), id)) items.push_back(*std::move(item));
  return items;
}

}  // namespace twofold::archive
