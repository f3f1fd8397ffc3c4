#include "scanner/worker/documents/xml.h"

#include "scanner/worker/failure.h"

#include <libxml/xmlreader.h>

#include <limits>
#include <memory>

namespace twofold::scanner {
namespace {

constexpr int kDeepest = 500;

struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

void say_nothing(void*, const char*, xmlParserSeverities, xmlTextReaderLocatorPtr) {}

// The next node, not descending into the one under the reader when `skip`.
int advance(xmlTextReader* reader, bool skip) { return skip ? xmlTextReaderNext(reader) : xmlTextReaderRead(reader); }

}  // namespace

std::string_view XmlElement::name() const {
  return view(xmlTextReaderConstLocalName(static_cast<xmlTextReader*>(reader_)));
}

std::string_view XmlElement::space() const {
  return view(xmlTextReaderConstNamespaceUri(static_cast<xmlTextReader*>(reader_)));
}

std::vector<std::string> XmlElement::attributes(std::string_view name) const {
  auto* const reader = static_cast<xmlTextReader*>(reader_);
  std::vector<std::string> values;
  int more = xmlTextReaderMoveToFirstAttribute(reader);
  for (; more == 1; more = xmlTextReaderMoveToNextAttribute(reader)) {
    if (view(xmlTextReaderConstLocalName(reader)) == name && !xmlTextReaderIsNamespaceDecl(reader)) {
      values.emplace_back(view(xmlTextReaderConstValue(reader)));
    }
  }
  xmlTextReaderMoveToElement(reader);
  return values;
}

std::string XmlElement::attribute(std::string_view name) const {
  std::vector<std::string> values = attributes(name);
  return values.empty() ? std::string() : std::move(values.front());
}

void read_xml(std::string_view xml, const XmlHandler& handler) {
  if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    throw ReadFailure(Failure::TooLarge, "the XML is too large");
  }
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
  const std::unique_ptr<xmlTextReader, FreeReader> reader(
      xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions));
  if (!reader) throw std::bad_alloc();
  xmlTextReaderSetErrorHandler(reader.get(), say_nothing, nullptr);
  const XmlElement element(reader.get());
  bool skip = false;
  int more = 0;
  while ((more = advance(reader.get(), skip)) == 1) {
    skip = false;
    if (xmlTextReaderDepth(reader.get()) > kDeepest) throw ReadFailure(Failure::TooLarge, "nested absurdly");
    switch (xmlTextReaderNodeType(reader.get())) {
      case XML_READER_TYPE_ELEMENT: {
        const bool empty = xmlTextReaderIsEmptyElement(reader.get()) == 1;
        skip = handler.start && !handler.start(element);
        if (empty && !skip && handler.end) handler.end(element.name());
        break;
      }
      case XML_READER_TYPE_END_ELEMENT:
        if (handler.end) handler.end(element.name());
        break;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        if (handler.text) handler.text(view(xmlTextReaderConstValue(reader.get())));
        break;
      default: break;
    }
  }
  if (more < 0) throw ReadFailure(Failure::Corrupt, "the XML is not well-formed");
}

}  // namespace twofold::scanner
