#pragma once
// Invented files of a sales department, as many as wanted: near-duplicates, made from forms. The same seed gives the
// same files.

#include "bench/search/lines.h"
#include "bench/search/paper.h"
#include "samples/random.h"

namespace twofold::bench {

struct Client {
  std::string number, name, manager;
  bool english = false;
};

class CustomerFiles {
 public:
  CustomerFiles(std::uint64_t seed, int customers);
  // The id is the item id; files are independent of each other and may be made in any order.
  Paper paper(std::int64_t id) const;
  const std::vector<Client>& clients() const { return clients_; }

 private:
  std::uint64_t seed_;
  std::vector<Client> clients_;
};

}  // namespace twofold::bench
