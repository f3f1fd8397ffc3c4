#include "samples/forms.h"
#include "samples/ink.h"

#include <fmt/format.h>

namespace twofold::samples {
namespace {

void trend(const Document& document, Canvas& canvas, Random& random) {
  canvas.heading(document.title, 22, Face::SerifBold);
  canvas.line_right(document.party + "  " + document.date, 10, Face::Sans);
  canvas.paragraph("本季度同行业各酒店、会所普遍推出会员储值和签单优惠,竞争日趋激烈。现将主要情况汇总如下,供领导参考。");
  Table table{{44, 40, 40, 42}, {{"单位", "客房均价", "出租率", "提成比例"}}, true, false};
  for (const char* name : {"长安饭店", "海天会所", "明珠酒店", "华侨宾馆", "新世纪俱乐部"})
    table.rows.push_back({name, money(random.between(380, 980)), fmt::format("{}%", random.between(45, 92)),
                          fmt::format("{}%", random.between(1, 6))});
  canvas.table(table);
  canvas.paragraph("其中海天会所对年消费五十万元以上的客户返还百分之三,明珠酒店推出周末亲子套餐,对我方散客市场影响较大。");
  canvas.paragraph("建议:一是完善客户分级管理,对重点客户给予差别优惠;二是加快投诉处理;三是调整客户经理提成办法,按回款额计算。");
  canvas.write(kMargin, canvas.y() + 8, "请销售部研究。" + std::string(kLeader), Face::Hand, 18, kPen, 3);
}

void pictures(const Document& document, Canvas& canvas, Random& random) {
  canvas.heading("现场照片", 18);
  photograph(canvas, 35, 42, 140, random);
  canvas.write(60, 138, "图一 活动现场外景 " + document.date, Face::Sans, 10.5);
  photograph(canvas, 35, 152, 140, random);
  canvas.write(60, 248, "图二 会场布置", Face::Sans, 10.5);
}

void plan(const Document& document, Canvas& canvas, Random& random) {
  canvas.heading(document.title, 22, Face::SansBold);
  canvas.line_right(document.date, 10, Face::Sans);
  for (const char* text : {"一、活动目的:提高淡季客房出租率,巩固老客户,发展新会员。", "二、活动时间:为期一个月,节假日照常进行。",
                           "三、活动内容:会员消费满一万元赠送代金券五百元;新入会客户享受首月九折。", "四、经费预算见下表。"})
    canvas.paragraph(text, 12.5, Face::Ming);
  Table table{{66, 50, 50}, {{"项目", "预算", "实际"}}};
  for (const char* name : {"宣传印刷", "礼品采购", "场地布置", "人员提成"})
    table.rows.push_back({name, money(random.between(8, 60) * 500), money(random.between(8, 60) * 500)});
  canvas.table(table);
  signature(canvas, 60, canvas.y(), managers()[document.manager].name, random);
  signature(canvas, 130, canvas.y(), kLeader, random);
  seal(canvas, 140, canvas.y() + 10, kClub, "销售部");
}

void letter(const Document& document, Canvas& canvas, Random& random) {
  const Customer& customer = *document.customer;
  if (customer.english) {
    canvas.line(customer.name, 16, Face::Latin);
    canvas.line(customer.address, 11, Face::Latin);
    canvas.skip(10);
    canvas.line(document.date, 12, Face::Latin);
    canvas.paragraph("Dear Sirs,", 13, Face::Latin);
    canvas.paragraph(fmt::format("We refer to the banquet held on our behalf last month, for which an amount of {} "
                                 "dollars was charged. Two of the meeting rooms were without heating for most of the "
                                 "morning, and we should be grateful for a reduction of the invoice.",
                                 random.between(20, 90) * 100), 13, Face::Latin);
    canvas.paragraph("We look forward to your early reply and remain, yours faithfully,", 13, Face::Latin);
    signature(canvas, 30, canvas.y() + 6, customer.representative, random);
    return;
  }
  canvas.heading(document.title, 20, Face::Hand);
  for (const char* text : {"贵俱乐部:", "  我公司上月在贵处举办的订货会,因会议室停电半小时,", "部分客商提前离场,造成一定影响。", "  请贵方查明原因,并对会务费用给予适当折价。",
                           "  此致", "敬礼"})
    canvas.line(text, 16, Face::Hand, kPen);
  canvas.line_right(customer.name, 15, Face::Hand);
  canvas.line_right(document.date, 15, Face::Hand);
  seal(canvas, 160, canvas.y() - 8, customer.name, "办公室");
}

}  // namespace

std::vector<PagePlan> report_pages(const Document& document) {
  const auto page = [&](std::string kind, void (*paint)(const Document&, Canvas&, Random&), bool colour) {
    return PagePlan{std::move(kind), [=](Canvas& canvas, Random& random) { paint(document, canvas, random); }, colour};
  };
  if (document.type == "complaint_reason") return {page("letter", letter, true)};
  if (document.category == 5) return {page("table", trend, false)};
  if (document.type == "promotion_record") return {page("form", plan, true), page("photo", pictures, true)};
  return {page("form", plan, true)};
}

}  // namespace twofold::samples
