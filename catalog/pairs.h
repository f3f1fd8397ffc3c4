#pragma once
// The two sets compared (R24): each item on paper and in the store carries the result of the last comparison of the two. A file that
// is no longer the one that was compared is unchecked again.

#include "catalog/items.h"

namespace twofold::catalog {

enum class PairState { Unchecked, Same, Different, Broken };  // 未校验 一致 不一致 异常
std::string text(PairState state);
std::optional<PairState> try_parse_pair_state(std::string_view text);

struct Pair {
  Item item;
  PairState state = PairState::Unchecked;
  std::string note, checked_by;
  std::optional<Date> checked_on;
};

// What differs on one page of the scan, side by side with the electronic page; an object of the item, as every comparison's are.
struct PairPicture {
  int page = 0;
  StoredObject object;
};

// Not Unchecked. Usage "pair.note_missing" where they are not the same, Refused "pair.one_track" | "item.gone".
Pair record_pair_check(Transaction& transaction, const Item& item, PairState result, const std::string& note,
                       const std::vector<PairPicture>& pictures = {});
Pair pair_of(const Database& database, const Item& item);
// Of the newest comparison, in page order; none where the pair is unchecked again.
std::vector<PairPicture> pictures_of_pair(const Database& database, const Item& item);
std::vector<Pair> list_pairs(const Database& database, PairState state, std::int64_t after_item_id, std::size_t most);

}  // namespace twofold::catalog
