#pragma once
// A few hundred items that differ in everything that is counted, filtered or hidden.

#include "base/files.h"
#include "indexer/index.h"

#include <fmt/format.h>

#include <functional>
#include <vector>

namespace twofold::indexer {

class MadeItems {
 public:
  static constexpr int kCount = 400;

  MadeItems() : folder_(std::filesystem::temp_directory_path()) {
    IndexWriter writer(path());
    for (int id = 1; id <= kCount; ++id) {
      items_.push_back(made(id));
      writer.put(items_.back());
    }
    writer.commit();
  }

  std::filesystem::path path() const { return folder_.path() / "索引 2"; }
  const std::vector<Document>& items() const { return items_; }

  std::vector<std::int64_t> ids_where(const std::function<bool(const Document&)>& holds) const {
    std::vector<std::int64_t> ids;
    for (const auto& item : items_)
      if (holds(item)) ids.push_back(item.item_id);
    return ids;
  }

 private:
  static Document made(int id) {
    Document item;
    item.item_id = id;
    item.title = fmt::format("第{}号{}", id, id % 3 == 0 ? "合同" : "来信");
    item.customer_id = id % 7 + 1;
    item.customer_number = fmt::format("K{:04}", item.customer_id);
    constexpr std::string_view kNames[] = {"王府集团", "东海渔业", "长城建材", "西湖茶业", "锦绣纺织", "王朝酒店", "Harbour Trading"};
    item.customer_name = kNames[item.customer_id - 1];
    item.category = id % 6 + 1;
    item.chapter_id = id % 11 + 1;
    item.manager = fmt::format("经理{}", id % 5);
    item.document_type = id % 3 == 0 ? "contract" : "letter";
    item.year = 2015 + id % 9;
    if (id % 10 != 0) item.date = Date(item.year, static_cast<unsigned>(id % 12 + 1), static_cast<unsigned>(id % 28 + 1));
    item.number = fmt::format("A001-KH·0{}·{}-D30-C01-001-{:04}", item.category, item.year, id);
    item.storage_id = fmt::format("EA001-{}-{:08}-L", item.year, id);
    item.shelf = id % 4 == 0 ? "" : fmt::format("K{}-0{}-05-3-{}", id % 2 + 1, id % 3 + 1, id % 30 + 1);
    item.state = id % 2 == 0 ? "bound" : "filed";
    item.pages.push_back({1, id % 5 == 0 ? "双方约定信用额度为人民币五万元。" : "客户来访，商谈付款方式。", {}});
    return item;
  }

  ScratchFolder folder_;
  std::vector<Document> items_;
};

}  // namespace twofold::indexer
