#include "samples/forms.h"
#include "samples/ink.h"

#include <fmt/format.h>

namespace twofold::samples {
namespace {

void first_page(const Document& document, Canvas& canvas, Random& random) {
  const Customer& customer = *document.customer;
  canvas.line_right("合同编号:" + document.number, 10, Face::Sans);
  canvas.skip(8);
  canvas.heading("会员签单消费合同", 26, Face::SerifBold);
  canvas.skip(4);
  canvas.fields({{"甲方", kClub}});
  canvas.fields({{"乙方", customer.name}});
  canvas.fields({{"乙方地址", customer.address}});
  canvas.fields({{"法人代表", customer.representative}, {"电话", customer.phone}});
  canvas.paragraph("甲乙双方本着平等自愿、互惠互利的原则,就乙方在甲方签单消费事宜协商一致,订立本合同,共同遵守。");
  canvas.line("第一条 服务内容", 12.5, Face::SansBold);
  canvas.paragraph("甲方向乙方提供客房、餐饮、会议及康乐服务。乙方有效签单人员凭签名消费,签名样式以备案名单为准。");
  canvas.line("第二条 价格与优惠", 12.5, Face::SansBold);
  canvas.paragraph(fmt::format("乙方享受会员价:客房按门市价{}折,餐饮按{}折结算;酒水及特价项目除外。", random.between(6, 8),
                               random.between(8, 9)));
  canvas.table({{56, 55, 55},
                {{"项目", "门市价", "会员价"},
                 {"标准客房(间夜)", money(680), money(476)},
                 {"大会议室(半日)", money(5200), money(3900)},
                 {"宴会(每席)", money(2880), money(2448)}},
                true,
                false});
  canvas.move_to(kSheetHeight - 24);
  canvas.line_right("第 1 页 共 3 页", 9, Face::Sans);
}

void second_page(const Document& document, Canvas& canvas, Random& random) {
  const Customer& customer = *document.customer;
  canvas.line("第三条 合同期限", 12.5, Face::SansBold);
  canvas.paragraph(fmt::format("本合同由甲方与{}于{}年签订,有效期自{}年1月1日起至{}年12月31日止。期满前三十日双方无异议的,可以续签。", customer.name,
                               document.year(), document.year(), document.year()));
  canvas.line("第四条 信用额度与结算", 12.5, Face::SansBold);
  canvas.paragraph(fmt::format("乙方信用额度为人民币{}。每月二十五日对账,次月十日前以银行转账方式结清。", money(random.between(8, 40) * 10000)));
  canvas.line("第五条 欠款与违约责任", 12.5, Face::SansBold);
  canvas.paragraph("乙方逾期付款的,应当提交还款计划并填写延期还款审批单;逾期超过三十日的,甲方有权暂停签单并按日加收万分之五的违约金。");
  canvas.line("第六条 投诉与折价", 12.5, Face::SansBold);
  canvas.paragraph("因甲方服务质量引起的投诉,经责任鉴定属实的,甲方给予折价,折价须经双方签字确认。");
  canvas.line("第七条 保密", 12.5, Face::SansBold);
  canvas.paragraph("双方对履行本合同过程中知悉的商业秘密和客户资料负有保密义务,未经书面同意不得外泄。");
  canvas.line("第八条 争议解决", 12.5, Face::SansBold);
  canvas.paragraph("本合同在履行中发生争议,双方协商解决;协商不成的,提交甲方所在地人民法院裁决。");
  canvas.write(120, 262, "补充条款见附件", Face::Hand, 17, kPen, 5);
  canvas.move_to(kSheetHeight - 24);
  canvas.line_right("第 2 页 共 3 页", 9, Face::Sans);
}

void last_page(const Document& document, Canvas& canvas, Random& random) {
  const Customer& customer = *document.customer;
  canvas.line("第九条 附则", 12.5, Face::SansBold);
  canvas.paragraph("本合同一式两份,甲乙双方各执一份,自双方签字盖章之日起生效。有效签单人员名单和还款计划为本合同附件,与本合同具有同等效力。");
  canvas.skip(10);
  const double y = canvas.y();
  const double right = 115;
  canvas.write(kMargin, y, "甲方(盖章):", Face::SansBold, 12);
  canvas.write(right, y, "乙方(盖章):", Face::SansBold, 12);
  canvas.write(kMargin, y + 12, kClub, Face::Serif, 13);
  canvas.write(right, y + 12, customer.name, Face::Serif, 13);
  canvas.write(kMargin, y + 27, "代表签字:", Face::Serif, 12);
  canvas.write(right, y + 27, "法人代表签字:", Face::Serif, 12);
  signature(canvas, kMargin + 24, y + 22, kLeader, random);
  signature(canvas, right + 33, y + 22, customer.representative, random);
  canvas.write(kMargin, y + 45, "日期:" + document.date, Face::Hand, 13, kPen, 1);
  canvas.write(right, y + 45, "日期:" + document.date, Face::Hand, 13, kPen, 2);
  seal(canvas, kMargin + 38 + random.real(-4, 4), y + 24, kClub, "合同专用章");
  seal(canvas, right + 36 + random.real(-4, 4), y + 25, customer.name, "合同专用章");
  canvas.move_to(kSheetHeight - 24);
  canvas.line_right("第 3 页 共 3 页", 9, Face::Sans);
}

void english_terms(const Document& document, Canvas& canvas, Random& random) {
  const Customer& customer = *document.customer;
  canvas.line_right("Agreement No. " + document.number, 11, Face::Latin);
  canvas.heading("CREDIT ACCOUNT AGREEMENT", 22, Face::Latin);
  canvas.paragraph(fmt::format("This Agreement is made on {} between the Club (the Provider) and {}, of {} (the Member).",
                               document.date, customer.name, customer.address), 13, Face::Latin);
  for (const std::string& clause : std::vector<std::string>{
           "1. Services. The Provider shall supply rooms, banquets and meeting facilities to the Member at the rates "
           "agreed in Schedule A. Only authorised signatories may charge to the account.",
           fmt::format("2. Credit limit. The outstanding balance shall at no time exceed {} dollars. Statements are "
                       "issued on the twenty-fifth day of each month and payable within fifteen days.",
                       random.between(20, 90) * 1000),
           "3. Late payment. Where payment is overdue, the Member shall submit a repayment plan. Interest accrues at "
           "0.05 per cent for each day of delay.",
           "4. Complaints. A complaint found justified entitles the Member to a discount approved by both parties.",
           "5. Confidentiality. Neither party shall disclose the other's records without written consent."})
    canvas.paragraph(clause, 13, Face::Latin);
}

void english_signatures(const Document& document, Canvas& canvas, Random& random) {
  canvas.paragraph("6. Term. This Agreement remains in force until the thirty-first day of December and may be renewed "
                   "in writing.", 13, Face::Latin);
  canvas.paragraph("IN WITNESS WHEREOF the parties have signed below.", 13, Face::Latin);
  const double y = canvas.y() + 12;
  canvas.write(kMargin, y, "For the Provider", Face::Latin, 13);
  canvas.write(115, y, "For the Member", Face::Latin, 13);
  signature(canvas, kMargin + 6, y + 12, kLeader, random);
  signature(canvas, 118, y + 12, document.customer->representative, random);
  canvas.rule(kMargin, y + 28, 85, y + 28);
  canvas.rule(115, y + 28, 180, y + 28);
  canvas.write(115, y + 31, document.customer->representative + ", Director", Face::Latin, 12);
  seal(canvas, kMargin + 40, y + 22, kClub, "合同专用章");
}

void signing_record(const Document& document, Canvas& canvas, Random& random) {
  canvas.heading("合同签订记录", 22);
  canvas.fields({{"户号", document.customer->number}, {"签订日期", document.date}});
  canvas.table({{42, 124},
                {{"合同编号", document.number},
                 {"合同名称", document.customer->english ? "Credit Account Agreement" : "会员签单消费合同"},
                 {"对方单位", document.customer->name},
                 {"合同金额", money(random.between(10, 80) * 10000)},
                 {"签订地点", random.pick<std::string>({"俱乐部三楼会议室", "客户办公室", "贵宾楼大堂"})},
                 {"参加人员", document.customer->representative + "、" + kLeader + "、" + managers()[document.manager].name},
                 {"备注", "正本两份,已盖章。"}},
                false});
  signature(canvas, 120, canvas.y() + 4, managers()[document.manager].name, random);
  canvas.write(100, canvas.y() + 8, "记录人:", Face::Sans, 11);
}

}  // namespace

std::vector<PagePlan> contract_pages(const Document& document) {
  const auto page = [&](void (*paint)(const Document&, Canvas&, Random&), bool colour) {
    return PagePlan{"contract", [=](Canvas& canvas, Random& random) { paint(document, canvas, random); }, colour};
  };
  if (document.type == "signing_record") return {page(signing_record, false)};
  if (document.customer->english) return {page(english_terms, false), page(english_signatures, true)};
  std::vector<PagePlan> pages = {page(first_page, false), page(second_page, false), page(last_page, true)};
  if (document.number.back() % 2 == 0) pages.push_back({"blank", {}, false});
  return pages;
}

}  // namespace twofold::samples
