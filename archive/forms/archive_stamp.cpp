#include "archive/forms/archive_stamp.h"

#include "base/sheet_code.h"

#include <fmt/format.h>

namespace twofold::archive {
namespace {

constexpr double kStampFrame = 0.35, kStampRule = 0.2;
constexpr double kCellWidth = kStampWidth / 3, kCellHeight = kStampHeight / 2;

void cell(Printer& printer, double x, double y, const std::string& label, const std::string& value) {
  printer.text_fitted(x + 0.7, y + 0.4, kCellWidth - 1.4, 2.4, label, {4.5, Align::Left, false, Ink::Red}, 3);
  printer.text(x, y + 2.1, kCellWidth, value, {10, Align::Centre, true, Ink::Red}, kCellHeight - 2.3);
}

}  // namespace

ArchiveStamp ArchiveStamp::of(const catalog::Item& item) {
  ArchiveStamp stamp;
  stamp.fonds = item.storage_id.fonds.text();
  stamp.year = std::to_string(item.year);
  if (item.reference_code) {
    stamp.item = fmt::format("{:04}", item.reference_code->item);
    stamp.chapter = item.reference_code->volume.chapter.text();
  } else if (item.provisional) {
    stamp.chapter = item.provisional->chapter.text();
  }
  stamp.retention = Wording::value("form.retention_" + catalog::text(item.retention));
  stamp.pages = std::to_string(item.page_count);
  return stamp;
}

void draw_archive_stamp(Printer& printer, double x, double y, const ArchiveStamp& stamp, const Wording& words) {
  const auto label = [&](const char* key) { return words.line(Message{key, {}}); };
  const double half = kStampFrame / 2;
  printer.box(x + half, y + half, kStampWidth - kStampFrame, kStampHeight - kStampFrame, kStampFrame, Ink::Red);
  printer.line(x, y + kCellHeight, x + kStampWidth, y + kCellHeight, kStampRule, Ink::Red);
  for (const int column : {1, 2})
    printer.line(x + column * kCellWidth, y, x + column * kCellWidth, y + kStampHeight, kStampRule, Ink::Red);
  cell(printer, x, y, label("form.fonds"), stamp.fonds);
  cell(printer, x + kCellWidth, y, label("form.year"), stamp.year);
  cell(printer, x + 2 * kCellWidth, y, label("form.item_serial"), stamp.item);
  cell(printer, x, y + kCellHeight, label("form.chapter"), stamp.chapter);
  cell(printer, x + kCellWidth, y + kCellHeight, label("form.retention"), stamp.retention);
  cell(printer, x + 2 * kCellWidth, y + kCellHeight, label("form.page_count"), stamp.pages);
}

void draw_stamp_page(Printer& printer, const catalog::Item& item, const Wording& words) {
  constexpr double kTop = 10, kQr = 16, kX = kA4Short - 15 - kStampWidth;
  printer.begin_page(kA4Short, kA4Long);
  draw_archive_stamp(printer, kX, kTop, ArchiveStamp::of(item), words);
  const std::string number = item.reference_code ? item.reference_code->file_name() : item.number();
  printer.qr(kX - 4 - kQr, kTop, kQr, SheetCode{SheetKind::Item, number, 0}.text());
  printer.text(kX - 4 - kQr - 20, kTop + kStampHeight + 1.5, kStampWidth + kQr + 24, item.number(),
               {6.5, Align::Right, false, Ink::Red, false, Face::Hei});
}

}  // namespace twofold::archive
