#include "scanner/worker/page/pdf_page.h"

#include "base/text.h"
#include "scanner/worker/page/page_text.h"
#include "scanner/worker/page/picture_stream.h"

#include <fmt/format.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>

namespace twofold::scanner {
namespace {

constexpr double kPointsPerInch = 72, kMostPictureDpi = 200;
constexpr double kGlyphWidth = 0.5;  // of the font size, for every character
constexpr double kDescent = 0.2;     // of a line's height lies below its base line

std::string utf16_hex(const std::string& utf8) {
  std::string hex;
  for (const char32_t c : to_code_points(utf8)) {
    if (c < 0x10000) {
      hex += fmt::format("{:04X}", static_cast<unsigned>(c));
    } else {
      const auto rest = static_cast<unsigned>(c) - 0x10000U;
      hex += fmt::format("{:04X}{:04X}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
    }
  }
  return hex;
}

struct Line {
  std::size_t first = 0, last = 0;  // words [first, last)
  double top = 0, bottom = 0;       // pixels
};

std::vector<Line> lines_of(const std::vector<Word>& words) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double top = words[i].box.top, bottom = words[i].box.top + words[i].box.height;
    if (lines.empty() || words[i].line != words[i - 1].line) lines.push_back({i, i, top, bottom});
    lines.back().last = i + 1;
    lines.back().top = std::min(lines.back().top, top);
    lines.back().bottom = std::max(lines.back().bottom, bottom);
  }
  return lines;
}

// Text of `characters` cells stretched over `width` points.
std::string stretched(const std::string& hex, double left, double base, double width, double size) {
  const double cells = static_cast<double>(hex.size()) / 4;
  const double stretch = 100 * std::max(width, 0.1) / (cells * kGlyphWidth * size);
  return fmt::format("{:.2f} Tz 1 0 0 1 {:.2f} {:.2f} Tm <{}> Tj\n", stretch, left, base, hex);
}

// A word that joins the next one reaches up to it, else readers would see a gap and put a space there; where a space
// belongs one is written, stretched over the gap.
std::string line_content(const Page& page, const Line& line, double scale) {
  const double size = std::max(1.0, (line.bottom - line.top) * scale);
  const double base = (page.height - line.bottom) * scale + kDescent * size;
  std::string content = fmt::format("/F1 {:.2f} Tf\n", size);
  for (std::size_t i = line.first; i < line.last; ++i) {
    const Word& word = page.words[i];
    const std::string hex = utf16_hex(word.text);
    if (hex.empty()) continue;
    const double left = word.box.left * scale, own_right = left + word.box.width * scale;
    if (i + 1 == line.last || page.words[i + 1].box.left * scale <= left) {
      content += stretched(hex, left, base, own_right - left, size);
      continue;
    }
    const double next = page.words[i + 1].box.left * scale;
    const bool space = parted(word, page.words[i + 1]);
    const double right = space ? std::min(own_right, next - 0.5) : next;
    content += stretched(hex, left, base, right - left, size);
    if (space) content += stretched("0020", right, base, next - right, size);
  }
  return content;
}

std::string page_content(const Page& page, double scale) {
  std::string content = fmt::format("q {:.3f} 0 0 {:.3f} 0 0 cm /Im1 Do Q\n", page.width * scale, page.height * scale);
  if (page.words.empty()) return content;
  content += "BT 3 Tr\n";
  for (const Line& line : lines_of(page.words)) content += line_content(page, line, scale);
  return content + "ET\n";
}

QPDFObjectHandle picture_object(QPDF& pdf, const PictureStream& picture) {
  using Kind = PictureStream::Kind;
  QPDFObjectHandle object = pdf.newStream();
  const bool bits = picture.kind == Kind::Group4;
  object.replaceDict(QPDFObjectHandle::parse(fmt::format(
      "<< /Type /XObject /Subtype /Image /Width {} /Height {} /BitsPerComponent {} /ColorSpace /{} >>", picture.width,
      picture.height, bits ? 1 : 8, picture.kind == Kind::ColourJpeg ? "DeviceRGB" : "DeviceGray")));
  const std::string parameters = fmt::format("<< /K -1 /Columns {} /Rows {} >>", picture.width, picture.height);
  object.replaceStreamData(picture.bytes, QPDFObjectHandle::newName(bits ? "/CCITTFaxDecode" : "/DCTDecode"),
                           bits ? QPDFObjectHandle::parse(parameters) : QPDFObjectHandle::newNull());
  return object;
}

// Every two-byte code is its own UTF-16 unit. One range may vary its last byte only, and one block hold 100 ranges.
std::string to_unicode_map() {
  constexpr unsigned kRanges = 256, kMost = 100;
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n"
      "endcodespacerange\n";
  for (unsigned first = 0; first < kRanges; first += kMost) {
    const unsigned last = std::min(first + kMost, kRanges);
    map += fmt::format("{} beginbfrange\n", last - first);
    for (unsigned row = first; row < last; ++row) map += fmt::format("<{0:02X}00> <{0:02X}FF> <{0:02X}00>\n", row);
    map += "endbfrange\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

QPDFObjectHandle font_object(QPDF& pdf, const std::string& font) {
  std::string one_shape_for_all(2 * 65536, '\0');
  for (std::size_t i = 1; i < one_shape_for_all.size(); i += 2) one_shape_for_all[i] = '\1';
  QPDFObjectHandle file = pdf.newStream(font);
  file.getDict().replaceKey("/Length1", QPDFObjectHandle::newInteger(static_cast<long long>(font.size())));
  QPDFObjectHandle descriptor = pdf.makeIndirectObject(QPDFObjectHandle::parse(
      "<< /Type /FontDescriptor /FontName /GlyphLessFont /Flags 5 /FontBBox [0 0 500 1000] /ItalicAngle 0 "
      "/Ascent 1000 /Descent 0 /CapHeight 1000 /StemV 80 >>"));
  descriptor.replaceKey("/FontFile2", file);
  QPDFObjectHandle cid_font = pdf.makeIndirectObject(QPDFObjectHandle::parse(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /GlyphLessFont /DW 500 "
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"));
  cid_font.replaceKey("/FontDescriptor", descriptor);
  cid_font.replaceKey("/CIDToGIDMap", pdf.newStream(one_shape_for_all));
  QPDFObjectHandle whole = pdf.makeIndirectObject(
      QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type0 /BaseFont /GlyphLessFont /Encoding /Identity-H >>"));
  whole.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({cid_font}));
  whole.replaceKey("/ToUnicode", pdf.newStream(to_unicode_map()));
  return whole;
}

}  // namespace

void write_pdf_page(const cv::Mat& picture, bool bilevel, const Page& page, const std::string& font,
                    const std::filesystem::path& out) {
  const double scale = kPointsPerInch / page.dpi;
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle resources = QPDFObjectHandle::parse("<< /XObject << >> /Font << >> >>");
  resources.getKey("/XObject").replaceKey(
      "/Im1", picture_object(pdf, encode_picture(picture, bilevel, page.dpi, kMostPictureDpi)));
  if (!page.words.empty()) resources.getKey("/Font").replaceKey("/F1", font_object(pdf, font));
  QPDFObjectHandle sheet = pdf.makeIndirectObject(QPDFObjectHandle::parse(fmt::format(
      "<< /Type /Page /MediaBox [0 0 {:.3f} {:.3f}] >>", page.width * scale, page.height * scale)));
  sheet.replaceKey("/Resources", resources);
  sheet.replaceKey("/Contents", pdf.newStream(page_content(page, scale)));
  QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(sheet), false);
  QPDFWriter writer(pdf, out.c_str());
  writer.setDeterministicID(true);
  writer.write();
}

}  // namespace twofold::scanner
