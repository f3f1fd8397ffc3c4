#include "archive/transfer.h"

#include "archive/csv.h"
#include "archive/forms/record/transfer_form.h"
#include "archive/ingest.h"
#include "archive/portions.h"
#include "archive/turns.h"
#include "base/error.h"
#include "base/person_refused.h"
#include "base/files.h"
#include "base/text.h"

namespace twofold::archive {
namespace {

using catalog::Action;
using catalog::Transaction;
using catalog::Transfer;
using catalog::TransferSide;

constexpr const char* kListName = "移交清册.csv";
constexpr const char* kFormName = "交接文据.pdf";

// Every living item of the transfer's volumes with its file.
void each_file(Archive& archive, const Transfer& transfer,
               const std::function<void(const catalog::Volume&, const catalog::Item&, const catalog::StoredObject&)>& take) {
  for (const auto& volume : transfer.volumes) {
    catalog::ItemFilter filter;
    filter.volume_id = volume.id;
    for (std::int64_t after = 0;;) {
      const auto items = catalog::list_items(archive.database(), filter, after, kItemsAtOnce);
      for (const auto& item : items) {
        after = item.id;
        const auto object = catalog::is_present(item.state) ? catalog::object_of(archive.database(), item.id, "original") : std::nullopt;
        if (object && archive.store().size_of(object->sha256)) take(volume, item, *object);
      }
      if (items.size() < kItemsAtOnce) break;
    }
  }
}

std::vector<std::string> heading() {
  std::vector<std::string> cells;
  for (const char* key : {"form.number", "form.item_number", "form.title", "form.year", "form.retention", "form.page_count", "form.note",
                          "form.storage_id", "form.size", "form.sha256", "form.file"})
    cells.push_back(render(Message{key, {}}, Language::Chinese));
  return cells;
}

}  // namespace

Transfer TransferDesk::require_known(const std::string& number) const {
  auto transfer = catalog::find_transfer(archive_.database(), number);
  if (!transfer) throw Error(ErrorKind::NotFound, msg("transfer.unknown", number));
  return *std::move(transfer);
}

Transfer TransferDesk::draw(const std::vector<catalog::VolumeCode>& volumes, const std::string& receiver, const std::string& nature) {
  authority_.require(Action::Transfer);
  return change([&](Transaction& transaction) { return catalog::draw_transfer(transaction, volumes, receiver, nature); });
}

Transfer TransferDesk::sign(const std::string& number, TransferSide side, const std::string& person) {
  authority_.require(Action::Transfer);
  const auto& actor = authority_.actor();
  const bool ours = side == TransferSide::GiverLeader || side == TransferSide::GiverHandler;
  const auto user = catalog::find_person(archive_.database(), trim(person));
  if (!actor.alone && person != actor.name && (ours || (user && user->active)))
    throw PersonRefused(msg("filing.for_another", person, actor.name));
  return change([&](Transaction& transaction) { return catalog::sign_transfer(transaction, number, side, person); });
}

TransferDesk::Package TransferDesk::pack(const std::string& number, const std::filesystem::path& folder, ProgressSink& progress) {
  namespace fs = std::filesystem;
  authority_.require(Action::Transfer);
  const Transfer transfer = require_known(number);
  if (fs::exists(folder / kListName)) throw Error(ErrorKind::Refused, msg("transfer.folder_taken", folder.string()));
  fs::create_directories(folder / "files");
  std::uint64_t total = 0;
  for (const auto& volume : transfer.volumes) total += static_cast<std::uint64_t>(volume.item_count);
  Package package;
  std::string list(kCsvMark);
  list += csv_line(heading());
  each_file(archive_, transfer, [&](const catalog::Volume& volume, const catalog::Item& item, const catalog::StoredObject& object) {
    if (progress.cancelled()) throw Error(ErrorKind::Cancelled, msg("work.cancelled"));
    const std::string ending = fs::path(item.source_name).extension().string();
    const std::string name = "files/" + item.storage_id.text() + (ending.empty() ? "." + object.format : ending);
    aside(progress, [&] {
      const std::string bytes = read_file(archive_.store().path_of(object.sha256));
      if (sha256(bytes) != object.sha256) throw Error(ErrorKind::Corrupt, msg("manifest.object_differs", item.number(), object.sha256));
      if (!fs::exists(folder / name)) write_durably(folder / name, bytes);
    });
    list += csv_line({std::to_string(++package.files), item.number(), item.title, std::to_string(item.year),
                      catalog::text(volume.code.retention), std::to_string(item.page_count), volume.code.text(), item.storage_id.text(),
                      std::to_string(object.size), object.sha256.text(), name});
    package.bytes += object.size;
    progress.report({"progress.packing", package.files, total, item.title});
  });
  Printer printer;
  draw_transfer(printer, archive_, transfer, Wording());
  write_durably(folder / kFormName, printer.finish());
  change([&](Transaction& transaction) {
    catalog::record_package(transaction, number, sha256(list));
    return true;
  });
  write_durably(folder / kListName, list);
  return package;
}

Transfer TransferDesk::complete(const std::string& number) {
  authority_.require(Action::Transfer);
  const auto done = change([&](Transaction& transaction) { return catalog::complete_transfer(transaction, number); });
  index_pending(archive_);
  return done;
}

Transfer TransferDesk::cancel(const std::string& number, const std::string& reason) {
  authority_.require(Action::Transfer);
  return change([&](Transaction& transaction) { return catalog::cancel_transfer(transaction, number, reason); });
}

}  // namespace twofold::archive
