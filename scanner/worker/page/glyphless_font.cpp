#include "scanner/worker/page/glyphless_font.h"

#include "scanner/worker/page/text_layer.h"

#include <fmt/format.h>
#include <qpdf/QPDF.hh>

#include <algorithm>

namespace twofold::scanner {
namespace {

constexpr std::size_t kMostEntries = 100;  // of one block of a character map

std::string blocks(const std::vector<std::string>& entries, const std::string& kind) {
  std::string text;
  for (std::size_t first = 0; first < entries.size(); first += kMostEntries) {
    const std::size_t last = std::min(first + kMostEntries, entries.size());
    text += fmt::format("{} begin{}\n", last - first, kind);
    for (std::size_t i = first; i < last; ++i) text += entries[i];
    text += fmt::format("end{}\n", kind);
  }
  return text;
}

// A range may vary its last byte only. Surrogates are no characters: their codes are those of the rare ones.
std::string to_unicode_map(const std::u32string& rare) {
  std::vector<std::string> ranges, singles;
  for (unsigned row = 0; row < 256; ++row) {
    const bool surrogates = row >= 0xD8 && row <= 0xDF;
    if (!surrogates) ranges.push_back(fmt::format("<{0:02X}00> <{0:02X}FF> <{0:02X}00>\n", row));
  }
  for (std::size_t i = 0; i < rare.size(); ++i) {
    const auto rest = static_cast<unsigned>(rare[i]) - 0x10000U;
    singles.push_back(fmt::format("<{:04X}> <{:04X}{:04X}>\n", kFirstRareCode + i, 0xD800U + (rest >> 10U),
                                  0xDC00U + (rest & 0x3FFU)));
  }
  return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
         "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
         "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n"
         "endcodespacerange\n" +
         blocks(ranges, "bfrange") + blocks(singles, "bfchar") +
         "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

// The file's glyph 0 is the missing glyph, which no archival PDF may show; 1 is the cell.
std::string one_glyph_for_all() {
  std::string map(2 * 65536, '\0');
  for (std::size_t i = 1; i < map.size(); i += 2) map[i] = '\1';
  return map;
}

// A descent of 0 counts as unknown with Poppler, which then takes far more; -1 is what the file says.
QPDFObjectHandle cells(QPDF& pdf, const std::string& font) {
  QPDFObjectHandle file = pdf.newStream(font);
  file.getDict().replaceKey("/Length1", QPDFObjectHandle::newInteger(static_cast<long long>(font.size())));
  QPDFObjectHandle descriptor = pdf.makeIndirectObject(QPDFObjectHandle::parse(
      "<< /Type /FontDescriptor /FontName /GlyphLessFont /Flags 5 /FontBBox [0 0 500 1000] /ItalicAngle 0 "
      "/Ascent 1000 /Descent -1 /CapHeight 1000 /StemV 80 >>"));
  descriptor.replaceKey("/FontFile2", file);
  QPDFObjectHandle cid_font = pdf.makeIndirectObject(QPDFObjectHandle::parse(fmt::format(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /GlyphLessFont /DW {} "
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>", 1000 * kGlyphWidth)));
  cid_font.replaceKey("/FontDescriptor", descriptor);
  cid_font.replaceKey("/CIDToGIDMap", pdf.newStream(one_glyph_for_all()));
  return cid_font;
}

}  // namespace

QPDFObjectHandle glyphless_font(QPDF& pdf, const std::string& font, const std::u32string& rare) {
  QPDFObjectHandle whole = pdf.makeIndirectObject(
      QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type0 /BaseFont /GlyphLessFont /Encoding /Identity-H >>"));
  whole.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({cells(pdf, font)}));
  whole.replaceKey("/ToUnicode", pdf.newStream(to_unicode_map(rare)));
  return whole;
}

void SharedFont::share(QPDFObjectHandle page) {
  QPDFObjectHandle fonts = page.getKey("/Resources").getKey("/Font");
  if (!fonts.isDictionary() || !fonts.hasKey("/F1")) return;
  QPDFObjectHandle font = fonts.getKey("/F1");
  const auto map = font.getKey("/ToUnicode").getRawStreamData();
  const std::string bytes(reinterpret_cast<const char*>(map->getBuffer()), map->getSize());
  const auto [known, added] = by_map_.try_emplace(bytes, font);
  if (!added) fonts.replaceKey("/F1", known->second);
  else if (cells_.isInitialized()) font.replaceKey("/DescendantFonts", cells_);
  else cells_ = font.getKey("/DescendantFonts");
}

}  // namespace twofold::scanner
