#include "tests/scanner/pdf_a.h"

#include "base/files.h"
#include "tests/scanner/pdf_a_text.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <memory>
#include <set>

namespace twofold::scanner::testing {
namespace {

std::string bytes_of(const std::shared_ptr<Buffer>& buffer) {
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

// The XMP packet; what an expression finds in it is read as text.
class Metadata {
 public:
  explicit Metadata(const std::string& xml)
      : document_(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", XML_PARSE_NONET),
                  xmlFreeDoc) {}

  bool well_formed() const { return document_ != nullptr; }

  std::string text(const char* expression) const {
    if (!document_) return {};
    const std::unique_ptr<xmlXPathContext, void (*)(xmlXPathContextPtr)> context(xmlXPathNewContext(document_.get()),
                                                                                 xmlXPathFreeContext);
    constexpr const char* kSpaces[][2] = {{"dc", "http://purl.org/dc/elements/1.1/"},
                                          {"pdf", "http://ns.adobe.com/pdf/1.3/"},
                                          {"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
                                          {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}};
    for (const auto& [prefix, uri] : kSpaces) {
      xmlXPathRegisterNs(context.get(), reinterpret_cast<const xmlChar*>(prefix),
                         reinterpret_cast<const xmlChar*>(uri));
    }
    const std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObjectPtr)> found(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(expression), context.get()), xmlXPathFreeObject);
    const std::unique_ptr<xmlChar, void (*)(void*)> value(xmlXPathCastToString(found.get()), xmlFree);
    return reinterpret_cast<const char*>(value.get());
  }

 private:
  std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document_;
};

Metadata metadata_of(QPDF& pdf) {
  QPDFObjectHandle stream = pdf.getRoot().getKey("/Metadata");
  return Metadata(stream.isStream() ? bytes_of(stream.getStreamData()) : "");
}

class Checker {
 public:
  explicit Checker(const std::filesystem::path& file) : bytes_(read_file(file)) {
    pdf_.setSuppressWarnings(true);
    pdf_.processMemoryFile("pdf", bytes_.data(), bytes_.size());
  }

  std::vector<std::string> check() {
    file_structure();
    metadata();
    output_intent();
    for (QPDFObjectHandle object : pdf_.getAllObjects()) this->object(object);
    for (auto& page : QPDFPageDocumentHelper(pdf_).getAllPages()) this->page(page.getObjectHandle());
    rule(pdf_.getWarnings().empty(), "6.1: readers must mend the file");
    return faults_;
  }

 private:
  void rule(bool kept, const std::string& what) {
    if (!kept) faults_.push_back(what);
  }

  void file_structure() {
    rule(bytes_.starts_with("%PDF-1.") && bytes_[7] >= '0' && bytes_[7] <= '7', "6.1.2: header");
    const std::size_t second = bytes_.find('\n') + 1;
    bool binary = bytes_[second] == '%';
    for (std::size_t i = second + 1; i <= second + 4; ++i) binary = binary && (bytes_[i] & 0x80) != 0;
    rule(binary, "6.1.2: comment of four bytes beyond ASCII");
    QPDFObjectHandle trailer = pdf_.getTrailer();
    rule(trailer.getKey("/ID").isArray() && trailer.getKey("/ID").getArrayNItems() == 2, "6.1.3: file identifier");
    rule(!trailer.hasKey("/Encrypt"), "6.1.3: encrypted");
  }

  void metadata() {
    QPDFObjectHandle stream = pdf_.getRoot().getKey("/Metadata");
    if (!stream.isStream()) return rule(false, "6.6.2.1: no metadata");
    rule(stream.getDict().getKey("/Type").unparse() + stream.getDict().getKey("/Subtype").unparse() == "/Metadata/XML",
         "6.6.2.1: type of the metadata");
    const Metadata packet = metadata_of(pdf_);
    rule(packet.well_formed(), "6.6.2.1: metadata is no XML");
    rule(packet.text("//pdfaid:part") == "2" && packet.text("//pdfaid:conformance") == "U", "6.6.4: version");
    QPDFObjectHandle info = pdf_.getTrailer().getKey("/Info");
    for (const std::string& key : info.isDictionary() ? info.getKeys() : std::set<std::string>()) {
      const std::string said = info.getKey(key).getUTF8Value();
      const char* title = "//dc:title/rdf:Alt/rdf:li[@xml:lang='x-default']";
      if (key == "/Title") rule(packet.text(title) == said, "6.6.2.3: title");
      else if (key == "/Producer") rule(packet.text("//pdf:Producer") == said, "6.6.2.3: producer");
      else rule(false, "6.6.2.3: " + key + " is in the document information alone");
    }
  }

