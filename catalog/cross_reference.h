#pragma once
// The two catalogues and their mutual notes: R24–R28, the heart of the product.

#include "base/progress.h"
#include "catalog/volumes.h"

namespace twofold::catalog {

struct PaperRow {            // one row of the 卷内文件目录
  int sequence = 0;
  std::string document_number, responsible, title;
  std::optional<Date> date;
  int first_page = 0, page_count = 0;
  std::string number;        // 档号 or provisional
  std::string note_storage_id, note_address;  // 备注 (R26)
  bool struck = false;
};
struct ElectronicRow {       // one row of the 电子文件归档目录
  std::string storage_id, title;
  std::optional<Date> date;
  std::string format;
  std::uint64_t size = 0;
  Sha256 sha256;
  std::string address;
  std::string note_number, note_shelf;        // 备注 (R27)
};
// Streamed in sequence order.
void each_paper_row(const Database& database, std::int64_t volume_id, const std::function<void(const PaperRow&)>& take);
void each_electronic_row(const Database& database, std::int64_t volume_id, const std::function<void(const ElectronicRow&)>& take);
std::optional<PaperRow> paper_row_of(const Database& database, std::int64_t item_id);
std::optional<ElectronicRow> electronic_row_of(const Database& database, std::int64_t item_id);

// Rewrites both notes of every item of the volume from what is true now. Called by whatever moves or renumbers either side.
void refresh_notes(Transaction& transaction, std::int64_t volume_id);
// The same because somebody found the notes of this item to be wrong: of its whole volume, with event "volume.notes_refreshed".
// Error{Refused, "xref.no_volume"} for an item that stands in none, such as a daily record.
void repair_notes(Transaction& transaction, const Item& item);

struct LinkFault {
  std::string number;        // of the item
  std::string reason;        // message key: "xref.one_way_paper", "xref.one_way_electronic", "xref.dangling", "xref.disagrees", "xref.missing_row"
  std::string detail;
};
// Compares both catalogues with each other and with the records, streaming; names every fault. Returns how many links were checked.
// Error{Cancelled} when `progress` says so.
std::int64_t verify_cross_references(const Database& database, const std::function<void(const LinkFault&)>& take,
                                     ProgressSink* progress = nullptr);

}  // namespace twofold::catalog
