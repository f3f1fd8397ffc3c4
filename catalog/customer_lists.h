#pragma once
// Lists of customers (R19, R32, R37-R41): by focus, class, birthday, number, calls due and certificates expiring; each paged, each
// only of those that whoever asks may know of, and with the class that counts on the day asked about (R40).

#include "catalog/customer_records.h"

namespace twofold::catalog {

// Whose customers: everybody's, or one manager's and those granted.
struct CustomerScope {
  bool everybody = true;
  std::int64_t manager_id = 0;
  std::vector<std::int64_t> customers;
};

struct CustomerRow {
  std::int64_t id = 0;   // of the row, for the place in the list
  std::string number, name, customer_class, manager, phone;
  std::string day;       // the birthday, the day a call is due, the expiry
  std::string note;      // holder and name of a certificate; the discharge of a call; month and day of birth
};

// A place in a list: the key and id of the last row seen; the beginning where empty.
struct ListPlace {
  std::string key;
  std::int64_t id = 0;
};

// In the order of their numbers (R37).
std::vector<CustomerRow> list_by_number(const Database& database, const CustomerScope& scope, const ClassDay& classes, const std::string& after_number, std::size_t most);
// Of one class; with an empty one all, class by class.
std::vector<CustomerRow> list_by_class(const Database& database, const CustomerScope& scope, const ClassDay& classes, const std::string& customer_class,
                                       const ListPlace& after, std::size_t most);
// Born in that month (1 to 12), by the day; 29 February stands on the 28th in a common year (R38).
std::vector<CustomerRow> list_birthdays(const Database& database, const CustomerScope& scope, const ClassDay& classes, int year, int month, const ListPlace& after,
                                        std::size_t most);
// The day by which the next month's birthdays are listed: the 30th, or the month's end if earlier.
Date birthday_list_due(const Date& today);
// Of the month's newest focus meeting.
std::vector<CustomerRow> list_focus(const Database& database, const CustomerScope& scope, const ClassDay& classes, const std::string& month, const std::string& after_number,
                                    std::size_t most);
// Calls due by that day and not made yet, the longest due first (R41).
std::vector<CustomerRow> list_calls(const Database& database, const CustomerScope& scope, const ClassDay& classes, const Date& due_by, const ListPlace& after,
                                    std::size_t most);
// Certificates that have expired or will by that day (R32).
std::vector<CustomerRow> list_certificates(const Database& database, const CustomerScope& scope, const ClassDay& classes, const Date& by, const ListPlace& after,
                                           std::size_t most);

}  // namespace twofold::catalog
