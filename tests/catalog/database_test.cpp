#include "base/error.h"
#include "base/files.h"
#include "catalog/database.h"
#include "catalog/sql.h"

#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(database_test)

BOOST_AUTO_TEST_CASE(a_new_database_has_the_newest_schema_and_opens_again_unchanged) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path file = folder.path() / "目录 库.sqlite";
  const int version = Database(file, Database::Mode::ReadWrite).schema_version();
  BOOST_TEST(version >= 1);
  BOOST_TEST(Database(file, Database::Mode::ReadOnly).schema_version() == version);
}

BOOST_AUTO_TEST_CASE(a_rolled_back_number_is_drawn_again_so_that_there_is_no_gap) {
  const ScratchFolder folder(fs::temp_directory_path());
  Database database(folder.path() / "c.sqlite", Database::Mode::ReadWrite);
  const FixedClock clock(Date(2026, 3, 1));
  {
    Transaction dropped(database, "周敏", clock);
    BOOST_TEST(dropped.draw("receipt") == 1);
  }
  Transaction kept(database, "周敏", clock);
  BOOST_TEST(kept.draw("receipt") == 1);
  BOOST_TEST(kept.draw("receipt") == 2);
  BOOST_TEST(kept.draw("another") == 1);
  kept.commit();
}

BOOST_AUTO_TEST_CASE(what_is_not_committed_is_not_there) {
  const ScratchFolder folder(fs::temp_directory_path());
  Database database(folder.path() / "c.sqlite", Database::Mode::ReadWrite);
  const FixedClock clock(Date(2026, 3, 1));
  { Transaction(database, "周敏", clock).set_meta("fonds", "A001"); }
  BOOST_TEST(database.meta("fonds").empty());
}

BOOST_AUTO_TEST_CASE(a_database_of_a_newer_program_is_refused) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path file = folder.path() / "c.sqlite";
  {
    Database database(file, Database::Mode::ReadWrite);
    Transaction transaction(database, "周敏", SystemClock());
    transaction.set_meta("schema", "999");
    transaction.commit();
  }
  BOOST_CHECK_EXCEPTION(Database(file, Database::Mode::ReadWrite), Error,
                        [](const Error& error) { return error.message().key == "database.newer"; });
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_database_is_named_as_damaged) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path file = folder.path() / "c.sqlite";
  write_durably(file, std::string(5000, 'x'));
  BOOST_CHECK_EXCEPTION(Database(file, Database::Mode::ReadWrite), Error,
                        [](const Error& error) { return error.kind() == ErrorKind::Corrupt; });
}

BOOST_AUTO_TEST_SUITE_END()
