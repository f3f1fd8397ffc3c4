#include "indexer/fields.h"

#include "base/text.h"
#include "indexer/fold.h"
#include "indexer/index.h"

#include <algorithm>

namespace twofold::indexer {
namespace {

constexpr std::size_t kLongestName = 40;  // bytes, in any script and width

constexpr FieldRow kFields[] = {
    {Field::Customer, "customer", "客户", "XK", FieldKind::Text, "customer:王府集团", {"户名", "户号"}},
    {Field::Category, "category", "类别", "XG", FieldKind::Exact, "category:2"},
    {Field::Chapter, "chapter", "卷章", "XH", FieldKind::Exact, "chapter:C03"},
    {Field::Manager, "manager", "客户经理", "XM", FieldKind::Text, "manager:李经理"},
    {Field::Year, "year", "年", "Y", FieldKind::Year, "year:2023..2024", {"年度", "年份"}},
    {Field::Type, "type", "类型", "XT", FieldKind::Exact, "type:contract"},
    {Field::State, "state", "状态", "XS", FieldKind::Exact, "state:bound"},
    {Field::Shelf, "shelf", "库位", "XL", FieldKind::Code, "shelf:K1-02", {"place"}},
    {Field::Number, "no", "号", "XD", FieldKind::Code, "no:A001-KH.02.2024", {"档号", "文号"}},
    {Field::Responsible, "responsible", "责任者", "XR", FieldKind::Text, "responsible:张建国"},
    {Field::Title, "title", "题名", "S", FieldKind::Text, "title:还款计划", {"标题"}},
    {Field::Date, "date", "日期", "", FieldKind::Date, "date:2024-03..2024-06"},
    {Field::Before, "before", "早于", "", FieldKind::Date, "before:2024-07", {"之前"}},
    {Field::After, "after", "晚于", "", FieldKind::Date, "after:2024-03-01", {"之后"}},
};

}  // namespace

std::span<const FieldRow> field_table() { return kFields; }

const FieldRow& row_of(Field field) { return *std::ranges::find(kFields, field, &FieldRow::field); }

const FieldRow* find_field(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return nullptr;
  const std::string folded = to_utf8(fold(name).text);
  if (folded.empty()) return nullptr;
  const auto found = std::ranges::find_if(kFields, [&](const FieldRow& row) {
    return row.name == folded || row.chinese == folded || std::ranges::find(row.also, folded) != row.also.end();
  });
  return found == std::end(kFields) ? nullptr : &*found;
}

std::vector<FieldHelp> field_help() {
  std::vector<FieldHelp> help;
  for (const auto& row : kFields) help.push_back({std::string(row.name), std::string(row.example)});
  return help;
}

}  // namespace twofold::indexer
