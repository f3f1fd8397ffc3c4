#include "archive/arrival.h"

#include "archive/page_picture.h"
#include "archive/words_record.h"

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

void store_results(ObjectStore& store, const std::string& recogniser, Arrival& arrival) {
  auto& reading = arrival.reading;
  if (reading.reading_copy) {
    const auto stored = store.put_file(*reading.reading_copy);
    arrival.reading_copy = catalog::StoredObject{stored.sha256, stored.size, "pdf"};
    reading.reading_copy.reset();
  }
  bool has_words = false;
  for (const auto& page : reading.pages) has_words = has_words || !page.words.empty();
  if (!has_words) return;
  const auto stored = store.put_bytes(words_record(reading.pages, recogniser));
  arrival.words = catalog::StoredObject{stored.sha256, stored.size, "json"};
  for (auto& page : reading.pages) page.words = {};
}

}  // namespace

bool Claims::claim(const Sha256& sha256, std::size_t turn) {
  const std::lock_guard guard(mutex_);
  const auto [claimed, first] = turns_.try_emplace(sha256, turn);
  if (!first && claimed->second <= turn) return false;
  claimed->second = turn;
  return true;
}

std::vector<Arrival> read_source(Archive& archive, const catalog::Database& database, scanner::Reader& reader, Claims& claims,
                                 Source source, ProgressSink& progress) {
  const auto stored = archive.store().put_file(source.path);
  Arrival arrival;
  arrival.shown = source.shown;
  arrival.source_name = fs::path(source.shown).filename().string();
  arrival.description = source.description;
  arrival.original = {stored.sha256, stored.size, "unknown"};
  arrival.container = source.opened;
  if (source.opened) return {std::move(arrival)};
  if (source.set_aside) {
    arrival.set_aside = source.set_aside;
    arrival.original.format = std::string(scanner::name_of(scanner::Reader::detect(source.path)));
    return {std::move(arrival)};
  }
  if (source.unreadable) {
    arrival.reading = std::move(*source.unreadable);
    return {std::move(arrival)};
  }
  arrival.known = catalog::find_item_by_content(database, stored.sha256).has_value() || !claims.claim(stored.sha256, source.index);
  if (arrival.known) return {std::move(arrival)};

  const auto scratch = std::make_shared<ScratchFolder>(archive.layout().tmp());
  arrival.reading = reader.read(archive.store().path_of(stored.sha256), scratch->path(), progress, source.nesting);
  arrival.original.format = std::string(scanner::name_of(arrival.reading.type));
  store_results(archive.store(), scanner::recogniser_version(archive.reader_options().accuracy), arrival);
  keep_shown_pictures(archive.layout(), scratch->path(), arrival.reading, stored.sha256,
                      arrival.reading_copy ? std::optional(arrival.reading_copy->sha256) : std::nullopt);

  std::vector<Source> attachments;
  for (const auto& enclosed : arrival.reading.enclosed) {
    Source attachment = source;
    attachment.path = enclosed.path;
    attachment.shown = source.shown + "!/" + enclosed.name;
    attachment.nesting = arrival.reading.inside;
    attachment.description.title.clear();
    attachment.part = false;
    attachments.push_back(std::move(attachment));
  }
  arrival.reading.enclosed.clear();
  std::vector<Arrival> arrivals;
  arrivals.push_back(std::move(arrival));
  for (const auto& attachment : attachments)
    for (auto& inner : read_source(archive, database, reader, claims, attachment, progress)) arrivals.push_back(std::move(inner));
  return arrivals;
}

}  // namespace twofold::archive
