#pragma once
// Items with their pages and electronic objects, and the receipts of what arrived.

#include "base/digest.h"
#include "catalog/customers.h"
#include "catalog/database.h"
#include "catalog/numbers.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace twofold::catalog {

// Removed: in its month of grace (R18), out of every search and list. Struck: destroyed after its volume was bound.
enum class ItemState { Draft, Proofed, Signed, Filed, Bound, Removed, Struck, Destroyed };
std::string text(ItemState state);  // "draft" …; stable
std::optional<ItemState> try_parse_item_state(std::string_view text);
// Whether it is there to be found: neither removed nor gone.
bool is_present(ItemState state);

struct Item {
  std::int64_t id = 0;
  std::optional<ProvisionalNumber> provisional;  // none for a daily record
  StorageId storage_id;
  std::optional<ReferenceCode> reference_code;   // from closing on
  std::optional<std::int64_t> customer_id;
  int category = 0;                              // 0: daily record
  std::optional<std::int64_t> chapter_id, volume_id;
  std::string document_type, title, document_number, responsible;
  std::optional<Date> date;
  int year = 0;
  Retention retention = Retention::Years30;
  ItemState state = ItemState::Draft;
  bool paper = false;
  int page_count = 0;
  std::string source_name;

  // 档号 once there is one, else the provisional number, else the storage ID.
  std::string number() const;
};

struct StoredObject {
  Sha256 sha256;
  std::uint64_t size = 0;
  std::string format;  // "tiff", "pdf" …
};

struct ItemPage {
  int number = 1;
  std::string text;
  int width = 0, height = 0;
  double dpi = 0, skew = 0;
  int quarter_turns = 0;
  bool blank = false, recognised = false;
  double confidence = 0;
  std::string recogniser;    // whose text it is; empty unless recognised
  std::string picture_hash;  // see scanner::Page; may be empty
};

struct NewItem {
  std::optional<std::int64_t> customer_id;
  int category = 0;                       // 0: daily record, then no chapter
  std::optional<std::int64_t> chapter_id;
  std::string document_type, title, document_number, responsible;
  std::optional<Date> date;
  int year = 0;
  Retention retention = Retention::Years30;
  bool paper = false;
  std::string source_name;
  StoredObject original;
  std::optional<StoredObject> reading_copy, words;
  std::vector<ItemPage> pages;
};

// One call does all of a filing's rows: draws the numbers, item, objects, pages, open volume (made when missing, supplementary
// when the year's volume is bound), rows of both catalogues with their notes, outbox row and event "item.received".
Item receive_item(Transaction& transaction, const NewItem& item);

std::optional<Item> find_item(const Database& database, std::int64_t id);
// An item whose original has these bytes; the oldest.
std::optional<Item> find_item_by_content(const Database& database, const Sha256& sha256);
std::vector<ItemPage> pages_of(const Database& database, std::int64_t item_id);
std::optional<ItemPage> find_page(const Database& database, std::int64_t item_id, int number);
// role: "original", "reading_copy", "words", "words.1" … (see text_revisions.h)
std::optional<StoredObject> object_of(const Database& database, std::int64_t item_id, std::string_view role);

struct ItemFilter {
  std::optional<std::int64_t> customer_id, volume_id;
  std::optional<int> category, year;
  std::optional<ItemState> state;
};
std::vector<Item> list_items(const Database& database, const ItemFilter& filter, std::int64_t after_id, std::size_t most);
std::int64_t count_items(const Database& database);
// Those that no search finds: removed, struck or destroyed.
std::int64_t count_absent_items(const Database& database);
// All items in id order, streamed; for rebuilding the index.
void each_item(const Database& database, const std::function<void(const Item&)>& take);

struct Receipt {
  std::int64_t id = 0;
  std::string path;
  Sha256 sha256;
  std::uint64_t size = 0;
  std::string outcome;   // "draft", "duplicate", "quarantined"
  std::string reason;    // a failure's name when quarantined
  std::string detail;
  std::optional<std::int64_t> item_id;
};
std::int64_t add_receipt(Transaction& transaction, const Receipt& receipt);
std::optional<Receipt> find_receipt(const Database& database, const Sha256& sha256);  // the newest of these bytes
std::vector<Receipt> list_receipts(const Database& database, std::string_view outcome, std::int64_t after_id, std::size_t most);

// The items whose receipt names a path that begins so: the members of a container or the attachments of a mail.
std::vector<Item> items_received_below(const Database& database, std::string_view path);

// Whether its bytes were destroyed under a disposition list, so that their absence is lawful.
bool is_destroyed(const Database& database, const Sha256& sha256);

std::uint64_t stored_bytes(const Database& database);
// Every object that should be in the store, streamed in digest order; for start-up checks and fixity.
void each_object(const Database& database, const std::function<void(const StoredObject&)>& take);

}  // namespace twofold::catalog
