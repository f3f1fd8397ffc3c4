#include "archive/forms/printer.h"

#include "base/error.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>

namespace twofold::archive {
namespace {

constexpr double kPointsPerMillimetre = 72.0 / 25.4;
constexpr double kMargin = 15, kTop = 20, kBottom = 18, kPadding = 1.2;
constexpr double kTableTop = kTop + 18;

double points(double millimetres) { return millimetres * kPointsPerMillimetre; }

struct LayoutDeleter {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using LayoutPtr = std::unique_ptr<PangoLayout, LayoutDeleter>;

cairo_status_t append(void* target, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void set_ink(cairo_t* context, Ink ink) {
  switch (ink) {
    case Ink::Black: return cairo_set_source_rgb(context, 0, 0, 0);
    case Ink::Grey: return cairo_set_source_rgb(context, 0.45, 0.45, 0.45);
    case Ink::Red: break;
  }
  cairo_set_source_rgb(context, 0.78, 0.07, 0.09);
}

PangoAlignment pango_alignment(Align align) {
  switch (align) {
    case Align::Left: return PANGO_ALIGN_LEFT;
    case Align::Centre: return PANGO_ALIGN_CENTER;
    case Align::Right: break;
  }
  return PANGO_ALIGN_RIGHT;
}

}  // namespace

struct Printer::State {
  std::string bytes;
  cairo_surface_t* surface = nullptr;
  cairo_t* context = nullptr;
  bool page_open = false;

