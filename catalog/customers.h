#pragma once
// Customers, account managers and the chapters they keep (R6).

#include "catalog/database.h"
#include "catalog/numbers.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace twofold::catalog {

struct Customer {
  std::int64_t id = 0;
  std::string number;        // 户号
  std::string name;
  std::string customer_class;
  std::string manager;       // name; may be empty
  std::map<std::string, std::string> fields;
  std::optional<Date> class_until;   // the last day on which the class counts; nothing: it does not lapse
};

// Finds by number, else creates with an event. An existing customer's name must agree: Error{Refused, "customer.name_differs"}.
// An empty number finds by exact name, else draws the next number "K000001".
Customer ensure_customer(Transaction& transaction, const std::string& number, const std::string& name, const std::string& manager);
std::optional<Customer> find_customer(const Database& database, std::string_view number_or_name);
std::optional<Customer> find_customer(const Database& database, std::int64_t id);
std::vector<Customer> list_customers(const Database& database, std::string_view after_number, std::size_t most);

struct Chapter {
  std::int64_t id = 0;
  int category = 0;
  ChapterCode code;
  std::string manager;       // who keeps it now
};

// The chapter that receives the manager's files of the category (R6); created with `wanted` or the next free code when there is none.
// A `wanted` code that the manager keeps beside it, taken over from a colleague, is that chapter. One that is another manager's:
// Error{Refused, "chapter.of_another_manager"}; one that is nobody's while the manager has one: "chapter.manager_has_another".
Chapter ensure_chapter(Transaction& transaction, int category, const std::string& manager, const std::optional<ChapterCode>& wanted = {});
std::optional<Chapter> find_chapter(const Database& database, std::int64_t id);
std::vector<Chapter> list_chapters(const Database& database);

}  // namespace twofold::catalog
