#include "archive/forms/printer.h"

#include "base/error.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>

namespace twofold::archive {
namespace {

constexpr double kPointsPerMillimetre = 72.0 / 25.4;
constexpr double kStepDown = 0.94;   // how much smaller the next size is that is tried

double points(double millimetres) { return millimetres * kPointsPerMillimetre; }
double millimetres(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE / kPointsPerMillimetre; }
int units(double in_points) { return static_cast<int>(in_points * PANGO_SCALE); }

struct Release {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoContext* context) const { g_object_unref(context); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
using LayoutPtr = std::unique_ptr<PangoLayout, Release>;
using ContextPtr = std::unique_ptr<PangoContext, Release>;

cairo_status_t append(void* target, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void set_ink(cairo_t* context, Ink ink) {
  switch (ink) {
    case Ink::Black: return cairo_set_source_rgb(context, 0, 0, 0);
    case Ink::Grey: return cairo_set_source_rgb(context, 0.4, 0.4, 0.4);
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

const char* family(Face face) {
  switch (face) {
    case Face::Song: return "Noto Serif CJK SC";
    case Face::Hei: break;
  }
  // The Latin face comes first for its "·", which the Chinese one sets as wide as a character.
  return "Liberation Sans,Noto Sans CJK SC";
}

void over(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t until) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(until);
  pango_attr_list_insert(list, attribute);
}

// What differs within one text: the size below its first line, the spacing of that line, the stroke through all. No
// hyphen is put where a line breaks: in a digest or a number it would be a character that is not there.
void set_attributes(PangoLayout* layout, const std::string& content, const TextStyle& style) {
  const std::size_t first_line = std::min(content.find('\n'), content.size());
  const bool two_sizes = style.below > 0 && first_line < content.size();
  const std::unique_ptr<PangoAttrList, Release> list(pango_attr_list_new());
  over(list.get(), pango_attr_insert_hyphens_new(FALSE), 0, content.size());
  if (style.struck) over(list.get(), pango_attr_strikethrough_new(TRUE), 0, content.size());
  if (style.spacing != 0) over(list.get(), pango_attr_letter_spacing_new(units(style.spacing)), 0, first_line);
  if (two_sizes) {
    over(list.get(), pango_attr_size_new(units(style.below)), first_line, content.size());
    over(list.get(), pango_attr_weight_new(PANGO_WEIGHT_NORMAL), first_line, content.size());
  }
  pango_layout_set_attributes(layout, list.get());
}

}  // namespace

struct Printer::State {
  std::string bytes;
  cairo_surface_t* surface = nullptr;
  cairo_t* cairo = nullptr;
  ContextPtr across, down;   // how lines run
  int pages = 0;

  State() {
    surface = cairo_pdf_surface_create_for_stream(append, &bytes, points(kA4Short), points(kA4Long));
    cairo = cairo_create(surface);
    across = make_context();
    down = make_context();
    pango_context_set_base_gravity(down.get(), PANGO_GRAVITY_EAST);
    pango_context_set_gravity_hint(down.get(), PANGO_GRAVITY_HINT_NATURAL);
  }
  ~State() {
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  ContextPtr make_context() const {
    ContextPtr made(pango_cairo_create_context(cairo));
    // Resolution 72 makes one unit of the surface one point, so that type has its nominal size on paper. Metrics are not rounded to
    // pixels, which paper does not have.
    pango_cairo_context_set_resolution(made.get(), 72);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(made.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_language(made.get(), pango_language_from_string("zh-cn"));
    return made;
  }

  LayoutPtr layout(double width, const std::string& content, const TextStyle& style, bool vertical = false) const {
    LayoutPtr made(pango_layout_new(vertical ? down.get() : across.get()));
    const std::unique_ptr<PangoFontDescription, Release> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), family(style.face));
    pango_font_description_set_size(font.get(), units(style.points));
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(made.get(), font.get());
    pango_layout_set_width(made.get(), units(points(width)));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(made.get(), pango_alignment(style.align));
    pango_layout_set_text(made.get(), content.data(), static_cast<int>(content.size()));
    set_attributes(made.get(), content, style);
    return made;
  }

  static double height_of(PangoLayout* made) {
    int height = 0;
    pango_layout_get_size(made, nullptr, &height);
    return millimetres(height);
  }

  // The largest size at which the text is no higher than `height` and breaks at its own line breaks alone; 0: none.
  double unbroken(double width, double height, const std::string& content, TextStyle style, double least) const {
    const auto lines = std::ranges::count(content, '\n') + 1;
    for (; style.points >= least; style.points *= kStepDown) {
      const auto made = layout(width, content, style);
      if (pango_layout_get_line_count(made.get()) == lines && height_of(made.get()) <= height) return style.points;
    }
    return 0;
  }

  // The largest of the sizes at which the text is no higher than `height`.
  LayoutPtr fitted(double width, double height, const std::string& content, TextStyle style, double least, bool vertical) const {
    for (;;) {
      auto made = layout(width, content, style, vertical);
      if (height_of(made.get()) <= height) return made;
      if (style.points <= least) {
        pango_layout_set_height(made.get(), units(points(height)));
        pango_layout_set_ellipsize(made.get(), PANGO_ELLIPSIZE_END);
        return made;
      }
      const double next = std::max(least, style.points * kStepDown);
      style.below *= next / style.points;
      style.points = next;
    }
  }

  void show(PangoLayout* made, double x, double y, Ink ink) const {
    set_ink(cairo, ink);
    cairo_move_to(cairo, points(x), points(y));
    pango_cairo_show_layout(cairo, made);
  }
};

Printer::Printer() : state_(std::make_unique<State>()) {}
Printer::~Printer() = default;

void Printer::begin_page(double width, double height) {
  if (state_->pages++ > 0) cairo_show_page(state_->cairo);
  cairo_pdf_surface_set_size(state_->surface, points(width), points(height));
}

int Printer::pages() const { return state_->pages; }

double Printer::text_height(double width, const std::string& content, const TextStyle& style) {
  return State::height_of(state_->layout(width, content, style).get());
}

double Printer::text(double x, double y, double width, const std::string& content, const TextStyle& style, double height) {
  const auto made = state_->layout(width, content, style);
  const double used = State::height_of(made.get());
  state_->show(made.get(), x, y + (height > used ? (height - used) / 2 : 0), style.ink);
  return used;
}

double Printer::unbroken_points(double width, double height, const std::string& content, const TextStyle& style,
                                double least) const {
  return state_->unbroken(width, height, content, style, least);
}

void Printer::text_fitted(double x, double y, double width, double height, const std::string& content, const TextStyle& style,
                          double least) {
  const auto made = state_->fitted(width, height, content, style, least, false);
  state_->show(made.get(), x, y + std::max(0.0, (height - State::height_of(made.get())) / 2), style.ink);
}

void Printer::text_vertical(double x, double y, double width, double height, const std::string& content, const TextStyle& style,
                            double least) {
  const auto made = state_->fitted(height, width, content, style, least, true);
  const double used = State::height_of(made.get());
  cairo_save(state_->cairo);
  cairo_translate(state_->cairo, points(x + width - (width - used) / 2), points(y));
  cairo_rotate(state_->cairo, G_PI_2);
  pango_cairo_update_layout(state_->cairo, made.get());
  state_->show(made.get(), 0, 0, style.ink);
  cairo_restore(state_->cairo);
}

void Printer::line(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
  set_ink(state_->cairo, ink);
  cairo_set_line_width(state_->cairo, points(thickness));
  cairo_move_to(state_->cairo, points(x1), points(y1));
  cairo_line_to(state_->cairo, points(x2), points(y2));
  cairo_stroke(state_->cairo);
}

void Printer::dashes(double x1, double y1, double x2, double y2, double thickness) {
  const double pattern[] = {points(1.2), points(1.2)};
  cairo_set_dash(state_->cairo, pattern, 2, 0);
  line(x1, y1, x2, y2, thickness, Ink::Grey);
  cairo_set_dash(state_->cairo, nullptr, 0, 0);
}

void Printer::box(double x, double y, double width, double height, double thickness, Ink ink) {
  set_ink(state_->cairo, ink);
  cairo_set_line_width(state_->cairo, points(thickness));
  cairo_rectangle(state_->cairo, points(x), points(y), points(width), points(height));
  cairo_stroke(state_->cairo);
}

void Printer::shade(double x, double y, double width, double height) {
  cairo_set_source_rgb(state_->cairo, 0.95, 0.95, 0.95);
  cairo_rectangle(state_->cairo, points(x), points(y), points(width), points(height));
  cairo_fill(state_->cairo);
}

void Printer::qr(double x, double y, double size, const std::string& content) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(content.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  if (!code) throw Error(ErrorKind::Internal, msg("form.qr_too_long", content));
  const double module = size / code->width;
  set_ink(state_->cairo, Ink::Black);
  // Runs along a row are one rectangle, so that no hairline shows between modules.
  for (int row = 0; row < code->width; ++row)
    for (int column = 0; column < code->width; ++column) {
      const int from = column;
      while (column < code->width && (code->data[row * code->width + column] & 1) != 0) ++column;
      if (column > from)
        cairo_rectangle(state_->cairo, points(x + from * module), points(y + row * module), points((column - from) * module),
                        points(module));
    }
  cairo_fill(state_->cairo);
}

std::string Printer::finish() {
  if (state_->pages > 0) cairo_show_page(state_->cairo);
  cairo_surface_finish(state_->surface);
  if (cairo_surface_status(state_->surface) != CAIRO_STATUS_SUCCESS)
    throw Error(ErrorKind::Internal, msg("form.not_drawn", cairo_status_to_string(cairo_surface_status(state_->surface))));
  return std::move(state_->bytes);
}

}  // namespace twofold::archive
