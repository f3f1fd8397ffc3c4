#include "indexer/names.h"

#include "base/text.h"
#include "indexer/pinyin.h"
#include "indexer/tokens.h"

#include <charconv>
#include <set>

namespace twofold::indexer {
namespace {

constexpr std::size_t kMostKeyBytes = 120;  // Xapian takes 245
constexpr char kEnd = '\x01';               // between the parts of a key or a value: in no name, and before every letter

std::string name_key(NameKind kind, std::string_view name) {
  return {std::string("I") + static_cast<char>(kind) + std::string(name.substr(0, kMostKeyBytes))};
}
std::string ordinal_key(NameKind kind, std::uint32_t ordinal) {
  return std::string("N") + static_cast<char>(kind) + std::to_string(ordinal);
}

std::uint32_t number_in(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The name from each of its characters on, its number, its pinyin and the initials.
std::set<std::string> keys_of(std::string_view number, std::string_view name) {
  std::set<std::string> keys;
  const auto letters = to_code_points(suggestion_key(name));
  for (std::size_t at = 0; at < letters.size() && at < 40; ++at)
    if (at == 0 || is_han(letters[at])) keys.insert(to_utf8(std::u32string_view(letters).substr(at)));
  keys.insert(suggestion_key(number));
  for (const auto& pinyin : pinyins_of(name)) keys.insert({pinyin.full, pinyin.initials});
  keys.erase("");
  return keys;
}

}  // namespace

std::string suggestion_key(std::string_view typed) { return compact_text(typed); }

std::uint32_t NameWriter::draw(NameKind kind) {
  const std::string counter = std::string("C") + static_cast<char>(kind);
  const std::uint32_t next = number_in(database_.get_metadata(counter)) + 1;
  database_.set_metadata(counter, std::to_string(next));
  return next;
}

std::uint32_t NameWriter::ordinal(NameKind kind, std::string_view name) {
  if (name.empty()) return 0;
  const std::string key = name_key(kind, name);
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  std::uint32_t ordinal = number_in(database_.get_metadata(key));
  if (ordinal == 0) {
    ordinal = draw(kind);
    database_.set_metadata(key, std::to_string(ordinal));
    database_.set_metadata(ordinal_key(kind, ordinal), std::string(name));
  }
  return known_.emplace(key, ordinal).first->second;
}

std::uint32_t NameWriter::client(std::string_view number, std::string_view name) {
  if (number.empty() && name.empty()) return 0;
  const std::string whole = std::string(number) + kEnd + std::string(name);
  const std::string last = std::string("C") + static_cast<char>(NameKind::Client);
  const std::uint32_t before = known_.contains(name_key(NameKind::Client, whole)) ? ~0U : number_in(database_.get_metadata(last));
  const std::uint32_t found = ordinal(NameKind::Client, whole);
  if (found > before)
    for (const auto& key : keys_of(number, name))
      database_.set_metadata("S" + key.substr(0, kMostKeyBytes) + kEnd + std::to_string(found), "1");
  return found;
}

std::string name_by_ordinal(const Xapian::Database& database, NameKind kind, std::uint32_t ordinal) {
  return ordinal == 0 ? std::string() : database.get_metadata(ordinal_key(kind, ordinal));
}

Client client_by_ordinal(const Xapian::Database& database, std::uint32_t ordinal) {
  const std::string whole = name_by_ordinal(database, NameKind::Client, ordinal);
  const auto end = whole.find(kEnd);
  if (end == std::string::npos) return {};
  return {ordinal, whole.substr(0, end), whole.substr(end + 1)};
}

void each_client(const Xapian::Database& database, const std::string& beginning, const std::function<bool(std::uint32_t)>& take) {
  const auto end = database.metadata_keys_end("S" + beginning);
  for (auto key = database.metadata_keys_begin("S" + beginning); key != end; ++key) {
    const std::string text = *key;
    const auto mark = text.rfind(kEnd);
    if (mark != std::string::npos && !take(number_in(std::string_view(text).substr(mark + 1)))) return;
  }
}

}  // namespace twofold::indexer