  void output_intent() {
    QPDFObjectHandle intents = pdf_.getRoot().getKey("/OutputIntents");
    if (!intents.isArray() || intents.getArrayNItems() != 1) return rule(false, "6.2.3: one output intent");
    QPDFObjectHandle intent = intents.getArrayItem(0), profile = intent.getKey("/DestOutputProfile");
    rule(intent.getKey("/S").unparse() == "/GTS_PDFA1", "6.2.3: kind of output intent");
    rule(intent.getKey("/OutputConditionIdentifier").isString(), "6.2.3: output condition");
    if (!profile.isStream()) return rule(false, "6.2.3: no profile");
    const std::string icc = bytes_of(profile.getStreamData());
    rule(profile.getDict().getKey("/N").unparse() == "3" && icc.size() > 132 && icc.substr(16, 4) == "RGB ",
         "6.2.3: profile of three colours");
    if (icc.size() <= 132) return;
    rule(icc.substr(36, 4) == "acsp" && icc[8] <= 4 && (icc.substr(12, 4) == "mntr" || icc.substr(12, 4) == "prtr"),
         "6.2.3: profile header");
  }

  void object(QPDFObjectHandle object) {
    if (object.isStream()) this->stream(object);
    QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary()) return;
    const std::string type = dictionary.getKey("/Type").isName() ? dictionary.getKey("/Type").getName() : "";
    const std::string subtype = dictionary.getKey("/Subtype").isName() ? dictionary.getKey("/Subtype").getName() : "";
    for (const char* key : {"/AA", "/OpenAction", "/JavaScript", "/EmbeddedFiles", "/XFA", "/Alternates", "/OPI"}) {
      rule(!dictionary.hasKey(key), std::string("6.2/6.4/6.5/6.8: ") + key);
    }
    rule(type != "/Action" && type != "/Annot" && type != "/Filespec", "6.3/6.5/6.8: " + type);
    for (const char* key : {"/SMask", "/CA", "/ca", "/BM", "/TR", "/HTP", "/Group"}) {
      rule(!dictionary.hasKey(key), std::string("6.2.5/6.2.10: ") + key);
    }
    if (type == "/Font" && subtype != "/CIDFontType2") rule(subtype == "/Type0", "6.2.11: a font that is not ours");
    if (subtype == "/Image") image(dictionary);
  }

  void stream(QPDFObjectHandle stream) {
    QPDFObjectHandle dictionary = stream.getDict();
    rule(!dictionary.hasKey("/F") && !dictionary.hasKey("/FFilter"), "6.1.7: a stream outside the file");
    const std::string filters = dictionary.getKey("/Filter").unparse();
    for (const char* bad : {"LZW", "Crypt"}) rule(filters.find(bad) == filters.npos, "6.1.7: " + filters);
  }

  void image(QPDFObjectHandle image) {
    const std::string space = image.getKey("/ColorSpace").unparse(), bits = image.getKey("/BitsPerComponent").unparse();
    rule(space == "/DeviceGray" || space == "/DeviceRGB", "6.2.4: colours the output intent does not tell: " + space);
    rule(bits == "1" || bits == "8", "6.2.8: bits " + bits);
    rule(image.getKey("/Interpolate").unparse() != "true", "6.2.8: interpolated");
  }

  void page(QPDFObjectHandle page) {
    QPDFObjectHandle box = page.getKey("/MediaBox");
    for (const int side : {0, 1}) {
      const double size = box.getArrayItem(side + 2).getNumericValue() - box.getArrayItem(side).getNumericValue();
      rule(size >= 3 && size <= 14400, "6.1.13: size of a page");
    }
    rule(!page.hasKey("/Annots"), "6.3: annotations");
    for (const std::string& fault : faults_of_text(page)) faults_.push_back(fault);
  }

  std::string bytes_;
  QPDF pdf_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of_pdf_a(const std::filesystem::path& pdf) { return Checker(pdf).check(); }

bool claims_pdf_a(const std::filesystem::path& file) {
  QPDF pdf;
  pdf.processFile(file.c_str());
  return !metadata_of(pdf).text("//pdfaid:part").empty();
}

}  // namespace twofold::scanner::testing
