#include "catalog/lookup.h"

#include <boost/test/unit_test.hpp>

#include "tests/catalog/records.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(lookup_test)

namespace {

std::int64_t item_found(const Records& records, std::string_view number) {
  const auto found = look_up(records.database, number);
  const auto* item = found ? std::get_if<Item>(&*found) : nullptr;
  return item ? item->id : 0;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_number_an_item_ever_had_finds_it_after_closing) {
  Records records;
  const auto filed = records.receive_and_file({});
  records.bind(*filed.volume_id);
  const auto item = records.item(filed.id);
  BOOST_TEST(item_found(records, item.reference_code->text()) == item.id);
  BOOST_TEST(item_found(records, item.reference_code->file_name()) == item.id);
  BOOST_TEST(item_found(records, item.provisional->text()) == item.id);
  BOOST_TEST(item_found(records, item.storage_id.text()) == item.id);
  BOOST_TEST(item_found(records, item.storage_id.address()) == item.id);
  BOOST_TEST(item_found(records, "  " + item.provisional->text() + " ") == item.id);
}

BOOST_AUTO_TEST_CASE(a_volume_is_found_with_either_dot) {
  Records records;
  const auto volume = records.volume(*records.receive({}).volume_id);
  for (const auto& typed : {volume.code.text(), volume.code.file_name()}) {
    const auto found = look_up(records.database, typed);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(std::get<Volume>(*found).id == volume.id);
  }
}

BOOST_AUTO_TEST_CASE(a_place_and_a_container_tell_what_stands_there) {
  Records records;
  const auto volume = records.volume(*records.receive({}).volume_id);
  std::string box;
  records.act([&](Transaction& transaction) { box = make_container(transaction, volume.code).text(); });
  BOOST_TEST(std::get<Volume>(*look_up(records.database, box)).id == volume.id);
  records.act(
      [&](Transaction& transaction) { place_volume(transaction, volume.code, ShelfCode::parse("K1-02-05-3-12")); });
  for (const std::string& typed : {std::string("K1-02-05-3-12"), box}) {
    const auto found = look_up(records.database, typed);
    BOOST_REQUIRE(found.has_value());
    const auto& row = std::get<ShelfRow>(*found);
    BOOST_TEST((row.volume == volume.code));
    BOOST_TEST(row.container == box);
  }
}

BOOST_AUTO_TEST_CASE(a_customer_is_found_by_number_and_by_name) {
  Records records;
  const auto item = records.receive({});
  const auto customer = *find_customer(records.database, *item.customer_id);
  BOOST_TEST(std::get<Customer>(*look_up(records.database, customer.number)).id == customer.id);
  BOOST_TEST(std::get<Customer>(*look_up(records.database, "王府饭店")).id == customer.id);
}

BOOST_AUTO_TEST_CASE(what_nothing_carries_finds_nothing) {
  Records records;
  records.receive({});
  for (const char* typed :
       {"", "   ", "T-A001-02-C03-999999", "A001-KH·02·1999-Y-C03-001", "store:01/A001/2024/99999999",
        "store:01/A001/2024/1", "K9-09-09-9-9", "BOX-1999-0001", "' OR 1=1 --"})
    BOOST_TEST(!look_up(records.database, typed).has_value(), typed);
}

BOOST_AUTO_TEST_SUITE_END()
