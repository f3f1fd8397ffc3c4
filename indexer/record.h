#pragma once
// What a Xapian document carries as its data: the fields that lists show, and the page texts, compressed. See
// docs/index-format.md.

#include "indexer/document.h"

namespace twofold::indexer {

struct Record {
  std::string number, title, customer_name, storage_id, shelf;
  int category = 0;
  std::vector<std::string> others;  // what else of the catalogue can be asked for word for word: manager, numbers …
  std::vector<PageText> pages;      // without second readings
};

std::string write_record(const Document& document);
Record read_record(const std::string& data);

}  // namespace twofold::indexer
