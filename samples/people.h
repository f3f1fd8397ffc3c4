#pragma once
// The invented people of the demonstration: the club's account managers and its customers.

#include "samples/random.h"

#include <string>
#include <vector>

namespace twofold::samples {

struct Manager {
  std::string name, chapter;
};

struct Customer {
  std::string number, name, address, phone, representative;
  std::size_t manager;   // index into managers()
  bool english = false;  // writes and signs in English
  bool complete = true;  // has every document type of category 1 and 3; the others show gaps
};

const std::vector<Manager>& managers();
const std::vector<Customer>& customers();
inline constexpr const char* kClub = "俱乐部有限公司";
inline constexpr const char* kHandler = "周敏";
inline constexpr const char* kLeader = "刘国栋";

std::string money(int yuan);  // 128,600.00元
// A well-formed but impossible identity number (area 000000).
std::string identity_number(Random& random);
std::string person(Random& random);

}  // namespace twofold::samples
