#include "samples/plan.h"

#include "samples/forms.h"

#include <fmt/format.h>

namespace twofold::samples {
namespace {

class Planner {
 public:
  explicit Planner(std::uint64_t seed) : random_(seed, "plan") {}

  void basics(const Customer& customer, int year);
  void contract(const Customer& customer, int year);
  void debts(const Customer& customer, int year);
  void complaints(const Customer& customer, int year);
  void house(int year);
  void electronic(int year);
  void visit(const Customer& customer, int year) {
    scan(customer, 1, "visit_report", "走访调查报告", year, next_carrier(true));
  }
  int pages() const { return pages_; }
  std::vector<Document> take() { return std::move(documents_); }

 private:
  Document base(int category, std::string type, std::string title, int year);
  Document& add(Document document);
  Document& scan(const Customer& customer, int category, std::string type, std::string title, int year,
                 Carrier carrier);
  void own(int category, std::string type, std::string title, int year, std::size_t manager, Carrier carrier);
  void file(Document document, Carrier carrier);
  Carrier next_carrier(bool single);

  Random random_;
  std::vector<Document> documents_;
  int pages_ = 0;
  int serial_ = 0;
  std::size_t carrier_turn_ = 0;
};

// The carriers take turns, so that every one occurs whatever the seed is.
Carrier Planner::next_carrier(bool single) {
  static constexpr Carrier kSingle[] = {Carrier::Jpeg,    Carrier::TiffFax, Carrier::Png,     Carrier::TiffFax,
                                        Carrier::PdfScan, Carrier::Jpeg,    Carrier::TiffFax, Carrier::TiffGrey,
                                        Carrier::Jpeg,    Carrier::TiffFax, Carrier::TiffFax};
  static constexpr Carrier kSeveral[] = {Carrier::TiffFax, Carrier::PdfScan, Carrier::TiffFax};
  ++carrier_turn_;
  return single ? kSingle[carrier_turn_ % std::size(kSingle)] : kSeveral[carrier_turn_ % std::size(kSeveral)];
}

Document Planner::base(int category, std::string type, std::string title, int year) {
  Document document;
  document.category = category;
  document.type = std::move(type);
  document.title = std::move(title);
  document.date = fmt::format("{}-{:02}-{:02}", year, random_.between(1, 12), random_.between(1, 28));
  document.number = fmt::format("{}-{}-{:04}", category == 2 ? "HT" : "DA", year, ++serial_);
  return document;
}

Document& Planner::add(Document document) {
  // A few have come this year and wait for their signatures; the two years before are complete.
  if (document.year() == "2025" && serial_ % 13 == 0) {
    document.signed_off = false;
    document.date.replace(0, 7, "2026-03");
  }
  const std::string folder = document.customer == nullptr
                                 ? std::string(document.category == 5 ? "同行业趋势" : "促销与提成")
                                 : document.customer->number + " " + document.customer->name;
  document.path = fmt::format("{}/{}/{} {}{}", document.year(), folder, document.number, document.title,
                              extension(document.carrier));
  if (is_scan(document.carrier)) {
    pages_ += static_cast<int>(document.pages.size());
    document.place = fmt::format("K1-{:02}-{:02}-{}-{}", document.category, document.manager + 1,
                                 document.year() == "2024" ? 3 : document.year() == "2025" ? 4 : 5, serial_ % 40 + 1);
  }
  return documents_.emplace_back(std::move(document));
}

Document& Planner::scan(const Customer& customer, int category, std::string type, std::string title, int year,
                        Carrier carrier) {
  Document document = base(category, std::move(type), std::move(title), year);
  document.customer = &customer;
  document.manager = customer.manager;
  document.party = customer.name;
  document.carrier = carrier;
  document.pages = category == 2                        ? contract_pages(document)
                   : document.type == "complaint_reason" ? report_pages(document)
                                                         : form_pages(document);
  return add(std::move(document));
}

void Planner::basics(const Customer& customer, int year) {
  scan(customer, 1, "registration", "客户入会登记表", year, next_carrier(false));
  scan(customer, 1, "identity_copy", "法人代表身份证复印件", year, Carrier::Jpeg);
  if (customer.complete || customer.manager == 1)
    scan(customer, 1, "signers_list", "有效签单人员名单", year, next_carrier(false));
  if (customer.complete) scan(customer, 1, "background", "客户背景资料", year, next_carrier(true));
  visit(customer, year);
}

void Planner::contract(const Customer& customer, int year) {
  const bool first = &customer == &customers().front();
  scan(customer, 2, "contract", customer.english ? "Credit Account Agreement" : "会员签单消费合同", year,
       first ? Carrier::TiffFax : next_carrier(false));
  scan(customer, 2, "signing_record", "合同签订记录", year, next_carrier(true));
}

void Planner::debts(const Customer& customer, int year) {
  scan(customer, 3, "repayment_plan", "还款计划", year, next_carrier(true));
  if (customer.complete) scan(customer, 3, "credit_limit", "信用额度核定表", year, next_carrier(true));
  scan(customer, 3, "debt_history", "历次欠款还款情况登记", year, next_carrier(true));
  if (customer.complete && customer.manager != 1)
    scan(customer, 3, "extension_approval", "延期还款审批单", year, next_carrier(true));
  if (customer.complete) scan(customer, 3, "repayment_agreement", "欠款还款协议", year, next_carrier(true));
  if (customer.english) {  // sold to abroad
    scan(customer, 3, "payment_terms", "付款方式约定", year, next_carrier(true));
    scan(customer, 3, "credit_security", "授信金额抵押保证登记", year, next_carrier(true));
  }
}

void Planner::complaints(const Customer& customer, int year) {
  scan(customer, 4, "discount_approval", "投诉折价审批单", year, next_carrier(true));
  scan(customer, 4, "complaint_reason", customer.english ? "Letter of complaint" : "投诉来信", year, next_carrier(true));
  scan(customer, 4, "liability_finding", "责任鉴定意见书", year, Carrier::TiffFax);
  if (!customer.complete && year == 2025) scan(customer, 4, "withdrawal", "退会会员资料及退会原因", year, next_carrier(true));
}

void Planner::own(int category, std::string type, std::string title, int year, std::size_t manager, Carrier carrier) {
  Document document = base(category, std::move(type), std::move(title), year);
  document.manager = manager;
  document.party = "销售部";
  document.carrier = carrier;
  document.pages = report_pages(document);
  add(std::move(document));
}

void Planner::house(int year) {
  own(5, "peer_situation", fmt::format("{}年同行业情况报告", year), year, 0, Carrier::PdfScan);
  own(5, "promotion_scheme", "同业促销方案汇总", year, 1, Carrier::TiffFax);
  own(5, "commission_method", "同业提成方式比较", year, 2, Carrier::BornPdf);
  own(6, "promotion_plan", fmt::format("{}年会员促销方案", year), year, 3, Carrier::Jpeg2000);
  own(6, "promotion_record", "促销活动现场记录", year, 0, Carrier::Zip);
  own(6, "promotion_record", "年末答谢活动照片", year, 1, Carrier::TarGz);
  own(6, "promotion_record", "春季订货会照片", year, 2, Carrier::SevenZip);
}

void Planner::file(Document document, Carrier carrier) {
  document.carrier = carrier;
  add(std::move(document));
}

void Planner::electronic(int year) {
  static constexpr Carrier kTexts[] = {Carrier::Docx, Carrier::Odt,  Carrier::Rtf,      Carrier::Doc,
                                       Carrier::Pptx, Carrier::Html, Carrier::TextUtf8, Carrier::TextGb18030,
                                       Carrier::TextBig5, Carrier::Mail};
  static constexpr Carrier kTables[] = {Carrier::Xlsx, Carrier::Ods, Carrier::Xls, Carrier::CsvGbk};
  std::size_t turn = 0;
  for (const Carrier carrier : kTexts) {
    const Customer& customer = customers()[turn++ % customers().size()];
    Document document = base(1, "visit_report", "电话回访记录", year);
    document.customer = &customer;
    document.manager = customer.manager;
    document.party = managers()[customer.manager].name;
    document.paragraphs = {fmt::format("{}电话回访记录", customer.name),
                           fmt::format("{}与{}联系,对方确认{}年度合同继续履行,希望提高信用额度。", document.date,
                                       customer.representative, year),
                           "客户提出下季度安排年会,需客房六十间、宴会厅一个。", "已转告预订部,三日内答复。"};
    if (carrier == Carrier::TextBig5)  // has no simplified characters
      document.paragraphs = {"電話回訪記錄 " + document.date, "客戶希望提高信用額度,並延長結算期限,請於三日內書面答覆。"};
    file(std::move(document), carrier);
  }
  for (const Carrier carrier : kTables) {
    const Customer& customer = customers()[turn++ % customers().size()];
    Document document = base(3, "debt_history", "欠款还款明细", year);
    document.customer = &customer;
    document.manager = customer.manager;
    document.party = "财务部";
    document.rows = {{"日期", "客户", "欠款金额", "还款金额", "备注"}};
    for (int month = 1; month <= 12; ++month)
      document.rows.push_back({fmt::format("{}-{:02}-25", year, month), customer.name,
                               std::to_string(random_.between(1, 60) * 1000),
                               std::to_string(random_.between(1, 60) * 1000),
                               month % 4 == 0 ? "已对账" : ""});
    file(std::move(document), carrier);
  }
}

}  // namespace

std::vector<Document> plan_binder(std::uint64_t seed, int pages_at_least) {
  Planner planner(seed);
  const auto& all = customers();
  for (const int year : {2024, 2025}) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool first_year = year == 2024;
      if (first_year) planner.basics(all[i], year);
      if (first_year || i % 2 == 0) planner.contract(all[i], year);
      if (i % 3 != 2) planner.debts(all[i], year);
      if ((i + (first_year ? 0U : 1U)) % 4 == 0) planner.complaints(all[i], year);
    }
    planner.house(year);
    planner.electronic(year);
  }
  for (std::size_t turn = 0; planner.pages() < pages_at_least; ++turn)
    planner.visit(all[turn % all.size()], turn % 2 == 0 ? 2024 : 2025);
  return planner.take();
}

}  // namespace twofold::samples
