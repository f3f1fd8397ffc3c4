#pragma once
// What a Xapian document carries as its data: the fields that lists show, and the page texts, compressed. See docs/index-format.md.

#include "indexer/index.h"

namespace twofold::indexer {

struct Record {
  std::string number, title, customer_name, storage_id, shelf;
  int category = 0;
  std::vector<PageText> pages;
};

std::string write_record(const Document& document);
Record read_record(const std::string& data, bool with_pages);

}  // namespace twofold::indexer
