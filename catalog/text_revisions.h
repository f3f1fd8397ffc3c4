#pragma once
// Texts that were recognised again: which pages another recogniser has read, the newer text in place, the older one kept as a
// revision. A revision is numbered per item, from 1: pages replaced together share its number, and the words object that was
// current before revision N has the role "words.N" from then on, so that it goes when the item goes.

#include "catalog/items.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::catalog {

// Items with a recognised page whose text is another recogniser's and at which this one has not looked yet; in id order.
std::vector<std::int64_t> items_read_otherwise(const Database& database, std::string_view recogniser, std::int64_t after_item_id,
                                               std::size_t most);
std::int64_t count_items_read_otherwise(const Database& database, std::string_view recogniser);
// The numbers of such pages of one item.
std::vector<int> pages_read_otherwise(const Database& database, std::int64_t item_id, std::string_view recogniser);

struct NewText {
  int page = 1;
  std::string text;
  double confidence = 0;
  std::string picture_hash;
};
// What the recogniser gave for one item: the pages with a better text, and those that keep theirs, which are marked so that they
// are not read by it again. With a replaced page: revision rows, the words object instead of the older one, outbox row, event
// "item.recognised_again". Returns the revision's number, 0 where nothing is replaced.
int record_new_texts(Transaction& transaction, const Item& item, std::string_view recogniser,
                     const std::vector<NewText>& replaced, const std::vector<int>& kept,
                     const std::optional<StoredObject>& words);

struct TextRevision {
  int page = 1, revision = 1;
  std::string text, recogniser;
  double confidence = 0;
  Timestamp replaced_at;
};
// Newest revision first, pages ascending; of one revision, or all.
std::vector<TextRevision> text_revisions_of(const Database& database, std::int64_t item_id, std::optional<int> revision = {});

// Whether a page that is still there was read from this picture.
bool is_picture_needed(const Database& database, std::string_view picture_hash);

}  // namespace twofold::catalog
