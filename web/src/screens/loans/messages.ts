import { defineMessages } from "@/i18n";

export default defineMessages("loans", {
  zh: {
    list: "借阅列表", live: "在办", requested: "待审批", picks: "拣取单", out: "借出", overdue: "逾期", returned: "待检查", lost: "遗失", all: "全部（含已归还）", ask: "申请借阅", remind: "登记催还", reminded: "已登记催还 {count} 卷",
    hand_out: "交付", renew: "续借", take_back: "收回", inspect: "检查", lose: "报失", find: "找到", withdraw: "撤回", withdraw_title: "撤回借阅", withdraw_done: "已撤回", hand_out_title: "交付案卷", renew_title: "续借案卷", take_back_title: "收回案卷", inspect_title: "归还检查", lose_title: "登记遗失", find_title: "登记找到",
    hand_out_done: "已交付", renew_done: "已续借", take_back_done: "已收回，待检查", inspect_done: "已检查", lose_done: "已登记遗失", find_done: "已登记找到", pages_counted: "清点页数", damages: "损坏情况", treatment: "处理", follow_up: "复查日期",
    request: "借阅车", add: "加入", add_label: "案卷号（可扫描）", add_hint: "输入或扫描案卷号，回车加入", electronic_first: "先看电子版", electronic_words: "这些文件有电子版，可以直接阅读，不必调出纸质案卷。", need_paper: "仍需纸质案卷", paper_only: "本卷没有可读的电子版，将借出纸质案卷。", send: "提交申请",
    sent: "已提交 {count} 卷的申请", in_cart: "车中案卷", take_out: "移出", empty_cart: "借阅车是空的。", was_due: "应于 {due} 归还", none_live: "没有在办的借阅。按 n 申请借阅。", none_requested: "没有待审批的借阅申请。", none_picks: "没有待拣取的案卷。", none_out: "没有借出的案卷。", none_overdue: "没有逾期未还的案卷。", none_returned: "没有待检查的归还。", none_lost: "没有登记遗失的案卷。", none_all: "还没有借阅记录。", renewals: "续借次数", reminders: "催还次数", out_at: "借出时间", open_volume: "打开案卷", desk: "借阅台", key_ask: "申请借阅", print_register: "打印借阅登记",
  },
  en: {
    list: "Loans", live: "In hand", requested: "To be decided", picks: "Pick list", out: "Out", overdue: "Overdue", returned: "To be checked", lost: "Lost", all: "All, ended ones too", ask: "Ask for a loan", remind: "Note reminders", reminded: "Reminders noted for {count} volume | Reminders noted for {count} volumes",
    hand_out: "Hand out", renew: "Renew", take_back: "Take back", inspect: "Inspect", lose: "Lost", find: "Found", withdraw: "Withdraw", withdraw_title: "Withdraw a request", withdraw_done: "Withdrawn", hand_out_title: "Hand out a volume", renew_title: "Renew a loan", take_back_title: "Take a volume back", inspect_title: "Look through what came back", lose_title: "Note a loss", find_title: "Note a find",
    hand_out_done: "Handed out", renew_done: "Renewed", take_back_done: "Taken back; to be checked", inspect_done: "Checked", lose_done: "Noted as lost", find_done: "Noted as found", pages_counted: "Pages counted", damages: "Damage", treatment: "Treatment", follow_up: "Look again on",
    request: "Loan cart", add: "Add", add_label: "Volume number, or scan it", add_hint: "Type or scan a volume number; Enter adds it", electronic_first: "The electronic copy first", electronic_words: "These can be read here at once; the paper need not leave the stack.", need_paper: "The paper volume is needed all the same", paper_only: "There is no electronic copy to read here; the paper volume is lent.", send: "Send the request",
    sent: "Asked for {count} volume | Asked for {count} volumes", in_cart: "Volumes in the cart", take_out: "Take out", empty_cart: "The cart is empty.", was_due: "was due on {due}", none_live: "No loan is in hand. Press n to ask for one.", none_requested: "No loan waits for a decision.", none_picks: "Nothing is to be fetched.", none_out: "No volume is out.", none_overdue: "No volume is overdue.", none_returned: "Nothing came back to be checked.", none_lost: "No volume is noted as lost.", none_all: "There are no loans yet.", renewals: "Renewals", reminders: "Reminders", out_at: "Handed out", open_volume: "Open the volume", desk: "Loan desk", key_ask: "ask for a loan", print_register: "Print the register",
  },
});

defineMessages("damage", {
  zh: { water: "水浸", mould: "霉变", sticking: "粘连", fading: "褪色", insects: "虫蛀", rodents: "鼠咬" },
  en: { water: "Water", mould: "Mould", sticking: "Sticking", fading: "Fading", insects: "Insects", rodents: "Rodents" },
});
