#include "tests/archive/places.h"

#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::archive;

namespace {

struct Store {
  ScratchFolder folder{fs::temp_directory_path()};
  fs::path root = folder.path() / "对象 store", tmp = folder.path() / "tmp";
  ObjectStore store{root, tmp};
  Store() {
    fs::create_directories(root);
    fs::create_directories(tmp);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(object_store_test)

BOOST_AUTO_TEST_CASE(bytes_stand_under_their_digest_and_nothing_stays_in_tmp) {
  Store at;
  const auto stored = at.store.put_bytes("合同");
  BOOST_TEST((stored.sha256 == sha256("合同")));
  BOOST_TEST(stored.size == 6U);
  BOOST_TEST(!stored.was_there);
  const auto name = stored.sha256.text();
  BOOST_TEST(read_file(at.root / name.substr(0, 2) / name.substr(2, 2) / name) == "合同");
  BOOST_TEST(fs::is_empty(at.tmp));
}

BOOST_AUTO_TEST_CASE(identical_bytes_are_stored_once) {
  Store at;
  write_durably(at.folder.path() / "a b.txt", "same");
  at.store.put_bytes("same");
  BOOST_TEST(at.store.put_file(at.folder.path() / "a b.txt").was_there);
  BOOST_TEST(fs::is_empty(at.tmp));
}

BOOST_AUTO_TEST_CASE(a_cut_object_is_replaced_by_the_whole_one) {
  Store at;
  const auto stored = at.store.put_bytes("whole content");
  fs::resize_file(at.store.path_of(stored.sha256), 3);
  BOOST_TEST(!at.store.put_bytes("whole content").was_there);
  BOOST_TEST(read_file(at.store.path_of(stored.sha256)) == "whole content");
}

BOOST_AUTO_TEST_CASE(a_destroyed_object_is_absent_and_may_be_destroyed_again) {
  Store at;
  const auto stored = at.store.put_bytes("x");
  BOOST_TEST(at.store.destroy(stored.sha256));
  BOOST_TEST(!at.store.destroy(stored.sha256));
  BOOST_TEST(!at.store.size_of(stored.sha256).has_value());
}

BOOST_AUTO_TEST_CASE(a_source_that_cannot_be_read_leaves_nothing_behind) {
  Store at;
  BOOST_CHECK_THROW(at.store.put_file(at.folder.path() / "无此文件"), Error);
  BOOST_TEST(fs::is_empty(at.tmp));
  BOOST_TEST(fs::is_empty(at.root));
}

BOOST_AUTO_TEST_SUITE_END()
