#include "base/error.h"
#include "base/files.h"
#include "catalog/known_heads.h"
#include "catalog/sql.h"

#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::catalog;

namespace {

// An archive's database with five events.
struct Chain {
  Chain() : folder(fs::temp_directory_path()), database(folder.path() / "目录 1.sqlite", Database::Mode::ReadWrite) {
    for (int i = 0; i < 5; ++i) add("EA001-2024-0000000" + std::to_string(i));
  }
  void add(const std::string& subject) {
    Transaction transaction(database, "周敏", clock);
    record_event(transaction, "item.received", subject, {{"title", "合同"}});
    transaction.commit();
  }
  // As somebody with the file and a tool would.
  void tamper(const std::string& sql) {
    Statement(database, "DROP TRIGGER IF EXISTS event_is_append_only_update").run();
    Statement(database, "DROP TRIGGER IF EXISTS event_is_append_only_delete").run();
    Statement(database, sql).run();
  }

  FixedClock clock{Date(2026, 3, 1)};
  ScratchFolder folder;
  Database database;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(events_test)

BOOST_AUTO_TEST_CASE(an_untouched_chain_is_sound) {
  const Chain chain;
  BOOST_TEST(chain_head(chain.database).seq == 5);
  BOOST_TEST(!verify_chain(chain.database).has_value());
}

BOOST_AUTO_TEST_CASE(R14_whatever_is_changed_in_an_event_is_found_and_the_event_is_named) {
  for (const char* change : {"at = at + 1", "at = at + 0.5", "actor = 'x'", "action = 'x'", "subject = 'x'", "bytes = replace(bytes, '合同', '合约')",
                             "hash = zeroblob(32)", "hash = x'00'", "bytes = x''"}) {
    Chain chain;
    chain.tamper(std::string("UPDATE event SET ") + change + " WHERE seq = 3");
    const auto fault = verify_chain(chain.database);
    BOOST_REQUIRE_MESSAGE(fault.has_value(), change);
    BOOST_TEST(fault->seq == 3, change);
  }
}

BOOST_AUTO_TEST_CASE(a_missing_event_is_found_and_a_missing_tail_against_a_printed_head) {
  Chain chain;
  const auto head = chain_head(chain.database);
  chain.tamper("DELETE FROM event WHERE seq = 5");
  BOOST_TEST(!verify_chain(chain.database).has_value());
  BOOST_TEST(verify_chain(chain.database, head)->seq == 5);
  chain.tamper("DELETE FROM event WHERE seq = 2");
  BOOST_TEST(verify_chain(chain.database)->seq == 2);
}

BOOST_AUTO_TEST_CASE(R14_a_chain_written_anew_differs_from_every_head_that_somebody_kept) {
  Chain chain, other;
  KnownHeads kept;
  for (int i = 0; i < 3; ++i) {
    kept.push_back(chain_head(chain.database));
    chain.add("EA001-2024-0000001" + std::to_string(i));
    other.add("EA001-2024-0000002" + std::to_string(i));
  }
  BOOST_TEST(!verify_chain_against(chain.database, kept).has_value());
  const auto fault = verify_chain_against(other.database, kept);
  BOOST_REQUIRE(fault.has_value());
  BOOST_TEST(fault->reason == "audit.hash_differs");
  BOOST_TEST(fault->seq == kept[1].seq);
}

BOOST_AUTO_TEST_CASE(events_can_neither_be_changed_nor_removed) {
  const Chain chain;
  BOOST_CHECK_THROW(Statement(chain.database, "UPDATE event SET actor = 'x'").run(), Error);
  BOOST_CHECK_THROW(Statement(chain.database, "DELETE FROM event").run(), Error);
}

BOOST_AUTO_TEST_SUITE_END()
