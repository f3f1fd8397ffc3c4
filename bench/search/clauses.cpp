// What every paper of a kind says in nearly the same words.
#include "bench/search/lines.h"

namespace twofold::bench {

const std::vector<std::string>& chinese_clauses() {
  static const std::vector<std::string> all{
      "双方应当对在合作过程中知悉的对方商业秘密、客户资料和价格信息承担保密义务，未经书面许可不得向第三方披露，保密期限"
      "为{count}年。",
      "乙方应按照约定的时间、地点和数量履行交付义务，货物在交付验收之前毁损、灭失的风险由乙方承担，验收合格后风险转移至"
      "甲方。",
      "甲方在收到货物后{count}"
      "日内完成验收，对数量、规格、外观有异议的，应当在验收期内以书面形式提出，逾期未提出的视为验收合格。",
      "任何一方变更通讯地址、联系人或者银行账户的，应当提前{count}"
      "个工作日书面通知对方，因未及时通知造成的损失由变更方自行承担。",
      "客户经理应当每季度至少走访客户一次，了解其经营状况、付款能力和合作意向，走访情况如实填写并在{count}"
      "日内交档案员归档。",
      "凡超过信用额度的签单消费，须由销售部经理审批；超过额度百分之五十的，须报总经理批准后方可执行，并在当日登记台账"
      "。",
      "对账单以双方财务人员签字盖章为准，对账期间发现差错的，应当查明原因并在下一个结算周期予以调整，调整金额不超过{"
      "amount}。",
      "会员卡仅限本人及登记的副卡持有人使用，不得转借、出租或者出售，遗失应当立即挂失，补办手续费为{amount}。",
      "本资料由客户经理负责收集、整理和保管，年终移交档案室统一编号、装订、上架，任何人不得擅自涂改、抽取或者销毁。",
      "如遇法律法规或者国家政策调整，致使本约定的部分条款无法履行，双方应当本着公平合理的原则协商变更，其余条款继续有效"
      "。",
      "{place}分公司负责属地客户的日常服务与维护，重大事项应当在{count}小时内报告总部，并抄送市场部和法务部备案。",
      "本次活动的最终解释权归主办方所有，参与者应当遵守现场秩序，妥善保管随身财物，因个人原因造成的损失由本人承担。",
      "客户提供的营业执照、税务登记证、法定代表人身份证明等复印件均应加盖公章，并注明仅供办理会籍使用，由{person}"
      "核对原件。",
      "付款方式为银行转账，乙方应当在付款前开具等额的增值税专用发票，否则甲方有权顺延付款时间而不承担违约责任。",
      "质量保证期内出现非人为故障的，供方应当在接到通知后{count}小时内派员到场维修，无法修复的应当无偿更换同型号产品。",
      "会议由{manager}主持，{person}记录，与会人员就客户结构、回款进度和下一步工作安排进行了讨论，并形成一致意见。",
      "销售提成按照实际回款金额计提，跨年度回款的计入回款当年，呆账、坏账经财务部确认后从责任人提成中扣除{percent}。",
      "同行业近三年平均增长率为{percent}，客源主要来自{place}"
      "及周边城市，价格竞争趋于激烈，服务质量成为客户选择的首要因素。",
      "双方确认，以传真、电子邮件方式发送的文件与原件具有同等效力，但涉及权利义务变更的文件应当以加盖公章的纸质原件为准"
      "。",
      "为保障宾客人身及财产安全，{place}店已对消防通道、监控设备和应急照明进行全面检查，发现隐患{count}"
      "处，均已限期整改。",
      "延期还款须由客户提出书面申请，说明原因和新的还款日期，经财务部审核、总经理批准后生效，累计延期不得超过{count}"
      "次。",
      "本协议未尽事宜，由双方另行签订补充协议，补充协议与本协议具有同等法律效力；内容不一致的，以签订时间在后的为准。",
      "根据客户反馈，{product}的包装、说明书和售后电话需要改进，市场部应当会同供应商在{date}前提出改进方案并组织落实。",
      "抵押物应当办理登记并购买足额保险，保险单正本交由债权人保管，抵押期间未经同意不得转让、出租或者再次抵押。",
      "本年度共接待客户{count}批次，签订意向书{count}份，实现销售收入{amount}，比上年同期增长{percent}"
      "，完成年度计划的大部分。",
      "各部门应当建立客户投诉登记簿，做到件件有记录、事事有回音，对反复发生的问题要分析原因、落实责任、限期整改。",
      "对连续六个月没有消费记录的会员，客户经理应当主动联系，了解原因并填写回访记录，必要时调整其信用等级和服务方案。",
      "礼品、优惠券和积分的发放应当有专人登记，做到账实相符，月末由财务部抽查盘点，盘点差异超过{count}"
      "件的须书面说明。"};
  return all;
}

const std::vector<std::string>& english_clauses() {
  static const std::vector<std::string> all{
      "Both parties shall keep confidential all business information, customer records and prices that become known to "
      "them during "
      "the cooperation, for a period of {count} years after its end.",
      "The goods shall be inspected within {count} days of delivery; defects in quantity, type or appearance must be "
      "reported in "
      "writing within that time, failing which the goods are deemed accepted.",
      "Any change of address, contact person or bank account shall be notified at least {count} working days in "
      "advance.",
      "Membership cards may be used only by the registered holder; a lost card is replaced for a fee of {amount}.",
      "The account manager visits the customer at least once a quarter and files a report on its business, its ability "
      "to pay and its "
      "intentions within {count} days.",
      "Amendments to this document are valid only in writing and with the seal of both parties; where they differ the "
      "later one prevails.",
      "Payment is made by bank transfer against an invoice for the same amount, otherwise payment may be postponed "
      "without default.",
      "Should a provision become unenforceable through a change of law, the parties shall replace it in good faith and "
      "the rest remains valid.",
      "The management has inspected fire exits, cameras and emergency lights in {place}; {count} defects were found "
      "and put right.",
      "During the year {count} groups of guests were received and revenue rose by {percent} over the same period of "
      "the previous year.",
      "The final interpretation of this promotion rests with the organiser; participants look after their own "
      "belongings."};
  return all;
}

}  // namespace twofold::bench
