#include "samples/ink.h"

#include "base/text.h"

#include <cairo.h>

#include <cmath>
#include <numbers>

namespace twofold::samples {
namespace {

constexpr double kUnit = kDrawingDpi / 25.4;
constexpr double kSealRadius = 21;

void paint(cairo_t* cairo, const Ink& ink) { cairo_set_source_rgba(cairo, ink.red, ink.green, ink.blue, ink.alpha); }

void star(cairo_t* cairo, double x, double y, double radius) {
  for (int i = 0; i < 10; ++i) {
    const double reach = i % 2 == 0 ? radius : radius * 0.39;
    const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5;
    cairo_line_to(cairo, (x + reach * std::cos(angle)) * kUnit, (y + reach * std::sin(angle)) * kUnit);
  }
  cairo_close_path(cairo);
  cairo_fill(cairo);
}

void shape(cairo_t* cairo, double x, double y, double width, double height, double red, double green, double blue) {
  cairo_set_source_rgb(cairo, red, green, blue);
  cairo_rectangle(cairo, x * kUnit, y * kUnit, width * kUnit, height * kUnit);
  cairo_fill(cairo);
}

void portrait(cairo_t* cairo, double x, double y) {
  shape(cairo, x, y, 22, 28, 0.8, 0.83, 0.86);
  cairo_set_source_rgb(cairo, 0.45, 0.42, 0.4);
  cairo_arc(cairo, (x + 11) * kUnit, (y + 11) * kUnit, 6 * kUnit, 0, 2 * std::numbers::pi);
  cairo_fill(cairo);
  cairo_arc(cairo, (x + 11) * kUnit, (y + 28) * kUnit, 9.5 * kUnit, std::numbers::pi, 2 * std::numbers::pi);
  cairo_fill(cairo);
}

}  // namespace

void seal(Canvas& canvas, double x, double y, const std::string& company, const std::string& purpose) {
  cairo_t* cairo = canvas.cairo();
  paint(cairo, kSealRed);
  cairo_set_line_width(cairo, 1.1 * kUnit);
  cairo_new_path(cairo);
  cairo_arc(cairo, x * kUnit, y * kUnit, kSealRadius * kUnit, 0, 2 * std::numbers::pi);
  cairo_stroke(cairo);
  star(cairo, x, y, 5.5);
  const auto letters = to_code_points(company);
  const double step = 235.0 / static_cast<double>(std::max<std::size_t>(letters.size(), 6));
  double degrees = 90 + step * (static_cast<double>(letters.size()) - 1) / 2;
  Canvas words(cairo);  // letters of a seal are no running text
  for (const char32_t letter : letters) {
    const double turn = degrees * std::numbers::pi / 180;
    const double lean = degrees - 90;
    const double size = 14.5;
    const double half = size * 25.4 / 72 / 2;
    const double back = lean * std::numbers::pi / 180;
    words.write(x + 18.6 * std::cos(turn) - half * std::cos(back), y - 18.6 * std::sin(turn) + half * std::sin(back),
                to_utf8(std::u32string_view(&letter, 1)), Face::SerifBold, size, kSealRed, lean);
    degrees -= step;
  }
  const double length = static_cast<double>(to_code_points(purpose).size());
  words.write(x - length * 1.75, y + 9.5, purpose, Face::SerifBold, 10, kSealRed);
  canvas.note(company + " " + purpose);
}

void signature(Canvas& canvas, double x, double y, const std::string& name, Random& random) {
  cairo_t* cairo = canvas.cairo();
  cairo_save(cairo);
  cairo_matrix_t slant;
  const double lean = random.real(0.15, 0.35);
  cairo_matrix_init(&slant, 1, 0, -lean, 1, lean * y * kUnit, 0);
  cairo_transform(cairo, &slant);
  canvas.write(x, y, name, Face::Hand, random.real(20, 25), kPen, random.real(2, 7));
  cairo_restore(cairo);
  paint(cairo, kPen);
  cairo_set_line_width(cairo, 0.45 * kUnit);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  cairo_move_to(cairo, (x + 14) * kUnit, (y + 9) * kUnit);
  cairo_curve_to(cairo, (x + 24) * kUnit, (y + 4) * kUnit, (x + 12) * kUnit, (y + 13) * kUnit, (x + 34) * kUnit,
                 (y + random.real(5, 10)) * kUnit);
  cairo_stroke(cairo);
}

void identity_card(Canvas& canvas, double x, double y, const std::string& name, const std::string& address,
                   const std::string& number) {
  shape(canvas.cairo(), x, y, 86, 54, 0.93, 0.95, 0.96);
  canvas.box(x, y, 86, 54, 0.4);
  canvas.write(x + 5, y + 5, "姓 名 " + name, Face::Sans, 10);
  canvas.write(x + 5, y + 12, "性 别 男  民 族 汉", Face::Sans, 9);
  canvas.write(x + 5, y + 19, "住 址 " + address, Face::Sans, 7.5);
  canvas.write(x + 5, y + 44, "公民身份号码 " + number, Face::SansBold, 9.5);
  portrait(canvas.cairo(), x + 59, y + 13);
  const double back = y + 66;
  shape(canvas.cairo(), x, back, 86, 54, 0.94, 0.93, 0.92);
  canvas.box(x, back, 86, 54, 0.4);
  paint(canvas.cairo(), kSealRed);
  star(canvas.cairo(), x + 14, back + 16, 8);
  canvas.write(x + 30, back + 9, "中华人民共和国", Face::Sans, 13);
  canvas.write(x + 30, back + 18, "居 民 身 份 证", Face::SansBold, 16);
  canvas.write(x + 14, back + 36, "签发机关 市公安局东城分局", Face::Sans, 9);
  canvas.write(x + 14, back + 43, "有效期限 2016.05.12-2036.05.12", Face::Sans, 9);
}

void photograph(Canvas& canvas, double x, double y, double width, Random& random) {
  cairo_t* cairo = canvas.cairo();
  const double height = width * 0.66;
  cairo_save(cairo);
  cairo_rectangle(cairo, x * kUnit, y * kUnit, width * kUnit, height * kUnit);
  cairo_clip(cairo);
  cairo_pattern_t* sky = cairo_pattern_create_linear(0, y * kUnit, 0, (y + height) * kUnit);
  cairo_pattern_add_color_stop_rgb(sky, 0, 0.35, 0.55, 0.8);
  cairo_pattern_add_color_stop_rgb(sky, 1, 0.85, 0.88, 0.9);
  cairo_set_source(cairo, sky);
  cairo_paint(cairo);
  cairo_pattern_destroy(sky);
  for (double at = -5; at < width; at += random.real(18, 30)) {
    const double tall = height * random.real(0.35, 0.75);
    const double wide = random.real(20, 32);
    const double shade = random.real(0.35, 0.7);
    shape(cairo, x + at, y + height * 0.88 - tall, wide, tall, shade, shade * 0.95, shade * 0.85);
    for (double up = 4; up + 5 < tall; up += 7)
      for (double along = 3; along + 4 < wide; along += 6)
        shape(cairo, x + at + along, y + height * 0.88 - tall + up, 3, 4, 0.2, 0.25, random.real(0.3, 0.7));
  }
  shape(cairo, x, y + height * 0.88, width, height * 0.12, 0.4, 0.4, 0.38);
  cairo_restore(cairo);
  canvas.box(x, y, width, height, 0.3);
}

}  // namespace twofold::samples
