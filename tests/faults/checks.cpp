#include "tests/faults/checks.h"

#include "archive/closing.h"
#include "catalog/cross_reference.h"
#include "catalog/disposition.h"
#include "catalog/events.h"
#include "catalog/filing.h"
#include "catalog/outbox.h"
#include "indexer/index.h"

#include <Poco/JSON/Parser.h>
#include <algorithm>
#include <set>

namespace twofold::faults {
namespace fs = std::filesystem;
namespace {

using Faults = std::vector<std::string>;

std::string english(const Message& message) { return render(message, Language::English); }

std::vector<catalog::Item> all_items(archive::Archive& archive) {
  std::vector<catalog::Item> items;
  catalog::each_item(archive.database(), [&](const catalog::Item& item) { items.push_back(item); });
  return items;
}

bool is_destroyed(const catalog::Item& item) { return item.state == catalog::ItemState::Destroyed; }

// 1, 2, 3 … without a gap or a double.
void check_row(std::vector<std::int64_t> numbers, const std::string& what, Faults& faults) {
  std::ranges::sort(numbers);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (numbers[i] != static_cast<std::int64_t>(i + 1)) return faults.push_back(what + " have a gap or a double");
}

void check_items(archive::Archive& archive, Faults& faults) {
  std::set<Sha256> contents;
  std::vector<std::int64_t> serials, receipts;
  for (const auto& item : all_items(archive)) {
    serials.push_back(item.storage_id.serial);
    if (item.provisional) receipts.push_back(item.provisional->receipt);
    const auto original = catalog::object_of(archive.database(), item.id, "original");
    if (!original) faults.push_back(item.number() + " has no original");
    else if (!contents.insert(original->sha256).second) faults.push_back(item.number() + " is there twice");
    if (original && !is_destroyed(item) && archive.store().size_of(original->sha256) != original->size)
      faults.push_back(item.number() + " has lost its bytes");
    if (static_cast<int>(catalog::pages_of(archive.database(), item.id).size()) != item.page_count &&
        !is_destroyed(item))
      faults.push_back(item.number() + " has lost pages");
  }
  check_row(serials, "storage IDs", faults);
  check_row(receipts, "provisional numbers", faults);
}

void check_index(archive::Archive& archive, Faults& faults) {
  std::vector<std::int64_t> expected;
  for (const auto& item : all_items(archive))
    if (!is_destroyed(item)) expected.push_back(item.id);
  if (catalog::count_pending_indexing(archive.database()) != 0) faults.push_back("the outbox is not empty");
  indexer::IndexReader reader(archive.layout().index());
  if (reader.all_item_ids() != expected) faults.push_back("the index has other items than the catalogue");
}

void check_volumes(archive::Archive& archive, Faults& faults) {
  using catalog::VolumeState;
  for (const auto& volume : all_volumes(archive)) {
    if (volume.state == VolumeState::Open || volume.state == VolumeState::Destroyed) continue;
    if (!catalog::closing_of(archive.database(), volume.id)) faults.push_back(volume.code.text() + " is half closed");
    for (const auto& message : archive::verify_closed_volume(archive, volume.code)) faults.push_back(english(message));
  }
}

std::size_t quarantined_files(archive::Archive& archive) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(archive.layout().quarantine()))
    count += entry.path().extension() != ".txt" && entry.path().extension() != ".json";
  return count;
}

void check_ingested(const Place& place, archive::Archive& archive, Faults& faults) {
  if (all_items(archive).size() != kItems) faults.push_back("not as many items as files");
  if (quarantined_files(archive) != kQuarantined) faults.push_back("not as many quarantined files as broken ones");
  for (const auto& entry : fs::directory_iterator(place.sources()))
    if (entry.path().filename() != "manifest.csv" &&
        !catalog::find_receipt(archive.database(), sha256_file(entry.path())))
      faults.push_back(entry.path().filename().string() + " has no receipt");
}

void check_filed(archive::Archive& archive, Faults& faults) {
  for (const auto& item : all_items(archive)) {
    if (item.state != catalog::ItemState::Filed) faults.push_back(item.number() + " is not filed");
    if (catalog::signatures_of(archive.database(), item.id).size() != 4)
      faults.push_back(item.number() + " lacks signatures");
  }
}