  State() {
    surface = cairo_pdf_surface_create_for_stream(append, &bytes, points(kA4Short), points(kA4Long));
    context = cairo_create(surface);
  }
  ~State() {
    cairo_destroy(context);
    cairo_surface_destroy(surface);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  LayoutPtr layout(double width, const std::string& content, const TextStyle& style) const {
    LayoutPtr made(pango_cairo_create_layout(context));
    // Resolution 72 makes one unit of the surface one point, so that type has its nominal size on paper.
    pango_cairo_context_set_resolution(pango_layout_get_context(made.get()), 72);
    PangoFontDescription* font = pango_font_description_from_string("Noto Serif CJK SC");
    pango_font_description_set_size(font, static_cast<int>(style.points * PANGO_SCALE));
    if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(made.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(made.get(), static_cast<int>(points(width) * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(made.get(), pango_alignment(style.align));
    if (style.struck) {
      PangoAttrList* attributes = pango_attr_list_new();
      pango_attr_list_insert(attributes, pango_attr_strikethrough_new(TRUE));
      pango_layout_set_attributes(made.get(), attributes);
      pango_attr_list_unref(attributes);
    }
    pango_layout_set_text(made.get(), content.data(), static_cast<int>(content.size()));
    return made;
  }
};

Printer::Printer() : state_(std::make_unique<State>()) {}
Printer::~Printer() = default;

void Printer::begin_page(double width, double height) {
  if (state_->page_open) cairo_show_page(state_->context);
  cairo_pdf_surface_set_size(state_->surface, points(width), points(height));
  state_->page_open = true;
}

double Printer::text_height(double width, const std::string& content, const TextStyle& style) {
  int height = 0;
  pango_layout_get_size(state_->layout(width, content, style).get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE / kPointsPerMillimetre;
}

double Printer::text(double x, double y, double width, const std::string& content, const TextStyle& style, double height) {
  const auto layout = state_->layout(width, content, style);
  int used_units = 0;
  pango_layout_get_size(layout.get(), nullptr, &used_units);
  const double used = static_cast<double>(used_units) / PANGO_SCALE / kPointsPerMillimetre;
  const double shift = height > used ? (height - used) / 2 : 0;
  set_ink(state_->context, style.ink);
  cairo_move_to(state_->context, points(x), points(y + shift));
  pango_cairo_show_layout(state_->context, layout.get());
  return used;
}

void Printer::line(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
  set_ink(state_->context, ink);
  cairo_set_line_width(state_->context, points(thickness));
  cairo_move_to(state_->context, points(x1), points(y1));
  cairo_line_to(state_->context, points(x2), points(y2));
  cairo_stroke(state_->context);
}

void Printer::box(double x, double y, double width, double height, double thickness, Ink ink) {
  set_ink(state_->context, ink);
  cairo_set_line_width(state_->context, points(thickness));
  cairo_rectangle(state_->context, points(x), points(y), points(width), points(height));
  cairo_stroke(state_->context);
}

void Printer::qr(double x, double y, double size, const std::string& content) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(content.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code) throw Error(ErrorKind::Internal, msg("form.qr_too_long", content));
  const double module = size / code->width;
  set_ink(state_->context, Ink::Black);
  // Runs along a row are one rectangle, so that no hairline shows between modules.
  for (int row = 0; row < code->width; ++row)
    for (int column = 0; column < code->width; ++column) {
      const int from = column;
      while (column < code->width && (code->data[row * code->width + column] & 1) != 0) ++column;
      if (column > from)
        cairo_rectangle(state_->context, points(x + from * module), points(y + row * module), points((column - from) * module),
                        points(module));
    }
  cairo_fill(state_->context);
}

double Printer::row_height(const Table& table, const std::vector<std::string>& cells) {
  double height = 7;
  for (std::size_t i = 0; i < table.columns.size() && i < cells.size(); ++i)
    height = std::max(height, text_height(table.columns[i].width - 2 * kPadding, cells[i], {table.points}) + 2 * kPadding);
  return height;
}

double Printer::table_row(const Table& table, const std::vector<std::string>& cells, double y, bool heading) {
  const double height = row_height(table, cells);
  double x = kMargin;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& column = table.columns[i];
    box(x, y, column.width, height, 0.2);
    const TextStyle style{table.points, heading ? Align::Centre : column.align, heading};
    if (i < cells.size()) text(x + kPadding, y, column.width - 2 * kPadding, cells[i], style, height);
    x += column.width;
  }
  return height;
}

void Printer::table_head(const Table& table, double width, int page, int pages) {
  text(kMargin, kTop - 4, width, table.title, {18, Align::Centre, true});
  text(kMargin, kTop + 10, width, table.left_note, {9});
  text(kMargin, kTop + 10, width, table.right_note, {9, Align::Right});
  const Message footer = msg("form.page_of", page, pages);
  const double page_height = width > kA4Short ? kA4Short : kA4Long;
  text(kMargin, page_height - kBottom + 5, width, render(footer, Language::Chinese), {9, Align::Centre});
}

void Printer::table(const Table& table, bool landscape) {
  const double page_width = landscape ? kA4Long : kA4Short, page_height = landscape ? kA4Short : kA4Long;
  const double width = page_width - 2 * kMargin, bottom = page_height - kBottom;
  std::vector<std::string> headings;
  for (const auto& column : table.columns) headings.push_back(column.heading);
  const double first = kTableTop + row_height(table, headings);
  // Where each page begins is settled before drawing, because every page names their number.
  std::vector<std::size_t> starts = {0};
  double y = first;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const double height = row_height(table, table.rows[i]);
    if (y + height > bottom && i > starts.back()) {
      starts.push_back(i);
      y = first;
    }
    y += height;
  }
  for (std::size_t page = 0; page < starts.size(); ++page) {
    begin_page(page_width, page_height);
    table_head(table, width, static_cast<int>(page + 1), static_cast<int>(starts.size()));
    y = kTableTop + table_row(table, headings, kTableTop, true);
    const std::size_t end = page + 1 < starts.size() ? starts[page + 1] : table.rows.size();
    for (std::size_t i = starts[page]; i < end; ++i) y += table_row(table, table.rows[i], y, false);
  }
}

std::string Printer::finish() {
  if (state_->page_open) cairo_show_page(state_->context);
  cairo_surface_finish(state_->surface);
  if (cairo_surface_status(state_->surface) != CAIRO_STATUS_SUCCESS)
    throw Error(ErrorKind::Internal, msg("form.not_drawn", cairo_status_to_string(cairo_surface_status(state_->surface))));
  return std::move(state_->bytes);
}

}  // namespace twofold::archive
