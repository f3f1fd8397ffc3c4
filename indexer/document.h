#pragma once
// What is indexed of an item.

#include "base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace twofold::indexer {

struct PageText {
  int number = 1;
  std::string text;
  // What the recogniser held next best for words it was unsure of: indexed, never shown.
  std::vector<std::string> second_readings;
};

// What is indexed of an item. Empty strings where the item has no such thing.
struct Document {
  std::int64_t item_id = 0;       // the key: adding the same id again replaces the document
  std::string title;
  std::string customer_number;    // 户号
  std::string customer_name;
  std::int64_t customer_id = 0;   // 0: none
  int category = 0;               // 1 … 6; 0 for a daily record
  std::string chapter;            // C03
  std::int64_t chapter_id = 0;    // 0: none
  std::string manager;            // the account manager's name
  std::string document_type;      // the profile's key: contract …
  std::string document_type_name; // in the archive's language: 合同协议文本
  std::string document_number;    // 文号, contract number
  std::string responsible;        // 责任者
  int year = 0;
  std::optional<Date> date;       // signing date
  std::string number;             // 档号, or the provisional number before closing
  std::string earlier_number;     // the provisional number, once a 档号 has replaced it
  std::string storage_id;
  std::string shelf;              // K1-02-05-3-12; may be empty
  std::string state;              // draft, filed, bound …
  std::vector<PageText> pages;
};

}  // namespace twofold::indexer
