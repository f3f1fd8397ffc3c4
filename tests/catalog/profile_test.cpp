#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "catalog/profile.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::catalog;

namespace {

Profile shipped(const std::string& key) {
  const ScratchFolder folder(fs::temp_directory_path());
  write_durably(folder.path() / "profile.toml", shipped_profile_text(key));
  return load_profile(folder.path() / "profile.toml");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(profile_test)

BOOST_AUTO_TEST_CASE(R1_R43_every_shipped_profile_has_six_categories_and_types_with_a_retention) {
  auto keys = shipped_profiles();
  std::sort(keys.begin(), keys.end());
  BOOST_TEST((keys == std::vector<std::string>{"bank", "club", "hospital", "power"}));
  for (const auto& key : keys) {
    const auto profile = shipped(key);
    BOOST_TEST(profile.key == key);
    BOOST_TEST(profile.categories.size() == 6U);
    for (int category = 1; category <= 6; ++category)
      BOOST_TEST(std::any_of(profile.document_types.begin(), profile.document_types.end(),
                             [&](const DocumentType& type) { return type.category == category; }),
                 key << " has no type in category " << category);
  }
}

BOOST_AUTO_TEST_CASE(R7_the_club_names_what_a_complete_customer_needs) {
  const auto club = shipped("club");
  for (const char* name : {"入会登记表", "身份证复印件", "有效签单人员名单", "客户背景资料", "走访调查报告", "签订记录", "合同协议文本", "还款计划", "信用额度"}) {
    const auto* type = club.find_document_type(name);
    BOOST_REQUIRE_MESSAGE(type, name);
    BOOST_TEST(type->required, name);
  }
  BOOST_TEST(club.find_document_type("付款方式")->required_for == "直接外销客户");
  // Who never owed, complained or left lacks nothing; and no customer lacks what no customer has.
  for (const char* name : {"历次欠款还款情况", "欠款还款协议", "延期还款审批单", "折价审批", "投诉折价原因", "责任鉴定", "退会会员资料及退会原因",
                           "同业情况", "促销方案", "提成方式", "销售/促销记录", "提成记录"}) {
    const auto* type = club.find_document_type(name);
    BOOST_REQUIRE_MESSAGE(type, name);
    BOOST_TEST(!type->required, name);
  }
}

BOOST_AUTO_TEST_CASE(R31_access_is_a_setting_of_the_profile) {
  BOOST_TEST(shipped("club").access == "own_customers");
  BOOST_TEST(shipped("power").access == "any_customer");
}

BOOST_AUTO_TEST_CASE(a_faulty_profile_is_refused_with_file_line_and_field_of_every_fault) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path file = folder.path() / "我的 模板.toml";
  std::string text = shipped_profile_text("club");
  text.replace(text.find("access = \"own_customers\""), 24, "access = \"everybody\"");
  text.replace(text.find("retention = \"D30\""), 17, "retention = \"D50\"");
  write_durably(file, text);
  try {
    load_profile(file);
    BOOST_FAIL("must be refused");
  } catch (const Error& error) {
    const std::string what = error.what();
    BOOST_TEST(what.find("我的 模板.toml:6: access") != std::string::npos, what);
    BOOST_TEST(what.find("retention") != std::string::npos, what);
  }
}

// What would drop a requirement without a word (R7).
BOOST_AUTO_TEST_CASE(R7_a_misspelt_mistyped_or_doubled_entry_is_a_fault) {
  const auto fault_of = [](const std::string& more) {
    const ScratchFolder folder(fs::temp_directory_path());
    write_durably(folder.path() / "profile.toml", shipped_profile_text("club") + more);
    try {
      load_profile(folder.path() / "profile.toml");
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  const std::string type = "\n[[document_type]]\nkey = \"x\"\ncategory = 1\nzh = \"x\"\nen = \"x\"\nretention = \"Y\"\n";
  const std::string field = "\n[[customer_field]]\nkey = \"address\"\nzh = \"x\"\nen = \"x\"\n";
  BOOST_TEST(fault_of(type) == "accepted");
  BOOST_TEST(fault_of(type + "requierd = true\n").find("requierd: there is no such key") != std::string::npos);
  BOOST_TEST(fault_of(type + "required_for = 5\n").find("required_for: must be a text") != std::string::npos);
  BOOST_TEST(fault_of(type + "other_half = \"y\"\n").find("other_half") != std::string::npos);
  BOOST_TEST(fault_of(type + "required_when = { field = \"phone\", values = [\"1\"] }\n") == "accepted");
  BOOST_TEST(fault_of(type + "required_when = { field = \"fax\", values = [\"1\"] }\n").find("required_when names no customer field") !=
             std::string::npos);
  BOOST_TEST(fault_of(type + "required_when = { field = \"phone\" }\n").find("required_when: must be") != std::string::npos);
  BOOST_TEST(fault_of(replace_all(type, "category = 1", "category = 5") + "required = true\n").find("no customer can lack it") !=
             std::string::npos);
  BOOST_TEST(fault_of(field).find("stands twice") != std::string::npos);
  BOOST_TEST(fault_of("\n[[category]]\nnumber = 6\nzh = \"x\"\nen = \"x\"\n").find("six categories") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
