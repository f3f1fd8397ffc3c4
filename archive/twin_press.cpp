#include "archive/twin_press.h"

#include "archive/failure_words.h"
#include "archive/forms/archive_stamp.h"
#include "archive/turns.h"
#include "base/error.h"
#include "base/files.h"
#include "base/sheet_code.h"
#include "scanner/twin_maker.h"

#include <fmt/format.h>

#include <cmath>

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

constexpr double kQuietMargin = 1.5;  // white paper around a QR code

catalog::TwinMark mark_of(int page, const scanner::Area& area) {
  const auto tenths = [](double millimetres) { return static_cast<int>(std::lround(10 * millimetres)); };
  return {page, tenths(area.left), tenths(area.top), tenths(area.width), tenths(area.height)};
}

std::string code_of(const catalog::Item& item, int page) {
  return SheetCode{SheetKind::Item, item.reference_code ? item.reference_code->file_name() : item.number(), page}.text();
}

// The marks of all pages, each on a page as large as the file's.
std::string drawn_marks(const catalog::Item& item, const std::vector<scanner::PrintRoom>& rooms) {
  Printer printer;
  int page = 0;
  for (const auto& room : rooms) {
    ++page;
    printer.begin_page(room.width, room.height);
    if (room.stamp) draw_archive_stamp(printer, room.stamp->left, room.stamp->top, ArchiveStamp::of(item));
    if (room.number)
      printer.text(room.number->left, room.number->top, room.number->width, fmt::format("{} / {}", page, rooms.size()),
                   {9, Align::Centre}, room.number->height);
    if (room.code)
      printer.qr(room.code->left + kQuietMargin, room.code->top + kQuietMargin, room.code->width - 2 * kQuietMargin, code_of(item, page));
  }
  return printer.finish();
}

void list_marks(const std::vector<scanner::PrintRoom>& rooms, std::vector<catalog::TwinMark>& marks, std::vector<Message>& findings) {
  int page = 0;
  for (const auto& room : rooms) {
    ++page;
    for (const auto& area : {room.stamp, room.number, room.code})
      if (area) marks.push_back(mark_of(page, *area));
    if (page == 1 && !room.stamp) findings.push_back(msg("twin.no_room_for_stamp"));
    if (!room.number || !room.code) findings.push_back(msg("twin.no_room", page));
  }
}

Error unreadable(const catalog::Item& item, scanner::Failure failure) {
  return Error(ErrorKind::Refused, msg("compare.original_unreadable", item.number(), failure_words(failure)));
}

// The item's file, or what the office suite makes of it.
fs::path paged_file(Archive& archive, const catalog::Item& item, const catalog::StoredObject& original, scanner::TwinMaker& maker,
                    const fs::path& scratch, ProgressSink& progress) {
  const fs::path file = archive.store().path_of(original.sha256);
  if (!scanner::is_office_document(scanner::Reader::detect(file))) return file;
  std::optional<scanner::Failure> failure;
  aside(progress, [&] { failure = maker.typeset(file, scratch, progress); });
  if (failure) throw unreadable(item, *failure);
  return scanner::typeset_path(scratch);
}

}  // namespace

TwinReport print_twin(Archive& archive, const catalog::Item& item, const fs::path& out, ProgressSink& progress) {
  if (!is_present(item.state)) throw Error(ErrorKind::Refused, msg("item.gone", item.number()));
  const auto original = catalog::object_of(archive.database(), item.id, "original");
  if (!original) throw Error(ErrorKind::Refused, msg("pair.one_track", item.number()));
  const ScratchFolder scratch(archive.layout().tmp());
  scanner::TwinMaker maker(archive.reader_options());
  const fs::path file = paged_file(archive, item, *original, maker, scratch.path(), progress);
  scanner::PrintRooms rooms;
  aside(progress, [&] { rooms = maker.rooms(file, scratch.path(), progress); });
  if (rooms.failure == scanner::Failure::Unsupported) throw Error(ErrorKind::Refused, msg("twin.no_pages", item.number(), original->format));
  if (rooms.failure) throw unreadable(item, *rooms.failure);
  const fs::path marks = scratch.path() / "marks.pdf";
  write_durably(marks, drawn_marks(item, rooms.pages));
  std::optional<scanner::Failure> failure;
  aside(progress, [&] { failure = maker.overlay(file, marks, scratch.path(), progress); });
  if (failure) throw unreadable(item, *failure);
  TwinReport report;
  report.pages = static_cast<int>(rooms.pages.size());
  std::vector<catalog::TwinMark> placed;
  list_marks(rooms.pages, placed, report.findings);
  const fs::path printed = scanner::printed_path(scratch.path());
  const auto stored = archive.store().put_file(printed);
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  const auto now = *catalog::find_item(archive.database(), item.id);  // others may have changed it meanwhile
  report.twin = catalog::record_twin(transaction, now, original->sha256, {.sha256 = stored.sha256, .size = stored.size, .format = "pdf"}, placed);
  write_durably(out, read_file(printed));
  transaction.commit();
  return report;
}

}  // namespace twofold::archive
