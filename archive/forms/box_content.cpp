#include "archive/forms/box_content.h"

#include "archive/forms/values.h"
#include "base/error.h"

#include <algorithm>
#include <fmt/format.h>

namespace twofold::archive {
namespace {

// 卷号-件号
std::string item_number(const catalog::Volume& volume, int item) { return fmt::format("{:03}-{:04}", volume.code.number, item); }

}  // namespace

BoxContent require_box(Archive& archive, const catalog::ContainerNumber& number) {
  const auto box = catalog::find_container(archive.database(), number);
  if (!box) throw Error(ErrorKind::NotFound, msg("container.unknown", number));
  BoxContent content{*box, catalog::volumes_in(archive.database(), number)};
  std::ranges::sort(content.volumes, {}, [](const catalog::Volume& volume) { return volume.code; });
  return content;
}

SpineWidth spine_width_for(const catalog::Container& box) {
  return try_parse_spine_width(std::to_string(box.width_mm)).value_or(SpineWidth::Mm50);
}

Spine spine_of(Archive& archive, const BoxContent& content) {
  const auto& box = content.box;
  const bool empty = content.volumes.empty();
  return {{{"form.fonds", archive.fonds().text()},
           {"form.year", std::to_string(box.year)},
           {"form.retention", retention_words(box.retention)},
           {"form.chapter", box.chapter.text()},
           {"form.category_name", archive.profile().category(box.category).name.chinese, 0},
           {"form.first_item", empty ? "" : item_number(content.volumes.front(), 1), 22},
           {"form.last_item", empty ? "" : item_number(content.volumes.back(), content.volumes.back().item_count), 22},
           {"form.box_number", fmt::format("{:04}", box.number.serial)}},
          box.number.text(),
          {SheetKind::Container, box.number.text(), 0}};
}

}  // namespace twofold::archive
