#pragma once
// Pages whose angle, turn and text are known, because they are drawn here: the generated set of the scanner's benchmarks.
// The angle is drawn, not warped, so that the truth is exact.

#include "samples/random.h"

#include <opencv2/core.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace twofold::bench {

enum class Layout { Prose, Columns, Table, Form, Letter, Sparse, Photo, Vertical };
enum class Language { Chinese, English, Mixed };
enum class Damage { Clean, Office, Fax, Faded, Wedges, Inverse };

inline constexpr Layout kLayouts[] = {Layout::Prose, Layout::Columns, Layout::Table, Layout::Form,
                                      Layout::Letter, Layout::Sparse, Layout::Photo, Layout::Vertical};
inline constexpr Damage kDamages[] = {Damage::Clean,  Damage::Office, Damage::Fax,
                                      Damage::Faded, Damage::Wedges, Damage::Inverse};

std::string_view name_of(Layout layout);
std::string_view name_of(Language language);
std::string_view name_of(Damage damage);

struct PageKind {
  Layout layout = Layout::Prose;
  Language language = Language::Chinese;
  Damage damage = Damage::Clean;
};

struct DrawnPage {
  PageKind kind;
  cv::Mat pixels;      // CV_8UC1
  double dpi = 300;
  double degrees = 0;  // positive: the content is turned counter-clockwise
  std::string text;    // in reading order, a line each
};

// An A4 page; `degrees` is exact. Equal kinds, angles and random states give equal pages.
DrawnPage draw_page(const PageKind& kind, double degrees, samples::Random& random);

// A back without writing, with everything a back can have: shading, dust, shadows of folds, holes, the front shining
// through, dark edges.
DrawnPage draw_blank(Damage damage, double degrees, samples::Random& random);

// A page with one written line only, or one signature, or one stamp: the least that must not be taken for blank.
DrawnPage draw_single(int which, Damage damage, double degrees, samples::Random& random);

}  // namespace twofold::bench
