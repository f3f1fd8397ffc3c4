#include "archive/page_content.h"

#include "archive/words_record.h"
#include "base/error.h"

#include <algorithm>
#include <map>

namespace twofold::archive {
namespace {

using catalog::ItemPage;

// One of the items that pages come from.
struct Origin {
  std::vector<ItemPage> pages;
  std::filesystem::path original, reading_copy;  // the second may be empty
  std::string words;                             // the record; may be empty
  bool pdf = false;
};

Origin origin_of(Archive& archive, std::int64_t item_id) {
  const auto& database = archive.database();
  const auto item = catalog::find_item(database, item_id);
  const auto original = catalog::object_of(database, item_id, "original");
  if (!item || !original) throw Error(ErrorKind::NotFound, msg("item.unknown", item_id));
  constexpr std::array<std::string_view, 5> kPaged = {"tiff", "png", "jpeg", "jpeg2000", "pdf"};
  if (std::ranges::find(kPaged, original->format) == kPaged.end())
    throw Error(ErrorKind::Refused, msg("arrange.not_pages", item->number(), original->format));
  Origin origin{catalog::pages_of(database, item_id), archive.store().path_of(original->sha256), {}, {}, original->format == "pdf"};
  if (const auto copy = catalog::object_of(database, item_id, "reading_copy")) origin.reading_copy = archive.store().path_of(copy->sha256);
  if (const auto words = catalog::object_of(database, item_id, "words")) origin.words = read_file(archive.store().path_of(words->sha256));
  return origin;
}

// Where a box of a page of `width` × `height` lies once the page is turned by a quarter, clockwise.
scanner::Box turned(const scanner::Box& box, int height) { return {height - box.top - box.height, box.left, box.height, box.width}; }

scanner::Page turned(scanner::Page page, int quarter_turns) {
  for (int i = 0; i < quarter_turns; ++i) {
    for (auto& word : page.words) word.box = turned(word.box, page.height);
    std::swap(page.width, page.height);
  }
  return page;
}

class Composition {
 public:
  Composition(Archive& archive, scanner::Surveyor& surveyor, ProgressSink& progress)
      : archive_(archive), surveyor_(surveyor), progress_(progress) {}

  catalog::ArrangedContent compose(const std::vector<PlacedPage>& places) {
    for (const auto& place : places) take(place);
    content_.original = *stored(originals_);
    content_.reading_copy = stored(copies_);
    store_words();
    return std::move(content_);
  }

 private:
  void take(const PlacedPage& place) {
    if (!origins_.contains(place.item_id)) origins_.emplace(place.item_id, origin_of(archive_, place.item_id));
    const Origin& origin = origins_.at(place.item_id);
    const auto page = std::ranges::find(origin.pages, place.page, &ItemPage::number);
    if (page == origin.pages.end()) throw Error(ErrorKind::Usage, msg("arrange.no_such_page", place.page));
    originals_.push_back({origin.original, place.page, place.quarter_turns});
    if (!page->blank) take_copy(origin, *page, place.quarter_turns);
    ItemPage moved = *page;
    moved.number = static_cast<int>(originals_.size());
    if (place.quarter_turns % 2 != 0) std::swap(moved.width, moved.height);
    take_words(origin, *page, moved, place.quarter_turns);
    content_.pages.push_back(std::move(moved));
  }

  // The reading copy has no blank pages; a PDF with text of its own has no copy, it is one.
  void take_copy(const Origin& origin, const ItemPage& page, int quarter_turns) {
    if (!origin.reading_copy.empty()) {
      const auto written = std::ranges::count_if(origin.pages, [&](const ItemPage& one) { return !one.blank && one.number <= page.number; });
      copies_.push_back({origin.reading_copy, static_cast<int>(written), quarter_turns});
      copied_ = true;
    } else if (origin.pdf) {
      copies_.push_back({origin.original, page.number, quarter_turns});
    }
  }

  void take_words(const Origin& origin, const ItemPage& page, const ItemPage& moved, int quarter_turns) {
    auto words = words_of_page(origin.words, page.number);
    if (!words) return;
    scanner::Page put = turned(*std::move(words), quarter_turns);
    put.number = moved.number;
    words_[page.recogniser].push_back(std::move(put));
  }

  std::optional<catalog::StoredObject> stored(const std::vector<scanner::PagePick>& picks) {
    if (picks.empty() || (&picks == &copies_ && !copied_)) return std::nullopt;
    const ScratchFolder scratch(archive_.layout().tmp());
    const auto made = surveyor_.take_pages(picks, scratch.path(), progress_);
    const auto put = archive_.store().put_file(made);
    return catalog::StoredObject{put.sha256, put.size, made.extension() == ".tif" ? "tiff" : "pdf"};
  }

  // Pages that another recogniser has read say so themselves, see docs/formats.md.
  void store_words() {
    std::string record;
    for (const auto& [recogniser, pages] : words_)
      record = record.empty() ? words_record(pages, recogniser) : words_record_with(record, pages, recogniser);
    if (record.empty()) return;
    const auto put = archive_.store().put_bytes(record);
    content_.words = catalog::StoredObject{put.sha256, put.size, "json"};
  }

  Archive& archive_;
  scanner::Surveyor& surveyor_;
  ProgressSink& progress_;
  std::map<std::int64_t, Origin> origins_;
  std::vector<scanner::PagePick> originals_, copies_;
  bool copied_ = false;
  std::map<std::string, std::vector<scanner::Page>> words_;
  catalog::ArrangedContent content_;
};

}  // namespace

catalog::ArrangedContent compose(Archive& archive, scanner::Surveyor& surveyor, const std::vector<PlacedPage>& pages,
                                 ProgressSink& progress) {
  return Composition(archive, surveyor, progress).compose(pages);
}

}  // namespace twofold::archive
