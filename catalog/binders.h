#pragma once
// Binders scanned whole: the paper of a volume's items as pictures, item by item as the volume catalogue has them (R24, R26).

#include "catalog/volumes.h"

namespace twofold::catalog {

// A row of the volume catalogue whose paper should lie in the binder.
struct BinderItem {
  std::int64_t item_id = 0;
  int sequence = 0;
  std::string number;
  int pages = 0;      // as the catalogue says
  int scanned = 0;    // of the newest scan; 0: never scanned
};
// In the order of the catalogue; what was removed, struck or destroyed lies no longer in the binder.
std::vector<BinderItem> binder_items(const Database& database, std::int64_t volume_id);
int pages_of(const std::vector<BinderItem>& items);

// The pages of one item out of a binder's scan.
struct BinderPart {
  std::int64_t item_id = 0;
  StoredObject object;
  int pages = 0;
};
// Each part becomes an object of its item under the role "paper_scan.N"; event "volume.paper_scanned". `scan` is the digest of the whole
// file, of which nothing more is kept: it would outlive the destruction of one of its items. Returns N.
std::int64_t record_binder_scan(Transaction& transaction, const Volume& volume, const Sha256& scan, const std::vector<BinderPart>& parts);
// The volume that was scanned with these bytes.
std::optional<Volume> volume_scanned_as(const Database& database, const Sha256& scan);

// The pages of an item out of the newest binder scan that has them.
std::optional<StoredObject> paper_scan_of(const Database& database, std::int64_t item_id);

}  // namespace twofold::catalog
