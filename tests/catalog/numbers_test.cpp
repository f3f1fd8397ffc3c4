#include "base/error.h"
#include "catalog/numbers.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(numbers_test)

BOOST_AUTO_TEST_CASE(every_number_is_printed_as_it_was_read) {
  BOOST_TEST(VolumeCode::parse("A001-KH·02·2024-D30-C03-001").text() == "A001-KH·02·2024-D30-C03-001");
  BOOST_TEST(ReferenceCode::parse("A001-KH·02·2024-D30-C03-001-0007").text() == "A001-KH·02·2024-D30-C03-001-0007");
  BOOST_TEST(ProvisionalNumber::parse("T-A001-02-C03-000418").text() == "T-A001-02-C03-000418");
  BOOST_TEST(StorageId::parse("EA001-2024-00000123-L").text() == "EA001-2024-00000123-L");
  BOOST_TEST(StorageId::parse("EA001-2024-00000123-L").address() == "store:01/A001/2024/00000123");
  BOOST_TEST(ShelfCode::parse("K1-02-05-3-12").text() == "K1-02-05-3-12");
  BOOST_TEST(ContainerNumber::parse("BOX-2024-0031").text() == "BOX-2024-0031");
}

BOOST_AUTO_TEST_CASE(either_dot_lower_case_and_full_width_are_accepted) {
  const auto code = VolumeCode::parse("A001-KH·02·2024-D30-C03-001");
  for (const char* text : {"A001-KH.02.2024-D30-C03-001", "a001-kh.02.2024-d30-c03-001", "Ａ００１－ＫＨ・０２・２０２４－Ｄ３０－Ｃ０３－００１"})
    BOOST_TEST((VolumeCode::parse(text) == code), text);
}

BOOST_AUTO_TEST_CASE(file_names_have_full_stops_and_pages_three_digits) {
  const auto code = ReferenceCode::parse("A001-KH·02·2024-D30-C03-001-0007");
  BOOST_TEST(code.page_file_name(1, "tif") == "A001-KH.02.2024-D30-C03-001-0007_001.tif");
}

BOOST_AUTO_TEST_CASE(a_mistyped_storage_id_is_refused_whatever_single_character_is_wrong) {
  const std::string right = "EA001-2024-00000123-L";
  for (std::size_t at = 0; at < right.size(); ++at) {
    if (right[at] == '-') continue;
    for (const char c : std::string("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
      std::string wrong = right;
      wrong[at] = c;
      if (wrong != right) BOOST_TEST(!StorageId::try_parse(wrong).has_value(), wrong);
    }
    if (at + 1 < right.size() && right[at + 1] != '-' && right[at] != right[at + 1]) {
      std::string swapped = right;
      std::swap(swapped[at], swapped[at + 1]);
      BOOST_TEST(!StorageId::try_parse(swapped).has_value(), swapped);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_refused_with_the_form_expected) {
  for (const char* text : {"", "A001", "A001-KH·07·2024-D30-C03-001", "A001-KH·02·2024-D20-C03-001", "A001-KH·02·2024-D30-C03-000",
                           "A001-KH·02·2024-D30-C03-001x", "A001-KH·02·24-D30-C03-001"})
    BOOST_TEST(!VolumeCode::try_parse(text).has_value(), text);
  try {
    ShelfCode::parse("K1-02");
    BOOST_FAIL("must be refused");
  } catch (const Error& error) {
    BOOST_TEST((error.kind() == ErrorKind::Usage));
    BOOST_TEST(std::string(error.what()).find("K1-02-05-3-12") != std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
