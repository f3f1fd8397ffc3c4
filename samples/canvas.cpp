#include "samples/canvas.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>
#include <numbers>

namespace twofold::samples {
namespace {

constexpr double kUnitsPerMillimetre = kDrawingDpi / 25.4;
constexpr double kCellPadding = 1.6;
constexpr double kRowHeight = 10;

double units(double millimetres) { return millimetres * kUnitsPerMillimetre; }

const char* family(Face face) {
  switch (face) {
    case Face::Sans: return "Noto Sans CJK SC";
    case Face::SansBold: return "Noto Sans CJK SC Bold";
    case Face::Serif: return "Noto Serif CJK SC";
    case Face::SerifBold: return "Noto Serif CJK SC Bold";
    case Face::Hand: return "AR PL UKai CN";
    case Face::Ming: return "AR PL UMing CN";
    case Face::Latin: return "Liberation Serif, Noto Serif CJK SC";
  }
  return "Noto Sans CJK SC";
}

struct Unref {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

}  // namespace

double Canvas::layout(double x, double y, double width, const std::string& text, Face face, double points,
                      const Ink& ink, int alignment, bool draw) {
  const std::unique_ptr<PangoLayout, Unref> layout(pango_cairo_create_layout(cairo_));
  const std::unique_ptr<PangoFontDescription, Unref> font(pango_font_description_from_string(family(face)));
  pango_font_description_set_absolute_size(font.get(), points / 72 * kDrawingDpi * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font.get());
  if (width > 0) {
    pango_layout_set_width(layout.get(), static_cast<int>(units(width) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), static_cast<PangoAlignment>(alignment));
    pango_layout_set_line_spacing(layout.get(), 1.35F);
  }
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  int wide = 0;
  int high = 0;
  pango_layout_get_pixel_size(layout.get(), &wide, &high);
  if (draw) {
    cairo_set_source_rgba(cairo_, ink.red, ink.green, ink.blue, ink.alpha);
    cairo_move_to(cairo_, units(x), units(y));
    pango_cairo_show_layout(cairo_, layout.get());
  }
  return high / kUnitsPerMillimetre;
}

void Canvas::heading(const std::string& text, double points, Face face) {
  y_ += layout(kMargin, y_, kSheetWidth - 2 * kMargin, text, face, points, kPrint, PANGO_ALIGN_CENTER, true) + 4;
  note(text);
}

void Canvas::line(const std::string& text, double points, Face face, const Ink& ink) {
  y_ += layout(kMargin, y_, kSheetWidth - 2 * kMargin, text, face, points, ink, PANGO_ALIGN_LEFT, true) + 1.2;
  note(text);
}

void Canvas::line_right(const std::string& text, double points, Face face) {
  y_ += layout(kMargin, y_, kSheetWidth - 2 * kMargin, text, face, points, kPrint, PANGO_ALIGN_RIGHT, true) + 1.2;
  note(text);
}

void Canvas::paragraph(const std::string& text, double points, Face face) {
  const std::string indent = face == Face::Latin ? "" : "  ";
  line(indent + text, points, face);
  y_ += 2.2;
}

void Canvas::fields(const std::vector<Field>& fields) {
  const double share = (kSheetWidth - 2 * kMargin) / static_cast<double>(fields.size());
  double x = kMargin;
  for (const auto& field : fields) {
    const std::string label = field.label + ":";
    write(x, y_, label, Face::Sans, 11);
    const double after = x + 4.1 * static_cast<double>(label.size()) / 3;  // three bytes to a Chinese character
    write(after + 1.5, y_ - 0.6, field.value, Face::Hand, 13.5, kPen);
    rule(after, y_ + 6.4, x + share - 3, y_ + 6.4);
    x += share;
  }
  y_ += 12;
}

double Canvas::row_height(const Table& table, const std::vector<std::string>& row, double points, bool header) {
  double height = kRowHeight;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Face face = header ? Face::SansBold : (table.handwritten ? Face::Hand : Face::Serif);
    const double cell = layout(0, 0, table.widths[i] - 2 * kCellPadding, row[i], face, points, kPrint, 0, false);
    height = std::max(height, cell + 2 * kCellPadding);
  }
  return height;
}

void Canvas::table_row(const Table& table, const std::vector<std::string>& row, double points, bool header,
                       double height) {
  double x = kMargin;
  std::string written;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (header) {
      cairo_set_source_rgba(cairo_, 0, 0, 0, 0.1);
      cairo_rectangle(cairo_, units(x), units(y_), units(table.widths[i]), units(height));
      cairo_fill(cairo_);
    }
    box(x, y_, table.widths[i], height);
    const Face face = header ? Face::SansBold : (table.handwritten ? Face::Hand : Face::Serif);
    layout(x + kCellPadding, y_ + kCellPadding, table.widths[i] - 2 * kCellPadding, row[i], face, points,
           header || !table.handwritten ? kPrint : kPen, PANGO_ALIGN_LEFT, true);
    written += (i == 0 ? "" : " ") + row[i];
    x += table.widths[i];
  }
  note(written);
  y_ += height;
}

void Canvas::table(const Table& table, double points) {
  bool header = table.headed;
  for (const auto& row : table.rows) {
    const double size = header || !table.handwritten ? points : points + 1.5;
    table_row(table, row, size, header, row_height(table, row, size, header));
    header = false;
  }
  y_ += 4;
}

void Canvas::write(double x, double y, const std::string& text, Face face, double points, const Ink& ink,
                   double degrees) {
  cairo_save(cairo_);
  cairo_translate(cairo_, units(x), units(y));
  cairo_rotate(cairo_, -degrees * std::numbers::pi / 180);
  layout(0, 0, 0, text, face, points, ink, PANGO_ALIGN_LEFT, true);
  cairo_restore(cairo_);
  note(text);
}

void Canvas::rule(double x1, double y1, double x2, double y2, double width) {
  cairo_set_source_rgba(cairo_, 0.08, 0.08, 0.1, 1);
  cairo_set_line_width(cairo_, units(width));
  cairo_move_to(cairo_, units(x1), units(y1));
  cairo_line_to(cairo_, units(x2), units(y2));
  cairo_stroke(cairo_);
}

void Canvas::box(double x, double y, double width, double height, double stroke) {
  cairo_set_source_rgba(cairo_, 0.08, 0.08, 0.1, 1);
  cairo_set_line_width(cairo_, units(stroke));
  cairo_rectangle(cairo_, units(x), units(y), units(width), units(height));
  cairo_stroke(cairo_);
}

}  // namespace twofold::samples
