#include "samples/people.h"

#include <fmt/format.h>

namespace twofold::samples {

const std::vector<Manager>& managers() {
  static const std::vector<Manager> all = {
      {"张建国", "C01"}, {"李晓梅", "C02"}, {"陈志强", "C03"}, {"黄佩仪", "C04"}};
  return all;
}

const std::vector<Customer>& customers() {
  static const std::vector<Customer> all = {
      {"K0001", "王府集团", "北京市东城区王府大街18号", "010-5550-1188", "王德昌", 0},
      {"K0002", "金桥商贸有限公司", "上海市浦东新区金桥路266号", "021-5550-2266", "沈金桥", 1},
      {"K0003", "南华实业股份公司", "广州市越秀区南华西街9号", "020-5550-3309", "梁伟南", 2},
      {"K0004", "东海渔业集团", "宁波市北仑区东海路77号", "0574-5550-477", "方海生", 0},
      {"K0005", "Pacific Rim Trading Ltd.", "Room 1208, Harbour Centre, Hong Kong", "+852 5550 1208", "Alan Whitfield", 3,
       true},
      {"K0006", "长城建材厂", "保定市竞秀区长城北大街3号", "0312-5550-633", "赵长城", 1},
      {"K0007", "西湖茶业有限公司", "杭州市西湖区龙井路58号", "0571-5550-758", "叶清明", 2, false, false},
      {"K0008", "Northgate Hotels (Asia) Co.", "21 Nathan Road, Kowloon, Hong Kong", "+852 5550 0021",
       "Margaret Holloway", 3, true, false},
      {"K0009", "泰和医疗器械公司", "天津市南开区泰和道101号", "022-5550-9101", "孙泰和", 0, false, false},
      {"K0010", "锦绣纺织集团", "苏州市姑苏区锦绣坊12号", "0512-5550-112", "吴锦云", 1, false, false},
      {"K0011", "蓝天航空服务公司", "成都市双流区蓝天大道6号", "028-5550-1106", "郑云飞", 2, false, false},
      {"K0012", "恒昌电器行", "深圳市福田区恒昌路45号", "0755-5550-245", "何恒昌", 3, false, false},
  };
  return all;
}

std::string money(int yuan) {
  std::string digits = std::to_string(yuan);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits + ".00元";
}

std::string identity_number(Random& random) {
  return fmt::format("000000{}{:02}{:02}{:04}", random.between(1955, 1990), random.between(1, 12),
                     random.between(1, 28), random.between(1, 9999));
}

std::string person(Random& random) {
  static const std::vector<std::string> surnames = {"王", "李", "张", "刘", "陈",
                                                    "杨", "黄", "周", "徐", "孙", "马", "朱"};
  static const std::vector<std::string> names = {"志远", "丽华", "国庆", "晓东", "美玲", "建军", "文静",
                                                 "海涛", "秀英", "明辉", "雪梅", "永强"};
  return random.pick(surnames) + random.pick(names);
}

}  // namespace twofold::samples
