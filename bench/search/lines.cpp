#include "bench/search/lines.h"

namespace twofold::bench {

const Names& names() {
  static const Names all{
      {"北京", "上海", "广州", "深圳", "天津", "苏州", "杭州",   "宁波",   "青岛", "成都",
       "重庆", "武汉", "长沙", "西安", "郑州", "济南", "大连",   "沈阳",   "厦门", "福州",
       "南京", "无锡", "昆明", "贵阳", "合肥", "南昌", "石家庄", "哈尔滨", "珠海", "佛山"},
      {"恒昌", "金桥", "华泰", "瑞丰", "东海", "长城", "西湖",   "锦绣", "蓝天", "泰和", "南华", "鼎盛", "宏远", "佳美",
       "永兴", "明珠", "龙腾", "凤翔", "德信", "广源", "新世纪", "顺达", "和平", "中兴", "百利", "天成", "大地", "福临",
       "嘉禾", "鸿运", "振华", "万里", "远洋", "星光", "海纳",   "润泽", "启航", "安捷", "博雅", "九州"},
      {"电器", "贸易", "纺织", "建材", "医疗器械", "航空服务", "茶业",     "渔业",     "食品",   "印刷",
       "物流", "装饰", "旅游", "置业", "机械设备", "信息技术", "文化传播", "酒店管理", "农产品", "化工"},
      {"有限公司", "集团", "股份公司", "有限责任公司", "厂", "商行"},
      {"王", "李", "张", "刘", "陈", "杨", "黄", "周", "徐", "孙", "马", "朱", "胡", "林", "郭",   "何",
       "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹", "曾", "彭", "欧阳", "上官"},
      {"志远", "丽华", "国庆", "晓东", "美玲", "建军", "文静", "海涛", "秀英", "明辉", "雪梅", "永强", "佩仪",
       "伟",   "敏",   "静怡", "子豪", "春燕", "德昌", "云飞", "锦云", "大伟", "思远", "嘉欣", "立新", "卫东"},
      {"空调机组", "会议桌椅", "高尔夫球车", "净水设备", "投影仪", "健身器材", "冷藏柜",
       "消防器材", "制服",     "宴会餐具",   "地毯",     "灯具",   "泳池水泵", "厨房灶具",
       "门禁系统", "音响设备", "办公用纸",   "红茶",     "矿泉水", "月饼礼盒"},
      {"热水供应中断",     "更衣柜被撬",       "宴会菜品变质", "停车位被占用", "账单重复扣款",
       "预订的球场被取消", "空调噪音过大",     "前台态度冷淡", "发票抬头开错", "泳池水温过低",
       "会员卡无法刷卡",   "包厢漏水",         "积分没有到账", "送货迟到三天", "快递包装破损",
       "教练无故缺席",     "地面湿滑导致摔伤", "退款迟迟未办", "合同附件缺页", "网络信号很差"},
      {"Northgate", "Pacific Rim", "Silverline", "Harbour View", "Kingsley", "Redwood", "Oakfield", "Bluewater",
       "Summit", "Crescent", "Evergreen", "Falcon", "Granite", "Maple Leaf", "Orchid", "Pioneer", "Lakeside",
       "Sterling"},
      {"Hotels", "Trading", "Logistics", "Textiles", "Foods", "Shipping", "Printing", "Electronics", "Consulting",
       "Travel"},
      {"Alan Whitfield", "Margaret Holloway", "Peter Chan", "Susan Clarke", "David Osborne", "Helen Yip",
       "Robert Finch", "Grace Lam", "Martin Brook", "Olivia Hart"},
      {"air conditioners", "conference chairs", "golf carts", "water filters", "projectors", "fitness machines",
       "uniforms", "banquet china", "carpets", "pool pumps"},
      {"the hot water failed", "a locker was forced open", "the invoice was charged twice",
       "the court booking was cancelled", "the membership card could not be read", "the ceiling was leaking",
       "the parcel arrived broken", "the coach did not show up", "the refund was never paid",
       "the parking space was taken"}};
  return all;
}

}  // namespace twofold::bench
