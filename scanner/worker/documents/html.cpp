// HTML into lines: blocks end lines, scripts and styles say nothing.
#include "base/text.h"
#include "scanner/worker/charset.h"
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/failure.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <map>
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

std::string attribute(const xmlNode& node, const char* name) {
  for (const xmlAttr* one = node.properties; one; one = one->next) {
    if (view(one->name) == name && one->children) return std::string(view(one->children->content));
  }
  return {};
}

// "data:image/png;base64,…" into its bytes; empty for anything else.
std::string data_bytes(std::string_view address) {
  constexpr std::string_view kMark = ";base64,";
  const auto mark = address.find(kMark);
  if (!address.starts_with("data:") || mark == std::string_view::npos) return {};
  std::string bytes;
  unsigned held = 0, bits = 0;
  for (const char c : address.substr(mark + kMark.size())) {
    unsigned value = 0;
    if (c >= 'A' && c <= 'Z') value = static_cast<unsigned>(c - 'A');
    else if (c >= 'a' && c <= 'z') value = static_cast<unsigned>(c - 'a') + 26;
    else if (c >= '0' && c <= '9') value = static_cast<unsigned>(c - '0') + 52;
    else if (c == '+') value = 62;
    else if (c == '/') value = 63;
    else continue;
    held = (held << 6U | value) & 0xFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFFU);
  }
  return bytes;
}

const xmlNode* following(const xmlNode* node, const xmlNode* root) {
  if (node->children) return node->children;
  while (node != root && !node->next) node = node->parent;
  return node == root ? nullptr : node->next;
}

// A row of data is one line. One that holds another table or long text only arranges the page: its parts are lines.
bool row_of_data(const xmlNode& row) {
  constexpr std::size_t kMostText = 600;
  constexpr int kMostNodes = 400;
  std::size_t text = 0;
  int nodes = 0;
  for (const xmlNode* node = row.children; node; node = following(node, &row)) {
    if (++nodes > kMostNodes || view(node->name) == "table") return false;
    if (node->type == XML_TEXT_NODE) text += trim(view(node->content)).size();
    if (text > kMostText) return false;
  }
  return true;
}

class HtmlText {
 public:
  explicit HtmlText(PictureList& pictures) : pictures_(pictures) {}

  void open(const xmlNode& node) {
    if (node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE) return add(view(node.content));
    if (node.type != XML_ELEMENT_NODE) return;
    const std::string_view name = view(node.name);
    if (name == "tr" && !row_) {
      new_line();
      if (row_of_data(node)) row_ = &node;
    } else if (among(kBlocks, name)) {
      new_line();
    }
    if (name == "pre") ++preformatted_;
    else if (name == "ol") numbers_[&node] = 0;
    else if (name == "li") number(node);
    else if (name == "img") picture(node);
    else if (name == "input") field(node);
  }
  void close(const xmlNode& node) {
    if (node.type != XML_ELEMENT_NODE) return;
    const std::string_view name = view(node.name);
    if (&node == row_) row_ = nullptr;
    if (name == "pre") --preformatted_;
    if (among(kBlocks, name)) new_line();
    else if (name == "td" || name == "th") end_cell();
    else if (name == "option") add(" ");
  }
  std::string take() { return std::move(out_); }

 private:
  void new_line() {
    if (row_) return add(" ");
    while (!out_.empty() && (out_.back() == ' ' || out_.back() == '\t')) out_.pop_back();
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }
  void end_cell() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    if (row_ || (!out_.empty() && out_.back() != '\n')) out_ += '\t';
  }
  // White space of the source is one space at most.
  void add(std::string_view text) {
    for (const char c : text) {
      const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
      if (!space || (preformatted_ > 0 && !row_)) out_ += c;
      else if (!out_.empty() && out_.back() != ' ' && out_.back() != '\n' && out_.back() != '\t') out_ += ' ';
    }
  }
  void number(const xmlNode& item) {
    const auto list = numbers_.find(item.parent);
    if (list != numbers_.end()) add(std::to_string(++list->second) + ". ");
  }
  void picture(const xmlNode& node) {
    const std::string words = attribute(node, "alt");
    if (!words.empty()) add(' ' + words + ' ');
    std::string bytes = data_bytes(attribute(node, "src"));
    if (!bytes.empty()) out_ += pictures_.mark_bytes(std::move(bytes));
  }
  // What was typed into a form.
  void field(const xmlNode& node) {
    const std::string type = attribute(node, "type");
    if (type.empty() || type == "text" || type == "number" || type == "date") add(attribute(node, "value") + ' ');
  }

  PictureList& pictures_;
  std::string out_;
  std::map<const xmlNode*, int> numbers_;  // of ordered lists: the last item's
  const xmlNode* row_ = nullptr;           // of data, under way
  int preformatted_ = 0;
};

bool hidden(const xmlNode& node) {
  const std::string style = replace_all(attribute(node, "style"), " ", "");
  return style.find("display:none") != std::string::npos;
}

bool silent(const xmlNode& node) {
  return node.type == XML_ELEMENT_NODE && (among(kSilent, view(node.name)) || hidden(node));
}

// In document order without recursion: depth costs no stack.
std::string text_of(const xmlNode* root, PictureList& pictures) {
  HtmlText text(pictures);
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

namespace {

std::unique_ptr<xmlDoc, FreeDocument> parsed(std::string_view bytes, std::string_view declared) {
  std::string utf8 = decode_text(bytes, declared.empty() ? declared_charset(bytes) : declared);
  std::erase_if(utf8, [](char c) { return c == '\0' || c == '\1' || c == '\2'; });
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  std::unique_ptr<xmlDoc, FreeDocument> document(
      htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions));
  if (!document) throw ReadFailure(Failure::Corrupt, "the HTML cannot be parsed");
  return document;
}

}  // namespace

DocumentText read_html(std::string_view bytes) {
  const auto document = parsed(bytes, {});
  const xmlNode* root = xmlDocGetRootElement(document.get());
  DocumentText made{{}, {std::string()}, true, {}};
  if (!root) return made;
  const xmlNode* title = find(root, "title");
  if (title && title->children) made.title = std::string(trim(view(title->children->content)));
  made.parts.front() = text_of(root, made.pictures);
  return made;
}

std::string html_text(std::string_view bytes, std::string_view declared, PictureList& pictures) {
  const auto document = parsed(bytes, declared);
  const xmlNode* root = xmlDocGetRootElement(document.get());
  return root ? text_of(root, pictures) : std::string();
}

}  // namespace twofold::scanner
