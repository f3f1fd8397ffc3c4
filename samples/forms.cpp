#include "samples/forms.h"
#include "samples/ink.h"

#include <fmt/format.h>

namespace twofold::samples {
namespace {

void approvals(Canvas& canvas, Random& random, const std::string& customer_signer) {
  canvas.skip(6);
  const double y = canvas.y();
  canvas.write(kMargin, y + 4, "客户签名:", Face::Sans, 11);
  canvas.write(kMargin + 56, y + 4, "经办人:", Face::Sans, 11);
  canvas.write(kMargin + 103, y + 4, "直接领导审批:", Face::Sans, 11);
  signature(canvas, kMargin + 18, y, customer_signer, random);
  signature(canvas, kMargin + 70, y, kHandler, random);
  signature(canvas, kMargin + 130, y, kLeader, random);
  canvas.move_to(y + 24);
}

void registration_front(const Document& document, Canvas& canvas, Random& random) {
  const Customer& customer = *document.customer;
  canvas.line_right("编号:" + document.number, 9, Face::Sans);
  canvas.heading("客户入会登记表", 24);
  canvas.fields({{"户号", customer.number}, {"入会日期", document.date}});
  canvas.table({{38, 128},
                {{"客户名称", customer.name},
                 {"地址", customer.address},
                 {"电话", customer.phone},
                 {"法人代表", customer.representative},
                 {"注册资本", money(random.between(50, 900) * 10000)},
                 {"经营范围", random.pick<std::string>({"会议接待、住宿餐饮", "进出口贸易、仓储", "建材批发零售", "旅游服务及票务"})},
                 {"会员级别", random.pick<std::string>({"钻石卡", "金卡", "普通卡"})},
                 {"联系人", person(random)},
                 {"客户经理", managers()[document.manager].name}},
                false});
  canvas.paragraph("本单位自愿申请加入会员,承诺以上所填内容真实有效,遵守俱乐部章程及签单消费管理办法,按期结算欠款。");
  approvals(canvas, random, customer.representative);
  seal(canvas, 150, canvas.y() - 6, customer.english ? kClub : customer.name, "业务专用章");
}

void registration_back(const Document& document, Canvas& canvas, Random& random) {
  canvas.heading("会员须知及附件清单", 18);
  canvas.paragraph("一、会员凭有效证件及签单人员名单所列人员签名消费,签单金额不得超过核定的信用额度。");
  canvas.paragraph("二、每月二十五日对账,次月十日前结清;逾期须填写延期还款审批单并经销售部经理批准。");
  canvas.paragraph("三、会员资料如有变更,应于五日内书面通知客户经理办理变更登记。");
  canvas.table({{16, 80, 30, 40},
                {{"序号", "附件名称", "份数", "备注"},
                 {"1", "营业执照复印件", "1", "已核对原件"},
                 {"2", "法人代表身份证复印件", "1", "已核对原件"},
                 {"3", "有效签单人员名单", "1", ""},
                 {"4", "客户背景资料", std::to_string(random.between(1, 3)), ""}}});
  canvas.fields({{"审核人", managers()[document.manager].name}, {"日期", document.date}});
}

void identity(const Document& document, Canvas& canvas, Random& random) {
  canvas.write(kMargin, 20, document.customer->name + " 法人代表身份证复印件", Face::Sans, 12);
  identity_card(canvas, 60, 45, document.customer->representative, "某市某区某路1号", identity_number(random));
  canvas.write(62, 185, "与原件核对无误", Face::Hand, 18, kPen, 4);
  canvas.write(66, 196, document.date, Face::Hand, 15, kPen, 3);
  signature(canvas, 110, 186, managers()[document.manager].name, random);
}

void signers(const Document& document, Canvas& canvas, Random& random) {
  canvas.heading("有效签单人员名单", 22);
  canvas.fields({{"客户", document.customer->name}, {"户号", document.customer->number}});
  Table table{{14, 30, 36, 46, 40}, {{"序号", "姓名", "职务", "单笔限额", "签名样式"}}};
  const int count = random.between(5, 10);
  for (int i = 1; i <= count; ++i) {
    const std::string name = person(random);
    table.rows.push_back({std::to_string(i), name, random.pick<std::string>({"总经理", "办公室主任", "财务经理", "采购员", "秘书"}),
                          money(random.between(5, 80) * 1000), name});
  }
  canvas.table(table);
  canvas.paragraph("以上人员签名有效,其签单消费由我单位承担付款责任。人员变动时以书面通知为准。");
  approvals(canvas, random, document.customer->representative);
  seal(canvas, 64, canvas.y() - 4, document.customer->english ? kClub : document.customer->name, "财务专用章");
}

void background(const Document& document, Canvas& canvas, Random& random) {
  canvas.heading("客户背景资料", 22, Face::SerifBold);
  canvas.fields({{"客户", document.customer->name}, {"户号", document.customer->number}});
  canvas.paragraph(fmt::format("{}成立于{}年,注册地址为{},法人代表{}。现有员工{}人,上年度营业收入约{}。", document.customer->name,
                               random.between(1985, 2012), document.customer->address,
                               document.customer->representative, random.between(30, 2400),
                               money(random.between(200, 9000) * 10000)));
  canvas.paragraph("该客户信誉良好,与本俱乐部往来多年,主要消费为会议接待、客房和宴会。每年三月和十月为消费高峰,付款以银行转账为主。");
  canvas.table({{30, 45, 45, 46},
                {{"年度", "消费总额", "已付金额", "欠款余额"},
                 {"2022", money(random.between(80, 300) * 1000),
                  money(random.between(50, 80) * 1000), money(random.between(1, 9) * 1000)},
                 {"2023", money(random.between(80, 300) * 1000),
                  money(random.between(50, 80) * 1000), money(random.between(1, 9) * 1000)}}});
  canvas.paragraph("主要竞争对手亦在争取该客户,建议客户经理每季度至少走访一次,及时了解其接待计划与资金状况。");
  canvas.fields({{"填表人", managers()[document.manager].name}, {"日期", document.date}});
}

void visit(const Document& document, Canvas& canvas, Random& random) {
  canvas.heading("走访调查报告", 22);
  canvas.fields({{"走访单位", document.customer->name}, {"走访日期", document.date}});
  canvas.fields({{"接待人", person(random)}, {"走访人", managers()[document.manager].name}});
  canvas.line("一、走访情况", 12.5, Face::SansBold);
  canvas.paragraph(fmt::format("本次走访了解到,{}计划在下半年举办{}次大型会议,预计用房{}间夜。对方对餐饮质量表示满意,希望增加停车位并延长结算期限。",
                               document.customer->name, random.between(2, 6), random.between(60, 480)));
  canvas.line("二、存在问题", 12.5, Face::SansBold);
  canvas.paragraph(random.pick<std::string>({"前台结账速度慢,发票抬头曾开错两次,已当面致歉并更正。", "宴会厅空调温度过低,音响有杂音,工程部已安排检修。",
                                             "部分签单人员已离职而名单未更新,需重新办理备案。"}));
  canvas.line("三、处理意见", 12.5, Face::SansBold);
  for (const char* text : {"同意上述意见,请于本月底前落实,", "并将结果书面答复客户。"})
    canvas.line(text, 16, Face::Hand, kPen);
  approvals(canvas, random, document.customer->representative);
}

void repayment(const Document& document, Canvas& canvas, Random& random) {
  canvas.line_right(document.number, 10, Face::Sans);
  canvas.heading("还款计划", 24, Face::SerifBold);
  const int total = random.between(6, 40) * 6000;
  canvas.paragraph(fmt::format("{}(户号{})截至{}共欠签单消费款人民币{}。经双方协商,分六期偿还如下:", document.customer->name,
                               document.customer->number, document.date, money(total)));
  Table table{{20, 46, 50, 50}, {{"期次", "还款日期", "还款金额", "剩余欠款"}}};
  for (int i = 1; i <= 6; ++i)
    table.rows.push_back({fmt::format("第{}期", i), fmt::format("{}-{:02}-10", document.year(), i + 5), money(total / 6),
                          money(total - total / 6 * i)});
  canvas.table(table);
  canvas.paragraph("逾期未还的,自逾期之日起按日加收万分之五的违约金,并暂停签单资格。");
  approvals(canvas, random, document.customer->representative);
  seal(canvas, 60, canvas.y() - 8, document.customer->english ? kClub : document.customer->name, "合同专用章");
}

void credit(const Document& document, Canvas& canvas, Random& random) {
  canvas.heading("客户信用额度核定表", 22);
  canvas.fields({{"客户", document.customer->name}, {"户号", document.customer->number}});
  canvas.table({{50, 116},
                {{"原信用额度", money(random.between(2, 10) * 10000)},
                 {"申请额度", money(random.between(10, 40) * 10000)},
                 {"核定额度", money(random.between(10, 30) * 10000)},
                 {"信用等级", random.pick<std::string>({"AAA", "AA", "A", "BBB"})},
                 {"抵押或担保", random.pick<std::string>({"无", "银行保函", "房产抵押", "法人代表个人担保"})},
                 {"有效期", document.year() + "年1月1日至" + document.year() + "年12月31日"}},
                false});
  canvas.line("审核意见:", 12, Face::Sans);
  canvas.line("该客户付款及时,同意核定。", 17, Face::Hand, kPen);
  approvals(canvas, random, document.customer->representative);
  seal(canvas, 155, canvas.y(), kClub, "财务专用章");
}

void history(const Document& document, Canvas& canvas, Random& random) {
  canvas.heading("历次欠款还款情况登记", 20);
  canvas.fields({{"客户", document.customer->name}, {"户号", document.customer->number}});
  Table table{{28, 34, 34, 34, 36}, {{"日期", "欠款金额", "还款金额", "余额", "经办人"}}};
  int balance = 0;
  for (int i = 1; i <= 12; ++i) {
    const int debt = random.between(2, 60) * 1000;
    const int paid = std::min(balance + debt, random.between(1, 60) * 1000);
    balance += debt - paid;
    table.rows.push_back({fmt::format("{}-{:02}-25", document.year(), i), money(debt), money(paid), money(balance),
                          i % 3 == 0 ? person(random) : kHandler});
  }
  canvas.table(table, 9.5);
  canvas.line("年末核对无误。", 15, Face::Hand, kPen);
  approvals(canvas, random, document.customer->representative);
}

void approval(const Document& document, Canvas& canvas, Random& random) {
  canvas.line_right("编号:" + document.number, 9, Face::Sans);
  canvas.heading(document.title, 22);
  canvas.fields({{"客户", document.customer->name}, {"日期", document.date}});
  const std::string reason = random.pick<std::string>(
      {"宴会上菜延误四十分钟,客户当场投诉,要求折价。", "客房空调故障未及时维修,影响客人休息。", "会议室投影设备中途断电,造成会议中断。", "客户资金周转困难,申请延期一个月还款。"});
  canvas.table({{36, 130},
                {{"事由", reason},
                 {"涉及金额", money(random.between(2, 60) * 500)},
                 {"处理建议", random.pick<std::string>({"按消费额九折结算", "减免服务费", "延期三十日", "赠送客房两间夜"})},
                 {"责任鉴定", random.pick<std::string>({"餐饮部负主要责任", "工程部负全部责任", "双方协商,不追究责任"})},
                 {"经理意见", "情况属实,同意。"}},
                false});
  approvals(canvas, random, document.customer->representative);
  seal(canvas, 70, canvas.y() - 2, kClub, "销售部");
}

std::string agreed_terms(const Document& document, Random& random) {
  const std::string amount = money(random.between(2, 60) * 5000);
  if (document.type == "repayment_agreement")
    return fmt::format("双方确认截至本协议签订之日欠款余额为{},客户承诺自次月起分十二个月等额偿还,并以会员押金作为担保。", amount);
  if (document.type == "payment_terms")
    return fmt::format("外销客户采用电汇(T/T)付款,预付百分之三十,余款凭发票三十日内付清;单笔超过{}的须开立信用证。", amount);
  if (document.type == "credit_security")
    return fmt::format("客户以定期存单作质押,登记授信金额{}。质押期间存单由财务部保管,到期解除登记后退还。", amount);
  return fmt::format("会员因业务调整申请退会,已结清全部欠款{},会员卡及签单人员名单同时作废,资料继续保存。", amount);
}

void agreement(const Document& document, Canvas& canvas, Random& random) {
  canvas.line_right("编号:" + document.number, 9, Face::Sans);
  canvas.heading(document.title, 24, Face::SerifBold);
  canvas.fields({{"客户", document.customer->name}, {"户号", document.customer->number}});
  canvas.fields({{"地址", document.customer->address}});
  canvas.paragraph(agreed_terms(document, random));
  canvas.paragraph("以上内容经双方核对无误,签字盖章后生效,原件归入客户档案。");
  canvas.fields({{"签订日期", document.date}, {"客户经理", managers()[document.manager].name}});
  approvals(canvas, random, document.customer->representative);
  seal(canvas, 62, canvas.y() - 2, kClub, "合同专用章");
}

}  // namespace

std::vector<PagePlan> form_pages(const Document& document) {
  const auto page = [&](std::string kind, void (*paint)(const Document&, Canvas&, Random&), bool colour) {
    return PagePlan{std::move(kind), [=](Canvas& canvas, Random& random) { paint(document, canvas, random); }, colour};
  };
  const std::string& type = document.type;
  if (type == "registration") return {page("form", registration_front, true), page("form", registration_back, false)};
  if (type == "identity_copy") return {page("card", identity, true)};
  if (type == "signers_list") return {page("table", signers, true), PagePlan{"blank", {}, false}};
  if (type == "background") return {page("form", background, false)};
  if (type == "visit_report") return {page("form", visit, false)};
  if (type == "repayment_plan") return {page("table", repayment, true)};
  if (type == "credit_limit") return {page("form", credit, true)};
  if (type == "debt_history") return {page("table", history, false)};
  if (type == "repayment_agreement" || type == "payment_terms" || type == "credit_security" || type == "withdrawal")
    return {page("contract", agreement, true)};
  return {page("form", approval, true)};
}

}  // namespace twofold::samples
