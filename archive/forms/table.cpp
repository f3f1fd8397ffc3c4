#include "archive/forms/table.h"

#include <algorithm>

namespace twofold::archive {
namespace {

constexpr double kCellPadding = 1.3, kLeastRow = 8.5, kLeastCellPoints = 3;
constexpr double kTableQr = 15, kHead = 23, kHeadBilingual = 27;

void draw_page_number(Printer& printer, const Wording& words, double page_height, const SheetMargins& margins, double width, int page,
                      int pages) {
  printer.text(margins.left, page_height - margins.bottom - 2, width, words.line(msg("form.page_of", page, pages)), {9, Align::Centre});
}

// The pages of one table: where each begins, measured before anything is drawn, because every page names their number.
class TablePages {
 public:
  TablePages(Printer& printer, const Table& table, const Wording& words)
      : printer_(printer), table_(table), words_(words), margins_(margins_of(table.landscape)),
        page_width_(table.landscape ? kA4Long : kA4Short), page_height_(table.landscape ? kA4Short : kA4Long),
        width_(page_width_ - margins_.left - margins_.right), top_(margins_.top + (words.bilingual() ? kHeadBilingual : kHead)),
        bottom_(page_height_ - margins_.bottom - kFootHeight) {
    for (const auto& column : table.columns) headings_.cells.push_back(column.heading);
    heading_height_ = height_of(headings_, true);
    measure();
  }

  int count() const { return static_cast<int>(starts_.size()); }

  // As part of a form of `pages` pages, `before` of them ahead of this table.
  void draw(int before, int pages) {
    for (std::size_t page = 0; page < starts_.size(); ++page) {
      printer_.begin_page(page_width_, page_height_);
      draw_head();
      draw_foot(before + static_cast<int>(page) + 1, pages);
      draw_rows(page);
    }
  }

 private:
  TextStyle style_of(const Column& column, bool heading, bool struck) const {
    if (heading) return {table_.points, Align::Centre, true, Ink::Black, false, Face::Hei, table_.points * 0.72, 0};
    return {column.points > 0 ? column.points : table_.points, column.align, false, Ink::Black, struck, column.face, 0, 0};
  }

  // No more than a page holds: what is longer is set in smaller type.
  double height_of(const TableRow& row, bool heading) {
    double height = kLeastRow;
    for (std::size_t i = 0; i < table_.columns.size() && i < row.cells.size(); ++i)
      if (!row.cells[i].empty())
        height = std::max(height, printer_.text_height(table_.columns[i].width - 2 * kCellPadding, row.cells[i],
                                                       style_of(table_.columns[i], heading, false)) + 2 * kCellPadding);
    return std::min(height, bottom_ - top_ - heading_height_);
  }

  void measure() {
    const double first = top_ + heading_height_;
    double y = first;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      heights_.push_back(height_of(table_.rows[i], false));
      if (y + heights_.back() > bottom_ && i > starts_.back()) {
        starts_.push_back(i);
        y = first;
      }
      y += heights_.back();
    }
    closing_height_ = table_.closing_words.empty() ? 0 : printer_.text_height(width_, table_.closing_words, kClosing) + 4;
    if (closing_height_ > 0 && y + closing_height_ > bottom_) starts_.push_back(table_.rows.size());
  }

  void draw_head() {
    const double qr_x = page_width_ - margins_.right - kTableQr;
    printer_.qr(qr_x, margins_.top, kTableQr, table_.code.text());
    const TextStyle title{18, Align::Centre, true, Ink::Black, false, Face::Song, 10, 3};
    printer_.text(margins_.left, margins_.top - 1, width_, table_.title, title);
    const double note_y = top_ - 6.5, half = (width_ - kTableQr - 4) / 2;
    printer_.text(margins_.left, note_y, half + 10, table_.left_note, {9.5, Align::Left, false, Ink::Black, false, Face::Hei});
    printer_.text_fitted(margins_.left + half + 12, note_y - 1, half - 12, 6.5, table_.right_note, {9.5, Align::Right}, 6);
  }

  void draw_foot(int page, int pages) {
    draw_page_number(printer_, words_, page_height_, margins_, width_, page, pages);
    // A sheet that has come loose can be read without a scanner.
    printer_.text(margins_.left, page_height_ - margins_.bottom - 1.4, width_ / 2, table_.code.code,
                  {6.5, Align::Left, false, Ink::Grey, false, Face::Hei});
  }

  double draw_row(const TableRow& row, double y, double height, bool heading) {
    double x = margins_.left;
    if (heading) printer_.shade(x, y, width_, height);
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const auto& column = table_.columns[i];
      const bool struck = row.struck && i + 1 < table_.columns.size();
      if (i < row.cells.size() && !row.cells[i].empty())
        printer_.text_fitted(x + kCellPadding, y, column.width - 2 * kCellPadding, height, row.cells[i],
                             style_of(column, heading, struck), kLeastCellPoints);
      x += column.width;
    }
    printer_.line(margins_.left, y + height, margins_.left + width_, y + height, kRule);
    return y + height;
  }

  void draw_rows(std::size_t page) {
    double y = draw_row(headings_, top_, heading_height_, true);
    const bool last = page + 1 == starts_.size();
    const std::size_t end = last ? table_.rows.size() : starts_[page + 1];
    for (std::size_t i = starts_[page]; i < end; ++i) y = draw_row(table_.rows[i], y, heights_[i], false);
    if (last && table_.ruled_to_the_end)
      while (y + kLeastRow + closing_height_ <= bottom_) y = draw_row({}, y, kLeastRow, false);
    double x = margins_.left;
    for (std::size_t i = 0; i + 1 < table_.columns.size(); ++i) {
      x += table_.columns[i].width;
      printer_.line(x, top_, x, y, kRule);
    }
    printer_.box(margins_.left, top_, width_, y - top_, kFrame);
    if (last && closing_height_ > 0) printer_.text(margins_.left, y + 3, width_, table_.closing_words, kClosing);
  }

  static constexpr TextStyle kClosing{9.5};
  Printer& printer_;
  const Table& table_;
  const Wording& words_;
  const SheetMargins margins_;
  const double page_width_, page_height_, width_, top_, bottom_;
  TableRow headings_;
  double heading_height_ = 0, closing_height_ = 0;
  std::vector<double> heights_;
  std::vector<std::size_t> starts_ = {0};
};

}  // namespace

void draw_table(Printer& printer, const Table& table, const Wording& words) {
  TablePages pages(printer, table, words);
  pages.draw(0, pages.count());
}

void draw_annexes(Printer& printer, const std::vector<Table>& annexes, const Wording& words) {
  std::vector<TablePages> parts;
  int pages = 1;
  for (const auto& annex : annexes) pages += parts.emplace_back(printer, annex, words).count();
  draw_page_number(printer, words, kA4Long, margins_of(false), kTableWidth, 1, pages);
  int before = 1;
  for (auto& part : parts) {
    part.draw(before, pages);
    before += part.count();
  }
}

}  // namespace twofold::archive
