#include "bench/pages/words.h"

#include <fmt/format.h>

#include <vector>

namespace twofold::bench {
namespace {

using samples::Random;
using Words = std::vector<std::string>;

const Words kChineseParties{"甲方", "乙方", "委托人", "承租单位", "供电公司", "会员俱乐部", "住院病人", "借款企业", "档案管理员",
                            "客户经理", "本行", "物业公司", "保险机构", "监护人"};
const Words kChineseVerbs{"应当在收到通知后十五日内向{}提交书面说明", "同意将上述款项一次性汇入{}指定的账户",
                          "已于签约当日核对并确认{}提供的全部资料", "负责保管原件，未经{}许可不得外借或复制",
                          "可以凭有效证件查阅由{}移交的卷宗", "对合同履行过程中知悉的{}信息承担保密义务",
                          "委派专人与{}共同清点设备、图纸和备品备件", "在保修期内免费更换由{}验收不合格的零件",
                          "应按季度向{}报送用电负荷与检修记录", "如需变更地址，须提前三十天告知{}"};
const Words kChineseEnds{"。", "，逾期视为放弃。", "，并由双方盖章后生效。", "，费用由责任方承担。", "，具体标准见附件。",
                         "，本条款长期有效。", "；争议由签订地人民法院管辖。"};
const Words kSurnames{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭"};
const Words kGiven{"建国", "秀英", "志强", "丽华", "晓东", "雪梅", "文博", "佳怡", "海涛", "思远", "玉兰", "俊杰", "明辉", "春燕"};
const Words kEnglishParties{"The buyer", "The seller", "The tenant", "Our engineer", "The hospital", "The club", "The borrower",
                            "The account manager", "The committee", "Each party", "The inspector"};
const Words kEnglishVerbs{"shall deliver the equipment listed in annex {} before the end of the quarter",
                          "has received the sum of {} in full settlement of the invoice",
                          "agrees to keep the documents numbered {} in a dry and locked room",
                          "must report every change of address within thirty days under reference {}",
                          "confirms that the meter reading of {} was taken in the presence of both sides",
                          "may inspect the archive during business hours after giving notice {}",
                          "returned volume {} without any sign of damage or missing pages",
                          "paid the annual fee according to receipt {} and renewed the membership"};
const Words kEnglishEnds{".", ", as both sides have signed below.", ", unless the contract says otherwise.",
                         "; the remainder falls due on demand.", ", and a copy was filed."};

}  // namespace

std::string amount(Random& random) {
  return fmt::format("{},{:03}.{:02}", random.between(1, 986), random.between(0, 999), random.between(0, 99));
}

std::string day(Random& random) {
  return fmt::format("{}-{:02}-{:02}", random.between(1998, 2026), random.between(1, 12), random.between(1, 28));
}

std::string code(Random& random) {
  static const Words kinds{"HT", "KH", "FP", "GD", "YW"};
  return fmt::format("{}-{}-{:05}", random.pick(kinds), random.between(2004, 2026), random.between(1, 99999));
}

std::string chinese_name(Random& random) { return random.pick(kSurnames) + random.pick(kGiven); }

std::string chinese_sentence(Random& random) {
  std::string text = random.pick(kChineseParties);
  if (random.chance(0.25)) text += chinese_name(random);
  text += fmt::format(fmt::runtime(random.pick(kChineseVerbs)), random.pick(kChineseParties));
  if (random.chance(0.2)) text += fmt::format("，金额为人民币{}元", amount(random));
  if (random.chance(0.15)) text += fmt::format("（编号{}）", code(random));
  if (random.chance(0.15)) {
    text += fmt::format("，自{}年{}月{}日起算", random.between(1998, 2026), random.between(1, 12), random.between(1, 28));
  }
  return text + random.pick(kChineseEnds);
}

std::string english_sentence(Random& random) {
  const std::string what = random.chance(0.5) ? code(random) : random.chance(0.5) ? amount(random) : day(random);
  return random.pick(kEnglishParties) + " " + fmt::format(fmt::runtime(random.pick(kEnglishVerbs)), what) +
         random.pick(kEnglishEnds);
}

}  // namespace twofold::bench
