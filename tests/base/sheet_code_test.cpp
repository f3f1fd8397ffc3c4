#include "base/sheet_code.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;

BOOST_AUTO_TEST_SUITE(sheet_code_test)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back_for_every_kind) {
  for (const auto kind : {SheetKind::Volume, SheetKind::Container, SheetKind::Shelf, SheetKind::Item, SheetKind::Separator,
                          SheetKind::Binder, SheetKind::Form}) {
    const SheetCode code{kind, "A001-KH.02.2024-D30-C03-001", 37};
    BOOST_TEST((SheetCode::try_parse(code.text()) == code));
  }
}

BOOST_AUTO_TEST_CASE(a_code_may_hold_chinese_and_asterisks) {
  const SheetCode code{SheetKind::Separator, "王*府/2/合同*", 0};
  BOOST_TEST((SheetCode::try_parse(code.text()) == code));
}

BOOST_AUTO_TEST_CASE(no_single_wrong_character_is_taken_for_a_code) {
  const std::string sound = SheetCode{SheetKind::Volume, "A001-KH.02.2024-D30-C03-001", 12}.text();
  for (std::size_t i = 0; i < sound.size(); ++i)
    for (const char other : {'0', '1', 'A', 'K', '*', ' '}) {
      std::string wrong = sound;
      if (wrong[i] == other) continue;
      wrong[i] = other;
      BOOST_TEST(!SheetCode::try_parse(wrong).has_value(), wrong);
    }
  for (std::size_t i = 0; i < sound.size(); ++i) BOOST_TEST(!SheetCode::try_parse(sound.substr(0, i)).has_value());
}

BOOST_AUTO_TEST_CASE(foreign_codes_are_not_ours) {
  for (const char* foreign : {"", "*", "https://example.org/", "TF1*VOLUME*A", "6901234567892", "PATCHT"})
    BOOST_TEST(!SheetCode::try_parse(foreign).has_value(), foreign);
}

BOOST_AUTO_TEST_CASE(a_separator_names_customer_category_and_type) {
  for (const SeparatorTarget& target : {SeparatorTarget{"K000001", 2, "contract_text"}, {"", 5, "peer_trend"}, {"甲/乙", 0, "visit"}})
    BOOST_TEST((SeparatorTarget::try_parse(target.text()) == target));
  for (const char* wrong : {"", "/", "K1/2", "K1/x/y", "K1/2/", "K1/-2/y", "2/y/"})
    BOOST_TEST(!SeparatorTarget::try_parse(wrong).has_value(), wrong);
}

BOOST_AUTO_TEST_SUITE_END()
