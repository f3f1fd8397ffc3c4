#pragma once
// The names that rows of columns speak of, and the keys under which customers are suggested. Both stand in the
// index's metadata, which is sorted: a name is one look-up and a beginning one walk, and nothing has to be loaded.
// For the indexer's sources alone.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <xapian.h>

namespace twofold::indexer {

enum class NameKind : char { Customer = 'c', Client = 'l', Manager = 'm', Type = 't', Place = 'p', State = 's' };

class NameWriter {
 public:
  explicit NameWriter(Xapian::WritableDatabase& database) : database_(database) {}
  // From 1; 0 for an empty name. A new name is recorded.
  std::uint32_t ordinal(NameKind kind, std::string_view name);
  // A customer, from now on suggested by name, number and pinyin.
  std::uint32_t client(std::string_view number, std::string_view name);

 private:
  std::uint32_t draw(NameKind kind);
  Xapian::WritableDatabase& database_;
  std::unordered_map<std::string, std::uint32_t> known_;
};

// Empty where there is none.
std::string name_by_ordinal(const Xapian::Database& database, NameKind kind, std::uint32_t ordinal);

struct Client {
  std::uint32_t ordinal = 0;
  std::string number, name;
};
// Clients with a key that begins so, in the order of the keys, some perhaps twice; until take() says false.
void each_client(const Xapian::Database& database, const std::string& beginning, const std::function<bool(std::uint32_t)>& take);
Client client_by_ordinal(const Xapian::Database& database, std::uint32_t ordinal);

// What a person types, as keys are written: folded, letters and digits alone.
std::string suggestion_key(std::string_view typed);

}  // namespace twofold::indexer
