// The forms that a sales department fills in, six in Chinese and three in English.
#include "bench/search/lines.h"

namespace twofold::bench {
namespace {

Form contract() {
  return {
      "contract",
      "合同协议文本",
      false,
      1,
      {"{product}采购合同", "会籍服务协议书", "{product}供货框架协议", "场地租赁合同", "{year}年度合作协议"},
      {"合同编号：{code}\n甲方：海湾会所有限公司\n乙方：{customer}"
       "\n根据《中华人民共和国民法典》及有关规定，双方在平等自愿的基础上签订本合同。"},
      {"本合同一式{count}份，双方各执一份，自签字盖章之日起生效。\n签订日期：{date}"},
      {{"甲方核定乙方的信用额度为人民币{amount}，账期为{days}天。",
        {"{customer}的信用额度是多少？", "给{customer}核定了多少信用额度？", "{customer}的账期有多长？"}},
       {"乙方逾期付款的，每逾期一日按未付金额的千分之{count}支付违约金。",
        {"{customer}逾期付款要付多少违约金？", "哪份合同约定了{customer}逾期付款的违约金？"}},
       {"乙方应于签约后{days}日内缴纳履约保证金{amount}。",
        {"{customer}的履约保证金是多少？", "{customer}什么时候缴纳履约保证金？"}},
       {"{product}的单价为{amount}，数量{count}台，质保期为{days}天。",
        {"{customer}的{product}单价是多少？", "{customer}买的{product}质保期多长？"}},
       {"乙方会籍有效期自{date}起共{count}年，期满前{days}日可书面申请续期。",
        {"{customer}的会籍有效期从哪天开始？", "{customer}的会籍如何续期？"}},
       {"租金按季度支付，每季度{amount}，于每季度首月{count}日前付清。",
        {"{customer}每季度的租金是多少？", "{customer}的租金何时付清？"}},
       {"乙方指定{person}为联系人，电话{phone}。", {"{customer}的联系人是谁？", "{customer}的联系电话是多少？"}},
       {"因不可抗力不能履行合同的，应在{days}日内书面通知对方并提供证明。",
        {"哪份合同约定了{customer}遇到不可抗力怎么办？"}},
       {"双方因本合同发生争议，应提交{place}仲裁委员会仲裁。", {"{customer}的合同争议在哪里仲裁？"}},
       {"乙方全年采购额达到{amount}的，甲方给予{percent}的返利。",
        {"{customer}采购额达到多少可以得到返利？", "{customer}的返利是多少？"}},
       {"未经对方书面同意，任何一方不得将本合同项下的权利转让给第三人。", {"哪份合同约定了{customer}不得转让权利？"}},
       {"交货地点为{place}仓库，运费由乙方承担。", {"{customer}的交货地点在哪里？", "{customer}的运费由谁承担？"}}}};
}

Form repayment() {
  return {"repayment",
          "还款计划",
          false,
          2,
          {"{year}年还款计划", "欠款分期偿还计划书", "关于分期付款的承诺函"},
          {"{customer}截至{date}尚欠我司货款{amount}，经双方协商，制定还款计划如下。"},
          {"如未按期偿还，我司有权暂停供货并追究责任。\n担保人：{person}　　客户经理：{manager}"},
          {{"欠款分{count}期偿还，每期{amount}，首期于{date}前支付。",
            {"{customer}的欠款分几期偿还？", "{customer}首期还款是哪一天？"}},
           {"逾期部分按年利率{percent}计收利息。", {"{customer}逾期部分的年利率是多少？"}},
           {"{person}以名下位于{place}的房产提供抵押担保。",
            {"谁为{customer}提供抵押担保？", "{customer}用什么房产抵押？"}},
           {"还款账户开户行为中国工商银行{place}分行，账号{account}。",
            {"{customer}的还款账户开户行是哪家？", "{customer}的还款账号是多少？"}},
           {"最后一期尾款{amount}于{date}结清。", {"{customer}的最后一期尾款是多少？", "{customer}的尾款哪天结清？"}},
           {"提前还清全部欠款的，减免滞纳金{amount}。", {"{customer}提前还清可以减免多少滞纳金？"}},
           {"财务部每月{count}日与对方财务{person}核对余额。", {"谁与财务部核对{customer}的余额？"}}}};
}

Form complaint() {
  return {"complaint",
          "客户投诉",
          false,
          3,
          {"客户投诉处理单", "关于{trouble}的投诉记录", "投诉回访表"},
          {"投诉人：{customer}　{person}\n受理日期：{date}\n投诉内容：{trouble}。"},
          {"处理结果已告知客户，客户表示{count}日内再作答复。\n经办人：{manager}"},
          {{"{person}反映{date}在{place}店{trouble}，现场无人处理。",
            {"{customer}投诉了什么？", "{customer}反映{trouble}是哪一天？"}},
           {"客户要求赔偿{amount}并书面道歉。", {"{customer}要求赔偿多少？", "{customer}要求书面道歉的投诉"}},
           {"经查，原因是供应商{person}操作失误。", {"{customer}投诉的原因是谁操作失误？"}},
           {"我方同意减免{percent}服务费，并赠送{product}一份。",
            {"给{customer}减免了多少服务费？", "投诉后赠送{customer}什么？"}},
           {"该问题已于{date}整改完毕，责任人扣发奖金{amount}。",
            {"{customer}投诉的问题何时整改完毕？", "{customer}的投诉责任人扣发多少奖金？"}},
           {"客户对处理结果的满意度为{percent}。", {"{customer}对处理结果的满意度是多少？"}},
           {"同类投诉本年度累计{count}起，建议更换供应商。", {"{customer}的同类投诉累计有多少起？"}}}};
}

Form visit() {
  return {"visit",
          "拜访报告",
          false,
          4,
          {"客户拜访报告", "{year}年走访记录", "{place}客户走访纪要"},
          {"拜访时间：{date}\n拜访对象：{customer}　{person}\n拜访人：{manager}"},
          {"下次拜访定于{date}，由{manager}跟进。"},
          {{"{person}介绍，公司今年计划在{place}新开{count}家门店。",
            {"{customer}计划在哪里新开门店？", "{customer}今年要开几家门店？"}},
           {"对方对我司{product}很感兴趣，希望先试用{days}天。",
            {"{customer}对什么产品感兴趣？", "{customer}希望试用多少天？"}},
           {"客户上半年营业额约{amount}，同比增长{percent}。",
            {"{customer}上半年营业额是多少？", "{customer}的营业额同比增长多少？"}},
           {"采购负责人由{person}改为{person}。", {"{customer}的采购负责人是谁？"}},
           {"竞争对手报价比我们低{percent}，客户仍愿意继续合作。", {"{customer}说竞争对手报价低多少？"}},
           {"客户希望把账期延长到{days}天。", {"{customer}希望把账期延长到多少天？"}},
           {"双方商定{date}在{place}举行新品推介会。",
            {"与{customer}的新品推介会在哪里举行？", "{customer}的新品推介会是什么时候？"}},
           {"仓库现存{product}{count}箱，预计{days}天内售完。", {"{customer}的仓库现存多少{product}？"}}}};
}

Form promotion() {
  return {"promotion",
          "促销记录",
          false,
          6,
          {"{product}促销活动总结", "{year}年中秋促销方案", "促销提成核算表", "节日促销执行记录"},
          {"活动时间：{date}至{date}\n活动地点：{place}\n合作客户：{customer}"},
          {"以上数据经财务部核对无误。\n填报人：{manager}"},
          {{"活动期间共售出{product}{count}件，销售额{amount}。",
            {"{customer}促销售出多少件{product}？", "与{customer}的促销销售额是多少？"}},
           {"凡购满{amount}者赠送{product}一份，赠完为止。", {"{customer}促销购满多少赠送{product}？"}},
           {"促销费用{amount}由双方各承担一半。", {"{customer}的促销费用是多少？", "{customer}的促销费用由谁承担？"}},
           {"{person}的提成按销售额的{percent}计算，计{amount}。", {"{customer}促销的提成按多少计算？"}},
           {"发放优惠券{count}张，回收率{percent}。",
            {"{customer}的优惠券回收率是多少？", "{customer}促销发放了多少优惠券？"}},
           {"临时促销员{count}名，日薪{amount}。", {"{customer}的临时促销员日薪是多少？"}},
           {"会员双倍积分活动使到店人数增加{percent}。", {"{customer}的会员双倍积分活动效果怎么样？"}}}};
}

Form letter() {
  return {"letter",
          "往来函件",
          false,
          5,
          {"关于调整供货价格的函", "关于续签合同的通知", "催款函", "感谢信", "关于变更法定代表人的函"},
          {"致：{customer}\n尊敬的{person}先生/女士："},
          {"特此函告，盼复。\n海湾会所有限公司　{manager}\n{date}"},
          {{"自{date}起，{product}供货价格上调{percent}。",
            {"{customer}的{product}供货价格上调多少？", "什么时候起对{customer}调整供货价格？"}},
           {"贵司的法定代表人已变更为{person}，请提供新的营业执照副本。",
            {"{customer}的法定代表人是谁？", "请{customer}提供什么执照？"}},
           {"截至{date}，贵司应付款项共计{amount}，请于{days}日内付清。",
            {"{customer}应付款项共计多少？", "催{customer}在多少日内付清？"}},
           {"贵司来函所提关于{product}的质量异议，我司已委托{place}质检所复检。",
            {"谁复检{customer}的{product}质量异议？"}},
           {"请贵司于{date}前寄回加盖公章的回执。", {"{customer}什么时候寄回回执？"}},
           {"感谢贵司{person}在{place}展会期间给予的协助。", {"在哪个展会感谢{customer}的协助？"}},
           {"原合同将于{date}到期，如愿续签请提前{days}天告知。",
            {"{customer}的原合同哪天到期？", "{customer}续签要提前多少天告知？"}}}};
}

Form english_contract() {
  return {
      "contract",
      "合同协议文本",
      true,
      1,
      {"Supply agreement for {product}", "Membership agreement {year}", "Lease of the banquet hall"},
      {"Contract No. {code}\nBetween Harbour Club Ltd. and {customer}."},
      {"Signed in duplicate on {date}."},
      {{"The credit limit granted to the Buyer is {amount}, payable within {days} days.",
        {"What is the credit limit of {customer}?", "{customer} credit limit"}},
       {"Late payments bear interest at {percent} per month.", {"What interest do late payments of {customer} bear?"}},
       {"A deposit of {amount} shall be paid before {date}.",
        {"How much is the deposit of {customer}?", "{customer} deposit"}},
       {"The contact person of the Buyer is {person}, telephone {phone}.",
        {"Who is the contact person of {customer}?"}},
       {"Either party may terminate this agreement with {days} days' written notice.",
        {"How can {customer} terminate the agreement?"}},
       {"Disputes shall be referred to arbitration in {place}.", {"Where are disputes with {customer} arbitrated?"}},
       {"The warranty for the {product} covers {days} days.",
        {"How long is the warranty for the {product} of {customer}?"}}}};
}

Form english_complaint() {
  return {"complaint",
          "客户投诉",
          true,
          3,
          {"Complaint record", "Report on a complaint: {trouble}"},
          {"Complainant: {customer}, {person}\nReceived on {date}."},
          {"Handled by {manager}. The guest will reply within {days} days."},
          {{"{person} reported on {date} that {trouble} and nobody helped.", {"What did {customer} complain about?"}},
           {"The guest asks for compensation of {amount} and a written apology.",
            {"What compensation does {customer} ask for?"}},
           {"We offered {percent} off the next bill.", {"What discount was {customer} offered after the complaint?"}},
           {"The repair was completed on {date} at a cost of {amount}.",
            {"When was the repair for {customer} completed?"}}}};
}

Form english_letter() {
  return {"letter",
          "往来函件",
          true,
          5,
          {"Letter on the renewal of membership", "Notice of new prices", "Reminder of payment"},
          {"To {customer}\nDear {person},"},
          {"Yours faithfully,\nHarbour Club Ltd.\n{date}"},
          {{"From {date} the price of {product} rises by {percent}.",
            {"How much does the price of {product} rise for {customer}?"}},
           {"Our records show an outstanding balance of {amount}.", {"What is the outstanding balance of {customer}?"}},
           {"Your membership expires on {date}; please renew {days} days ahead.",
            {"When does the membership of {customer} expire?"}},
           {"Please return the enclosed receipt to {person} in {place}.", {"Who gets the receipt from {customer}?"}}}};
}

}  // namespace

const std::vector<Form>& forms() {
  static const std::vector<Form> all{contract(), repayment(),        complaint(),         visit(),         promotion(),
                                     letter(),   english_contract(), english_complaint(), english_letter()};
  return all;
}

}  // namespace twofold::bench
