#include "scanner/worker/page/pdf_page.h"

#include "scanner/worker/page/glyphless_font.h"
#include "scanner/worker/page/picture_stream.h"
#include "scanner/worker/page/text_layer.h"

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
constexpr double kMostPoints = 14400, kFewestPoints = 3;  // of a side of a page; readers take no others

// Points per pixel.
double scale_of(const Page& page) {
  const double longest = std::max(page.width, page.height), shortest = std::min(page.width, page.height);
  const double scale = std::max(kPointsPerInch / page.dpi, kFewestPoints / shortest);
  return std::min(scale, kMostPoints / longest);
}

QPDFObjectHandle picture_object(QPDF& pdf, const PictureStream& picture) {
  using Kind = PictureStream::Kind;
  QPDFObjectHandle object = pdf.newStream();
  const bool bits = picture.kind == Kind::Group4;
  object.replaceDict(QPDFObjectHandle::parse(fmt::format(
      "<< /Type /XObject /Subtype /Image /Width {} /Height {} /BitsPerComponent {} /ColorSpace /{} >>", picture.width,
      picture.height, bits ? 1 : 8, picture.kind == Kind::ColourJpeg ? "DeviceRGB" : "DeviceGray")));
  const std::string parameters = fmt::format("<< /K -1 /Columns {} /Rows {} >>", picture.width, picture.height);
  const char* jpeg = picture.deflated ? "[/FlateDecode /DCTDecode]" : "/DCTDecode";
  object.replaceStreamData(picture.bytes, QPDFObjectHandle::parse(bits ? "/CCITTFaxDecode" : jpeg),
                           bits ? QPDFObjectHandle::parse(parameters) : QPDFObjectHandle::newNull());
  return object;
}

}  // namespace

void write_pdf_page(const cv::Mat& picture, bool bilevel, const Page& page, const std::string& font,
                    const std::filesystem::path& out) {
  const double scale = scale_of(page), width = page.width * scale, height = page.height * scale;
  const TextLayer text = text_layer(page, scale);
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle resources = QPDFObjectHandle::parse("<< /XObject << >> /Font << >> >>");
  resources.getKey("/XObject").replaceKey(
      "/Im1", picture_object(pdf, encode_picture(picture, bilevel, page.dpi, kMostPictureDpi)));
  if (!text.operators.empty()) resources.getKey("/Font").replaceKey("/F1", glyphless_font(pdf, font, text.rare));
  QPDFObjectHandle sheet = pdf.makeIndirectObject(
      QPDFObjectHandle::parse(fmt::format("<< /Type /Page /MediaBox [0 0 {:.3f} {:.3f}] >>", width, height)));
  sheet.replaceKey("/Resources", resources);
  const std::string show = fmt::format("q {:.3f} 0 0 {:.3f} 0 0 cm /Im1 Do Q\n", width, height);
  sheet.replaceKey("/Contents", pdf.newStream(show + text.operators));
  QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(sheet), false);
  QPDFWriter writer(pdf, out.c_str());
  writer.setDeterministicID(true);
  writer.write();
}

}  // namespace twofold::scanner
