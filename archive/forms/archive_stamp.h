#pragma once
// 归档章: the stamp on the first page of an item, 45 × 16 mm in six cells, red as from the stamp pad (domain page §4).

#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "catalog/items.h"

namespace twofold::archive {

inline constexpr double kStampWidth = 45, kStampHeight = 16;

struct ArchiveStamp {
  std::string fonds, year, item;          // above: 全宗号, 年度, 件号
  std::string chapter, retention, pages;  // below: 卷章, 保管期限, 页数

  // Of an item that is bound; cells whose value is not known yet stay empty, to be filled in by hand.
  static ArchiveStamp of(const catalog::Item& item);
};

// The outer edge of the frame has its top left at (x, y), in millimetres.
void draw_archive_stamp(Printer& printer, double x, double y, const ArchiveStamp& stamp, const Wording& words = Wording());

// A page that is empty but for the stamp in the upper right, with the item's code left of it: to be printed over the item's first page.
void draw_stamp_page(Printer& printer, const catalog::Item& item, const Wording& words);

}  // namespace twofold::archive
