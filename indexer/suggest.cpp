#include "indexer/suggest.h"

#include "indexer/names.h"

#include <algorithm>

namespace twofold::indexer {
namespace {

// Keys that one answer looks at: a beginning that more share is too short to be told from them.
constexpr std::size_t kMostKeys = 3000;

// How many items of each of these clients may be seen, by the client's ordinal.
std::vector<std::uint32_t> items_of(const std::vector<std::uint32_t>& clients, const View& view) {
  if (clients.empty()) return {};
  std::vector<std::uint32_t> items(std::ranges::max(clients) + 1U, 0);
  std::vector<bool> wanted(items.size(), false);
  for (const auto client : clients) wanted[client] = true;
  const auto rows = view.columns.rows();
  for (std::uint32_t id = 1; id < rows.size(); ++id) {
    const Row& row = rows[id];
    if (row.client < wanted.size() && wanted[row.client] && view.sight.sees(id, row)) ++items[row.client];
  }
  return items;
}

}  // namespace

std::vector<Suggestion> suggest_clients(const View& view, std::string_view beginning, std::size_t most) {
  const std::string key = suggestion_key(beginning);
  if (key.empty() || most == 0) return {};
  std::vector<std::uint32_t> found;
  std::size_t looked_at = 0;
  each_client(view.database, key, [&](std::uint32_t client) {
    found.push_back(client);
    return ++looked_at < kMostKeys;
  });
  const auto seen_items = items_of(found, view);
  std::vector<std::pair<std::uint32_t, std::size_t>> seen;
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  for (const auto client : found)
    if (seen_items[client] > 0) seen.emplace_back(client, seen_items[client]);
  const auto kept = std::min(most, seen.size());
  std::ranges::partial_sort(seen, seen.begin() + static_cast<std::ptrdiff_t>(kept), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  seen.resize(kept);
  std::vector<Suggestion> suggestions;
  for (const auto& [client, count] : seen) {
    Client known = client_by_ordinal(view.database, client);
    suggestions.push_back({std::move(known.number), std::move(known.name), count});
  }
  return suggestions;
}

}  // namespace twofold::indexer
