// HTML into lines: blocks end lines, scripts and styles say nothing.
#include "base/text.h"
#include "scanner/worker/charset.h"
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/failure.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>

namespace twofold::scanner {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

constexpr std::array kBlocks{
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "thead", "tr", "ul"};
constexpr std::array kSilent{"script", "style", "noscript", "template", "head", "iframe", "object"};

template <std::size_t N>
bool among(const std::array<const char*, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

class HtmlText {
 public:
  void open(const xmlNode& node) {
    if (node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE) return add(view(node.content));
    if (node.type == XML_ELEMENT_NODE && among(kBlocks, view(node.name))) new_line();
  }
  void close(const xmlNode& node) {
    if (node.type != XML_ELEMENT_NODE) return;
    const std::string_view name = view(node.name);
    if (among(kBlocks, name)) new_line();
    else if (name == "td" || name == "th") out_ += '\t';
  }
  std::string take() { return std::move(out_); }

 private:
  void new_line() {
    while (!out_.empty() && (out_.back() == ' ' || out_.back() == '\t')) out_.pop_back();
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }
  // White space of the source is one space at most.
  void add(std::string_view text) {
    for (const char c : text) {
      const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
      if (!space) out_ += c;
      else if (!out_.empty() && out_.back() != ' ' && out_.back() != '\n' && out_.back() != '\t') out_ += ' ';
    }
  }
  std::string out_;
};

bool silent(const xmlNode& node) { return node.type == XML_ELEMENT_NODE && among(kSilent, view(node.name)); }

// In document order without recursion: depth costs no stack.
std::string text_of(const xmlNode* root) {
  HtmlText text;
  const xmlNode* node = root;
  while (node) {
    text.open(*node);
    if (node->children && !silent(*node) && node->type == XML_ELEMENT_NODE) {
      node = node->children;
      continue;
    }
    text.close(*node);
    while (node != root && !node->next) {
      node = node->parent;
      text.close(*node);
    }
    if (node == root) break;
    node = node->next;
  }
  return text.take();
}

const xmlNode* find(const xmlNode* node, std::string_view name, int depth = 0) {
  for (; node && depth < 16; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (view(node->name) == name) return node;
    if (const xmlNode* inside = find(node->children, name, depth + 1)) return inside;
  }
  return nullptr;
}

// The charset a page declares within its first bytes, in either spelling.
std::string declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const auto found = head.find("charset=");
  if (found == std::string::npos) return {};
  std::string name;
  for (const char c : std::string_view(head).substr(found + 8, 40)) {
    if ((c == '"' || c == '\'') && name.empty()) continue;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (!letter) break;
    name += c;
  }
  return name == "gb2312" || name == "gbk" ? "gb18030" : name;
}

}  // namespace

DocumentText read_html(std::string_view bytes) {
  const std::string utf8 = decode_text(bytes, declared_charset(bytes));
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions));
  if (!document) throw ReadFailure(Failure::Corrupt, "the HTML cannot be parsed");
  const xmlNode* root = xmlDocGetRootElement(document.get());
  DocumentText made;
  if (!root) return {{}, {std::string()}, true};
  const xmlNode* title = find(root, "title");
  if (title && title->children) made.title = std::string(trim(view(title->children->content)));
  made.parts.push_back(text_of(root));
  return made;
}

}  // namespace twofold::scanner
