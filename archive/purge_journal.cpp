#include "archive/purge_journal.h"

#include "base/append.h"
#include "base/error.h"
#include "base/text.h"
#include "catalog/purge_replay.h"

#include <charconv>
#include <fmt/format.h>
#include <fstream>

namespace twofold::archive {
namespace {

constexpr std::size_t kEntriesAtOnce = 500;
constexpr const char* kReadTo = "purge_journal_bytes";   // how much of the journal this catalogue knows

std::filesystem::path journal_of(const Archive& archive) {
  const std::string& named = archive.config().purge_journal;
  return named.empty() ? archive.layout().root / "purged.log" : std::filesystem::path(named);
}

// Storage ID, track, state, milliseconds: separated by tabs.
std::string line_of(const catalog::Destruction& destruction) {
  return fmt::format("{}\t{}\t{}\t{}\n", destruction.item.text(), catalog::text(destruction.track), destruction.state, destruction.at.milliseconds);
}

std::optional<catalog::Destruction> destruction_of(const std::string& line) {
  const auto cells = split(line, '\t');
  if (cells.size() != 4) return std::nullopt;
  const auto item = catalog::StorageId::try_parse(cells[0]);
  const auto track = catalog::try_parse_track(cells[1]);
  std::int64_t at = 0;
  const bool number = std::from_chars(cells[3].data(), cells[3].data() + cells[3].size(), at).ec == std::errc();
  if (!item || !track || !number) return std::nullopt;
  return catalog::Destruction{*item, *track, cells[2], Timestamp{at}};
}

// The journal's size afterwards.
std::uint64_t append(const std::filesystem::path& file, const std::string& lines) {
  try {
    append_durably(file, lines);
  } catch (const Error& error) {
    throw Error(ErrorKind::Io, msg("purge.journal_unwritten", file.string(), error.what()));
  }
  return std::filesystem::file_size(file);
}

std::uint64_t read_to(Archive& archive) {
  const std::string known = archive.database().meta(kReadTo);
  std::uint64_t bytes = 0;
  std::from_chars(known.data(), known.data() + known.size(), bytes);
  return bytes;
}

}  // namespace

void write_purge_journal(Archive& archive) {
  for (;;) {
    const auto found = catalog::unjournaled(archive.database(), kEntriesAtOnce);
    if (found.empty()) return;
    std::string lines;
    std::vector<std::int64_t> items;
    for (const auto& [id, destruction] : found) {
      lines += line_of(destruction);
      items.push_back(id);
    }
    const auto size = append(journal_of(archive), lines);
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    catalog::mark_journaled(transaction, items);
    transaction.set_meta(kReadTo, std::to_string(size));
    transaction.commit();
  }
}

std::size_t replay_purge_journal(Archive& archive) {
  const auto file = journal_of(archive);
  std::error_code ignored;
  const auto size = std::filesystem::file_size(file, ignored);
  const auto known = read_to(archive);
  if (ignored || size == known) return 0;
  std::ifstream journal(file, std::ios::binary);
  // A journal that is shorter than what is known is another one: from its beginning.
  journal.seekg(size > known ? static_cast<std::streamoff>(known) : 0);
  std::size_t replayed = 0;
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  for (std::string line; std::getline(journal, line);)
    if (const auto destruction = destruction_of(line)) replayed += catalog::replay_destruction(transaction, *destruction) ? 1 : 0;
  transaction.set_meta(kReadTo, std::to_string(size));
  transaction.commit();
  return replayed;
}

}  // namespace twofold::archive
