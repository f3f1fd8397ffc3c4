#include "bench/pages/drawn_page.h"

#include "base/text.h"
#include "bench/pages/damage.h"
#include "bench/pages/words.h"
#include "samples/canvas.h"
#include "samples/ink.h"

#include <cairo.h>
#include <opencv2/imgproc.hpp>
#include <pango/pangocairo.h>

#include <array>
#include <functional>
#include <memory>

namespace twofold::bench {
namespace {

using samples::Canvas;
using samples::Face;
using samples::Random;

constexpr int kWidth = 2480, kHeight = 3508;
constexpr double kMargin = samples::kMargin;

using Painter = std::function<void(Canvas&, Random&)>;

// The painting turned about the middle of the sheet.
cv::Mat painted(const Painter& paint, double degrees, Random& random, std::string* text) {
  cv::Mat pixels(kHeight, kWidth, CV_8UC4, cv::Scalar::all(255));
  cairo_surface_t* surface = cairo_image_surface_create_for_data(pixels.data, CAIRO_FORMAT_RGB24, kWidth, kHeight,
                                                                 static_cast<int>(pixels.step[0]));
  cairo_t* context = cairo_create(surface);
  cairo_translate(context, (kWidth - 1) / 2.0, (kHeight - 1) / 2.0);
  cairo_rotate(context, -degrees * CV_PI / 180);
  cairo_translate(context, -(kWidth - 1) / 2.0, -(kHeight - 1) / 2.0);
  Canvas canvas(context);
  paint(canvas, random);
  if (text != nullptr) *text = canvas.text();
  cairo_destroy(context);
  cairo_surface_destroy(surface);
  cv::Mat grey;
  cv::cvtColor(pixels, grey, cv::COLOR_BGRA2GRAY);
  return grey;
}

Face face_for(Language language, Random& random) {
  static const std::vector<Face> chinese{Face::Serif, Face::Sans, Face::Ming, Face::Hand, Face::Serif};
  static const std::vector<Face> latin{Face::Latin, Face::Sans, Face::Latin};
  return random.pick(language == Language::English ? latin : chinese);
}

std::string sentence(Language language, Random& random) {
  const bool english = language == Language::English || (language == Language::Mixed && random.chance(0.4));
  if (english) return english_sentence(random);
  return chinese_sentence(random);
}

std::string paragraph(Language language, int sentences, Random& random) {
  std::string text;
  for (int i = 0; i < sentences; ++i) {
    if (i > 0 && language != Language::Chinese) text += ' ';
    text += sentence(language, random);
  }
  return text;
}

std::string title(Language language, Random& random) {
  static const std::vector<std::string> chinese{"服务合同", "客户资料登记表", "会议纪要", "检修记录", "入会申请书", "借款协议", "出院小结"};
  static const std::vector<std::string> english{"Service Agreement", "Minutes of the Meeting", "Inspection Report",
                                                "Statement of Account", "Membership Application"};
  return random.pick(language == Language::English ? english : chinese);
}

void paint_prose(Canvas& canvas, Language language, Random& random) {
  const Face face = face_for(language, random);
  const double points = random.real(9, 13.5);
  canvas.heading(title(language, random), random.real(15, 22));
  const int paragraphs = random.between(4, 9);
  for (int i = 0; i < paragraphs && canvas.y() < 250; ++i) {
    canvas.paragraph(paragraph(language, random.between(2, 5), random), points, face);
  }
}

// A narrow block of text: the canvas knows only full lines.
double block(Canvas& canvas, double x, double y, double width, const std::string& text, double points, Face face) {
  constexpr double kUnit = samples::kDrawingDpi / 25.4;
  PangoLayout* layout = pango_cairo_create_layout(canvas.cairo());
  const char* family = face == Face::Latin ? "Liberation Serif" : face == Face::Sans ? "Noto Sans CJK SC" : "Noto Serif CJK SC";
  PangoFontDescription* font = pango_font_description_from_string(family);
  pango_font_description_set_absolute_size(font, points / 72 * samples::kDrawingDpi * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_width(layout, static_cast<int>(width * kUnit * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout, 1.25F);
  pango_layout_set_text(layout, text.c_str(), -1);
  int wide = 0, high = 0;
  pango_layout_get_pixel_size(layout, &wide, &high);
  cairo_set_source_rgb(canvas.cairo(), 0.08, 0.08, 0.1);
  cairo_move_to(canvas.cairo(), x * kUnit, y * kUnit);
  pango_cairo_show_layout(canvas.cairo(), layout);
  pango_font_description_free(font);
  g_object_unref(layout);
  canvas.note(text);
  return y + high / kUnit;
}

void paint_columns(Canvas& canvas, Language language, Random& random) {
  const Face face = language == Language::English ? Face::Latin : Face::Serif;
  const double points = random.real(8.5, 11);
  canvas.heading(title(language, random), random.real(15, 20));
  const double top = canvas.y() + 4;
  for (const double x : {kMargin, 110.0}) {
    double y = top;
    while (y < 235) y = block(canvas, x, y, 78, paragraph(language, random.between(2, 4), random), points, face) + 3;
  }
}

void paint_table(Canvas& canvas, Language language, Random& random) {
  const bool english = language == Language::English;
  canvas.heading(title(language, random), 17);
  samples::Table table;
  table.widths = {16, 40, 42, 34, 34};
  table.handwritten = !english && random.chance(0.3);
  table.rows.push_back(english ? std::vector<std::string>{"No.", "Name", "Reference", "Date", "Amount"}
                               : std::vector<std::string>{"序号", "姓名", "编号", "日期", "金额"});
  const int rows = random.between(8, 19);
  for (int i = 1; i <= rows; ++i) {
    table.rows.push_back({std::to_string(i), english ? "Member " + std::to_string(random.between(100, 999)) : chinese_name(random),
                          code(random), day(random), amount(random)});
  }
  canvas.table(table);
}

void paint_form(Canvas& canvas, Language language, Random& random) {
  canvas.heading(title(language, random), 20);
  const int rows = random.between(5, 12);
  for (int i = 0; i < rows; ++i) {
    if (language == Language::English) {
      canvas.line("Name: Member " + std::to_string(random.between(100, 999)) + "    Reference: " + code(random), 12, Face::Latin);
      canvas.skip(4);
    } else {
      canvas.fields({{"姓名", chinese_name(random)}, {"编号", code(random)}});
    }
  }
  canvas.line(sentence(language, random), 11);
}

void paint_letter(Canvas& canvas, Language language, Random& random) {
  canvas.skip(random.real(10, 40));
  canvas.line_right(day(random), 11);
  canvas.skip(8);
  const Face face = face_for(language, random);
  const int paragraphs = random.between(1, 3);
  for (int i = 0; i < paragraphs; ++i) canvas.paragraph(paragraph(language, random.between(1, 3), random), 12, face);
  canvas.skip(20);
  if (language != Language::English) samples::signature(canvas, 130, canvas.y(), chinese_name(random), random);
}

void paint_sparse(Canvas& canvas, Language language, Random& random) {
  canvas.skip(random.real(20, 160));
  const int lines = random.between(2, 4);
  for (int i = 0; i < lines; ++i) {
    const std::u32string whole = to_code_points(sentence(language, random));
    const std::size_t length = language == Language::Chinese ? 28 : 70;
    canvas.line(to_utf8(whole.substr(0, length)), random.real(11, 14), Face::Serif);
  }
}

void paint_photo(Canvas& canvas, Language language, Random& random) {
  samples::photograph(canvas, kMargin, kMargin, random.real(120, 166), random);
  canvas.move_to(kMargin + 118);
  const int lines = random.between(2, 8);
  for (int i = 0; i < lines; ++i) canvas.line(sentence(language, random), 11, face_for(language, random));
}

// Columns from right to left, characters upright.
void paint_vertical(Canvas& canvas, Random& random) {
  constexpr double kPitch = 6.2;
  double x = samples::kSheetWidth - kMargin - 8;
  const int columns = random.between(5, 16);
  for (int i = 0; i < columns && x > kMargin; ++i) {
    std::string column;
    double y = kMargin;
    while (y < 245) {
      for (const char32_t letter : to_code_points(chinese_sentence(random))) {
        if (y >= 262 || letter < 0x2000) continue;
        const std::string one = to_utf8(std::u32string_view(&letter, 1));
        Canvas quiet(canvas.cairo());
        quiet.write(x, y, one, Face::Serif, 13);
        column += one;
        y += kPitch;
      }
    }
    canvas.note(column);
    x -= random.real(8.5, 9.5);
  }
}

void paint(const PageKind& kind, Canvas& canvas, Random& random) {
  switch (kind.layout) {
    case Layout::Prose: return paint_prose(canvas, kind.language, random);
    case Layout::Columns: return paint_columns(canvas, kind.language, random);
    case Layout::Table: return paint_table(canvas, kind.language, random);
    case Layout::Form: return paint_form(canvas, kind.language, random);
    case Layout::Letter: return paint_letter(canvas, kind.language, random);
    case Layout::Sparse: return paint_sparse(canvas, kind.language, random);
    case Layout::Photo: return paint_photo(canvas, kind.language, random);
    case Layout::Vertical: return paint_vertical(canvas, random);
  }
}

// What stands on the other side and shines through.
cv::Mat reverse_side(double degrees, Random& random) {
  const auto prose = [](Canvas& canvas, Random& chance) { paint_prose(canvas, Language::Chinese, chance); };
  return painted(prose, -degrees, random, nullptr);
}

void paint_single(int which, Canvas& canvas, Random& random) {
  const double y = random.real(30, 240), x = random.real(25, 110);
  switch (which % 6) {
    case 0: return canvas.write(x, y, "同意。" + chinese_name(random), Face::Hand, 14, samples::kPen);
    case 1: return samples::signature(canvas, x, y, chinese_name(random), random);
    case 2: return samples::seal(canvas, x + 25, y + 10, "华东电力客户服务中心", "业务专用章");
    case 3: return canvas.write(x, y, "Received " + day(random), Face::Latin, 11);
    case 4: return canvas.write(x, y, "第 12 页", Face::Serif, 9);
    default: return canvas.write(x, y, code(random), Face::Sans, 10);
  }
}

}  // namespace

std::string_view name_of(Layout layout) {
  constexpr std::array names{"prose", "columns", "table", "form", "letter", "sparse", "photo", "vertical"};
  return names.at(static_cast<std::size_t>(layout));
}

std::string_view name_of(Language language) {
  constexpr std::array names{"zh", "en", "mixed"};
  return names.at(static_cast<std::size_t>(language));
}

std::string_view name_of(Damage damage) {
  constexpr std::array names{"clean", "office", "fax", "faded", "wedges", "inverse"};
  return names.at(static_cast<std::size_t>(damage));
}

DrawnPage draw_page(const PageKind& kind, double degrees, Random& random) {
  DrawnPage page{kind, {}, 300, degrees, {}};
  const auto painter = [&](Canvas& canvas, Random& chance) { paint(kind, canvas, chance); };
  page.pixels = painted(painter, degrees, random, &page.text);
  const cv::Mat reverse = kind.damage == Damage::Faded ? reverse_side(degrees, random) : cv::Mat();
  damage(page, reverse, random);
  return page;
}

DrawnPage draw_blank(Damage kind, double degrees, Random& random) {
  DrawnPage page{{Layout::Prose, Language::Chinese, kind}, {}, 300, degrees, {}};
  page.pixels = cv::Mat(kHeight, kWidth, CV_8UC1, cv::Scalar(255));
  const cv::Mat reverse = kind == Damage::Faded || random.chance(0.4) ? reverse_side(degrees, random) : cv::Mat();
  damage(page, reverse, random);
  return page;
}

DrawnPage draw_single(int which, Damage kind, double degrees, Random& random) {
  DrawnPage page{{Layout::Sparse, Language::Chinese, kind}, {}, 300, degrees, {}};
  const auto painter = [&](Canvas& canvas, Random& chance) { paint_single(which, canvas, chance); };
  page.pixels = painted(painter, degrees, random, &page.text);
  const cv::Mat reverse = kind == Damage::Faded ? reverse_side(degrees, random) : cv::Mat();
  damage(page, reverse, random);
  return page;
}

}  // namespace twofold::bench
