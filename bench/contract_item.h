#pragma once
// One contract of many, as it is received: what the benchmarks of the catalogue and of the stack file by the thousand.

#include "base/digest.h"
#include "catalog/items.h"

#include <fmt/format.h>

namespace twofold::bench {

inline catalog::NewItem contract_item(int number, std::int64_t chapter, int year, std::int64_t customer) {
  catalog::NewItem item;
  item.customer_id = customer;
  item.category = 2;
  item.chapter_id = chapter;
  item.document_type = "contract";
  item.title = fmt::format("会员签单消费合同 {}", number);
  item.document_number = fmt::format("HT-{}-{:06}", year, number);
  item.responsible = "王府集团";
  item.date = Date(year, static_cast<unsigned>(number % 12 + 1), static_cast<unsigned>(number % 28 + 1));
  item.year = year;
  item.retention = catalog::Retention::Years10;
  item.paper = true;
  item.source_name = "合同.tif";
  item.original = {sha256(std::to_string(number)), 60'000, "tiff"};
  item.pages = {{1, "合同由甲方与王府集团签订,有效期自签订之日起至年底止。期满前三十日内双方未提出异议的,自动顺延一年。"}};
  return item;
}

}  // namespace twofold::bench
