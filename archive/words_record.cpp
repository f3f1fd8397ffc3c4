#include "archive/words_record.h"

#include <Poco/Exception.h>
#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <fmt/format.h>

#include <map>
#include <sstream>

namespace twofold::archive {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

using PageRecords = std::map<int, std::string>;  // by the page's number

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += {'\\', c};
    else if (static_cast<unsigned char>(c) < 0x20) out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else out += c;
  }
  return out + '"';
}

std::string page_record(const scanner::Page& page) {
  std::string out = fmt::format("{{\"page\":{},\"width\":{},\"height\":{},\"words\":[", page.number, page.width, page.height);
  for (const auto& word : page.words) {
    if (out.back() != '[') out += ',';
    out += fmt::format("[{},{},{},{},{},{:.0f},{}]", json_text(word.text), word.box.left, word.box.top, word.box.width,
                       word.box.height, word.confidence, word.line);
  }
  return out + "]}";
}

std::string assembled(std::string_view recogniser, const PageRecords& pages) {
  std::string out = "{\"recogniser\":" + json_text(recogniser) + ",\"pages\":[";
  for (const auto& [number, page] : pages) {
    if (out.back() != '[') out += ',';
    out += page;
  }
  return out + "]}";
}

PageRecords kept_pages(std::string_view record) try {
  Poco::JSON::Parser parser;
  const auto root = parser.parse(std::string(record)).extract<Object::Ptr>();
  const auto recogniser = root->getValue<std::string>("recogniser");
  const Array::Ptr pages = root->getArray("pages");
  PageRecords kept;
  for (unsigned i = 0; !pages.isNull() && i < pages->size(); ++i) {
    const Object::Ptr page = pages->getObject(i);
    Object told(Poco::JSON_PRESERVE_KEY_ORDER);
    told.set("page", page->get("page"));
    told.set("recogniser", page->optValue<std::string>("recogniser", recogniser));
    for (const char* key : {"width", "height", "words"}) told.set(key, page->get(key));
    std::ostringstream out;
    told.stringify(out);
    kept.emplace(page->getValue<int>("page"), out.str());
  }
  return kept;
} catch (const Poco::Exception&) {
  return {};
}

// The text of one page's object, so that a page of a long document is read without the others. A page begins with its number
// in every record, and nothing else looks so: quotes within texts are escaped.
std::string_view page_in(std::string_view record, int page) {
  constexpr std::string_view kBegin = "{\"page\":", kEnd = "]}";
  const auto begin = record.find(fmt::format("{}{},", kBegin, page));
  if (begin == std::string_view::npos) return {};
  record.remove_prefix(begin);
  const auto next = record.find(kBegin, kBegin.size());
  record = record.substr(0, next == std::string_view::npos ? record.rfind(kEnd) : next);
  return record.substr(0, record.rfind('}') + 1);
}

scanner::Word word_of(const Array& row) {
  scanner::Word word;
  word.text = row.getElement<std::string>(0);
  word.box = {row.getElement<int>(1), row.getElement<int>(2), row.getElement<int>(3), row.getElement<int>(4)};
  word.confidence = row.getElement<float>(5);
  word.line = row.getElement<int>(6);
  return word;
}

}  // namespace

std::string words_record(const std::vector<scanner::Page>& pages, std::string_view recogniser) {
  PageRecords records;
  for (const auto& page : pages)
    if (!page.words.empty()) records.emplace(page.number, page_record(page));
  return assembled(recogniser, records);
}

std::string words_record_with(std::string_view record, const std::vector<scanner::Page>& replaced, std::string_view recogniser) {
  PageRecords records = kept_pages(record);
  for (const auto& page : replaced) records.insert_or_assign(page.number, page_record(page));
  return assembled(recogniser, records);
}

std::optional<scanner::Page> words_of_page(std::string_view record, int page) try {
  const auto text = page_in(record, page);
  if (text.empty()) return std::nullopt;
  Poco::JSON::Parser parser;
  const auto told = parser.parse(std::string(text)).extract<Object::Ptr>();
  scanner::Page found;
  found.number = page;
  found.width = told->getValue<int>("width");
  found.height = told->getValue<int>("height");
  const Array::Ptr words = told->getArray("words");
  for (unsigned i = 0; !words.isNull() && i < words->size(); ++i) found.words.push_back(word_of(*words->getArray(i)));
  return found;
} catch (const Poco::Exception&) {
  return std::nullopt;
}

}  // namespace twofold::archive
