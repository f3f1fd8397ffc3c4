#include "base/digest.h"
#include "base/error.h"
#include "base/files.h"

#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;

BOOST_AUTO_TEST_SUITE(files_test)

BOOST_AUTO_TEST_CASE(a_durable_write_replaces_the_whole_content_and_leaves_nothing_else) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path path = folder.path() / "档案 1.txt";
  write_durably(path, "first");
  write_durably(path, "second");
  BOOST_TEST(read_file(path) == "second");
  BOOST_TEST(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_named_in_the_error) {
  try {
    read_file("/nowhere/客户.txt");
    BOOST_FAIL("reading must fail");
  } catch (const Error& error) {
    BOOST_TEST(render(error.message(), Language::Chinese).find("/nowhere/客户.txt") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(the_second_writer_does_not_get_the_lock) {
  const ScratchFolder folder(fs::temp_directory_path());
  const auto first = FileLock::try_lock(folder.path() / "lock");
  BOOST_TEST(first.has_value());
  BOOST_TEST(!FileLock::try_lock(folder.path() / "lock").has_value());
}

BOOST_AUTO_TEST_CASE(the_digest_of_a_file_is_the_digest_of_its_bytes) {
  const ScratchFolder folder(fs::temp_directory_path());
  const std::string bytes(3'000'000, 'x');
  write_durably(folder.path() / "x", bytes);
  BOOST_TEST(sha256_file(folder.path() / "x").text() == sha256(bytes).text());
  BOOST_TEST(sha256("abc").text() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_SUITE_END()
