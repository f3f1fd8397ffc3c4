#pragma once
// The font of the unseen text: every code shows the same empty cell, and tells which character it stands for.

#include <qpdf/QPDFObjectHandle.hh>

#include <map>
#include <string>

class QPDF;

namespace twofold::scanner {

constexpr double kGlyphWidth = 0.5;  // of the font size, for every code; cells reach from the base line one size up

// A font over the TrueType file `font` (Tesseract's pdf.ttf) for the codes that text_layer.h tells, with `rare` as the
// characters of its rare codes.
QPDFObjectHandle glyphless_font(QPDF& pdf, const std::string& font, const std::u32string& rare);

// Pages from many files have each a copy of the font; here the first one comes to serve all. Pages with rare characters
// keep the character map that is theirs.
class SharedFont {
 public:
  void share(QPDFObjectHandle page);

 private:
  std::map<std::string, QPDFObjectHandle> by_map_;
  QPDFObjectHandle cells_;
};

}  // namespace twofold::scanner