void check_closed(archive::Archive& archive, Faults& faults) {
  for (const auto& volume : all_volumes(archive))
    if (volume.state == catalog::VolumeState::Open) faults.push_back(volume.code.text() + " is still open");
  std::vector<std::int64_t> numbers;
  for (const auto& item : all_items(archive)) {
    if (item.reference_code) numbers.push_back(item.reference_code->item);
    else faults.push_back(item.number() + " has no reference code");
  }
  check_row(numbers, "reference codes", faults);
}

void check_purged(const Place& place, archive::Archive& archive, Faults& faults) {
  // What came in is gone, a container with what was in it too. The broken file never became an item.
  for (const auto& entry : fs::directory_iterator(place.sources()))
    if (entry.path().extension() != ".pdf" && archive.store().size_of(sha256_file(entry.path())))
      faults.push_back(entry.path().filename().string() + " has left its bytes behind");
  for (const auto& item : all_items(archive)) {
    if (!is_destroyed(item)) faults.push_back(item.number() + " is still there");
    const auto original = catalog::object_of(archive.database(), item.id, "original");
    if (original && archive.store().size_of(original->sha256))
      faults.push_back(item.number() + " has left its bytes behind");
  }
  if (!catalog::destruction_queue(archive.database(), 1).empty())
    faults.push_back("objects still wait for their destruction");
  for (const auto& list : catalog::list_dispositions(archive.database()))
    if (list.state != "certified") faults.push_back(list.number + " has no certificate");
}

// What the program itself says of the archive.
void check_answers(const std::string& scenario, const Place& place, const std::vector<std::string>& volumes,
                   Faults& faults) {
  const auto ask = [&](const std::vector<std::string>& words) {
    auto ended = run_program(place.archive(), place.root, inquiry(scenario, words));
    if (ended.code != 0)
      faults.push_back(words[0] + ' ' + words[1] + " ends with " + std::to_string(ended.code) + ended.answer);
    return ended.answer;
  };
  ask({"xref", "verify"});
  ask({"audit", "verify"});
  for (const auto& volume : volumes) ask({"volume", "verify", volume});
  const std::size_t expected = scenario == "purge" ? 0 : 1;
  for (const char* word : kWords) {
    const auto answer = Poco::JSON::Parser().parse(ask({"search", word})).extract<Poco::JSON::Object::Ptr>();
    if (answer->optValue<std::size_t>("total", 99) != expected)
      faults.push_back(std::string("search misjudges ") + word);
  }
}

std::vector<std::string> sealed_volumes(archive::Archive& archive) {
  std::vector<std::string> codes;
  for (const auto& volume : all_volumes(archive))
    if (catalog::closing_of(archive.database(), volume.id) && volume.state != catalog::VolumeState::Destroyed)
      codes.push_back(volume.code.text());
  return codes;
}

}  // namespace

Faults faults_after_recovery(archive::Archive& archive) {
  Faults faults;
  for (const auto& finding : archive.findings())
    if (finding.key != "recovery.index_rebuilt") faults.push_back("recovery: " + english(finding));
  if (!fs::is_empty(archive.layout().tmp())) faults.push_back("tmp/ is not empty");
  if (const auto bad = catalog::verify_chain(archive.database())) faults.push_back("events: " + bad->reason);
  catalog::verify_cross_references(archive.database(), [&](const catalog::LinkFault& link) {
    faults.push_back("link of " + link.number + ": " + link.reason);
  });
  check_items(archive, faults);
  check_index(archive, faults);
  check_volumes(archive, faults);
  return faults;
}

Faults faults_at_the_end(const std::string& scenario, const Place& place) {
  Faults faults;
  std::vector<std::string> volumes;
  {
    Opened archive(scenario, place, Opened::Access::Read);
    faults = faults_after_recovery(*archive);
    check_ingested(place, *archive, faults);
    if (scenario == "filing") check_filed(*archive, faults);
    if (scenario == "closing") check_closed(*archive, faults);
    if (scenario == "purge") check_purged(place, *archive, faults);
    volumes = sealed_volumes(*archive);
  }
  check_answers(scenario, place, volumes, faults);
  return faults;
}

}  // namespace twofold::faults
