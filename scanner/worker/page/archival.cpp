#include "scanner/worker/page/archival.h"

#include "base/text.h"
#include "scanner/worker/page/srgb_profile.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace twofold::scanner {
namespace {

const std::string kProducer = "Twofold";

// Clean UTF-8 that XML and a PDF text string both can hold: control characters become spaces.
std::string one_line(const std::string& title) {
  std::string clean = scrub_utf8(title);
  for (char& c : clean) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  clean = replace_all(clean, "\uFFFE", " ");
  return std::string(trim(replace_all(clean, "\uFFFF", " ")));
}

std::string xml(std::string text) {
  text = replace_all(std::move(text), "&", "&amp;");
  text = replace_all(std::move(text), "<", "&lt;");
  return replace_all(std::move(text), ">", "&gt;");
}

// The packet's frame and its identifier are those of the XMP specification, part 1.
std::string packet(const std::string& title) {
  const std::string named = title.empty() ? "" : "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml(title) +
                                                     "</rdf:li></rdf:Alt></dc:title>\n";
  return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
         " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
         "<dc:format>application/pdf</dc:format>\n" + named +
         "<pdf:Producer>" + kProducer + "</pdf:Producer>\n"
         "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>\n"
         "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

QPDFObjectHandle output_intent(QPDF& pdf) {
  QPDFObjectHandle profile = pdf.newStream(srgb_profile());
  profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
  QPDFObjectHandle intent = QPDFObjectHandle::parse(
      "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC 61966-2-1) >>");
  intent.replaceKey("/DestOutputProfile", profile);
  return pdf.makeIndirectObject(intent);
}

}  // namespace

void set_title(QPDF& pdf, const std::string& title) {
  const std::string line = one_line(title);
  QPDFObjectHandle info = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
  info.replaceKey("/Producer", QPDFObjectHandle::newUnicodeString(kProducer));
  if (!line.empty()) info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(line));
  pdf.getTrailer().replaceKey("/Info", info);
}

void dress_as_pdf_a(QPDF& pdf, const std::string& title) {
  set_title(pdf, title);
  QPDFObjectHandle metadata = pdf.newStream(packet(one_line(title)));
  metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
  QPDFObjectHandle root = pdf.getRoot();
  root.replaceKey("/Metadata", metadata);
  root.replaceKey("/OutputIntents", QPDFObjectHandle::newArray({output_intent(pdf)}));
}

}  // namespace twofold::scanner
