#include "archive/audit_log.h"

#include "archive/signing_key.h"
#include "base/error.h"
#include "base/text.h"
#include "tests/archive/places.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

using namespace twofold;
using namespace twofold::archive;

namespace {

// A log of a handful of events, exported, and what a stranger on another machine finds in it.
struct Exported {
  Exported() {
    const auto archive = place.open();
    for (int i = 1; i <= 4; ++i) add("EA001-2024-0000000" + std::to_string(i), *archive);
    key = public_key(archive->layout().keys());
    early_head = export_audit_log(*archive, place.files() / "早 先.log");
    add("EA001-2024-00000005", *archive);
    head = export_audit_log(*archive, log());
    content = read_file(log());
  }
  static void add(const std::string& subject, Archive& archive) {
    catalog::Transaction transaction(archive.database(), "周敏", archive.clock());
    catalog::record_event(transaction, "item.received", subject, {{"title", "合同"}});
    transaction.commit();
  }
  std::filesystem::path log() const { return place.files() / "审 计.log"; }
  AuditLogCheck check(const std::string& changed) const {
    const auto path = place.files() / "变 更.log";
    std::ofstream(path, std::ios::binary) << changed;  // thousands of them: none needs to be durable
    return verify_audit_log(path, {}, key);
  }
  std::vector<std::string> lines() const { return split(content.substr(0, content.size() - 1), '\n'); }

  Place place;
  std::string key, content;
  catalog::ChainHead early_head, head;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + '\n';
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(audit_log_test)

BOOST_AUTO_TEST_CASE(R14_an_exported_log_is_sound_without_the_archive) {
  const Exported exported;
  const auto checked = exported.check(exported.content);
  BOOST_TEST(!checked.fault.has_value());
  BOOST_TEST(checked.head.seq == exported.head.seq);
  BOOST_TEST(checked.head.hash.text() == exported.head.hash.text());
  BOOST_TEST(checked.public_key == exported.key);
}

BOOST_AUTO_TEST_CASE(R14_every_flipped_bit_of_a_log_is_found) {
  const Exported exported;
  for (std::size_t at = 0; at < exported.content.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = exported.content;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      BOOST_REQUIRE_MESSAGE(exported.check(changed).fault.has_value(), "byte " << at << ", bit " << bit);
    }
  }
}

BOOST_AUTO_TEST_CASE(R14_a_log_that_is_cut_anywhere_is_found) {
  const Exported exported;
  for (std::size_t length = 0; length < exported.content.size(); ++length)
    BOOST_REQUIRE_MESSAGE(exported.check(exported.content.substr(0, length)).fault.has_value(), length);
}

BOOST_AUTO_TEST_CASE(R14_a_removed_a_swapped_and_an_inserted_event_are_named) {
  const Exported exported;
  auto lines = exported.lines();  // lines[n] is event n
  auto removed = lines, swapped = lines, inserted = lines, tail = lines;
  removed.erase(removed.begin() + 3);
  std::swap(swapped[2], swapped[3]);
  inserted.insert(inserted.begin() + 2, lines[1]);
  tail.erase(tail.end() - 2);
  const auto seq_of = [&](const std::vector<std::string>& changed) {
    const auto fault = exported.check(joined(changed)).fault;
    return fault ? fault->seq : 0;
  };
  BOOST_TEST(seq_of(removed) == 3);
  BOOST_TEST(seq_of(swapped) == 2);
  BOOST_TEST(seq_of(inserted) == 2);
  BOOST_TEST(seq_of(tail) == exported.head.seq);
}

BOOST_AUTO_TEST_CASE(a_rolled_back_log_is_found_against_a_head_that_somebody_kept) {
  const Exported exported;
  const auto early = exported.place.files() / "早 先.log";
  BOOST_TEST(!verify_audit_log(early, {exported.early_head}, exported.key).fault.has_value());
  const auto checked = verify_audit_log(early, {exported.head}, exported.key);
  BOOST_REQUIRE(checked.fault.has_value());
  BOOST_TEST(checked.fault->reason == "audit.truncated");
  BOOST_TEST(checked.fault->seq == exported.head.seq);
}

BOOST_AUTO_TEST_CASE(a_log_that_another_archive_signed_is_found) {
  const Exported exported, other;
  const auto checked = verify_audit_log(other.log(), {}, exported.key);
  BOOST_REQUIRE(checked.fault.has_value());
  BOOST_TEST(checked.fault->reason == "audit.signature_wrong");
}

BOOST_AUTO_TEST_CASE(R14_anchors_kept_elsewhere_find_a_log_that_was_rolled_back) {
  const Place place;
  const auto anchors = place.files() / "锚 定.log", early = place.files() / "早 先.log", late = place.files() / "后 来.log";
  const auto archive = place.open();
  const auto key = archive_key(*archive);
  Exported::add("EA001-2024-00000001", *archive);
  anchor_audit(*archive, anchors);
  export_audit_log(*archive, early);
  Exported::add("EA001-2024-00000002", *archive);
  const auto head = anchor_audit(*archive, anchors);
  export_audit_log(*archive, late);
  const auto known = read_anchors(anchors, key);
  BOOST_REQUIRE(known.size() == 2U);
  BOOST_TEST(!verify_audit_log(late, known, key).fault.has_value());
  BOOST_TEST(!catalog::verify_chain_against(archive->database(), known).has_value());
  const auto fault = verify_audit_log(early, known, key).fault;
  BOOST_REQUIRE(fault.has_value());
  BOOST_TEST(fault->reason == "audit.truncated");
  BOOST_TEST(fault->seq == head.seq);
}

BOOST_AUTO_TEST_CASE(R14_every_flipped_bit_of_an_anchor_is_found_and_so_is_another_archives) {
  const Place place;
  const auto anchors = place.files() / "锚 定.log";
  const auto archive = place.open();
  anchor_audit(*archive, anchors);
  const std::string content = read_file(anchors);
  const auto sound = [&](const std::string& changed, const std::string& key) {
    try {
      return read_anchors(place.write("变 更.log", changed), key).size() == 1;
    } catch (const Error& error) {
      BOOST_TEST(error.message().key == "audit.anchor_unsound");
      return false;
    }
  };
  const auto key = archive_key(*archive);
  BOOST_TEST(sound(content, key));
  for (std::size_t at = 0; at + 1 < content.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = content;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      BOOST_REQUIRE_MESSAGE(!sound(changed, key), "byte " << at << ", bit " << bit);
    }
  BOOST_TEST(!sound(content, Exported().key));
}

BOOST_AUTO_TEST_SUITE_END()
