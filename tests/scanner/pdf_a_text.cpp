#include "tests/scanner/pdf_a_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <sstream>

namespace twofold::scanner::testing {
namespace {

std::string bytes_of(const std::shared_ptr<Buffer>& buffer) {
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

unsigned number(const std::string& bytes, std::size_t at, std::size_t length) {
  unsigned value = 0;
  for (std::size_t i = 0; i < length; ++i) value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

// What an embedded TrueType file says: how wide each glyph is, in thousandths.
std::vector<double> glyph_widths(const std::string& font) {
  std::map<std::string, std::size_t> tables;
  for (unsigned i = 0; i < number(font, 4, 2); ++i) tables[font.substr(12 + 16 * i, 4)] = number(font, 20 + 16 * i, 4);
  const double unit = number(font, tables.at("head") + 18, 2);
  const unsigned measured = number(font, tables.at("hhea") + 34, 2), glyphs = number(font, tables.at("maxp") + 4, 2);
  std::vector<double> widths;
  for (unsigned i = 0; i < glyphs; ++i) {
    widths.push_back(1000 * number(font, tables.at("hmtx") + 4 * std::min(i, measured - 1), 2) / unit);
  }
  return widths;
}

// Characters that a character map gives to two-byte codes, as UTF-16 in hexadecimal.
class CharacterMap {
 public:
  explicit CharacterMap(const std::string& map) {
    std::istringstream words(map);
    std::string word, kind;
    while (words >> word) {
      if (word.starts_with("begin") || word.starts_with("end")) kind = word;
      if (word[0] != '<' || !kind.starts_with("beginbf")) continue;
      const bool range = kind == "beginbfrange";
      std::string last = word, to;
      if (range) words >> last;
      words >> to;
      add(code(word), code(last), to.substr(1, to.size() - 2));
      well_made_ = well_made_ && code(word) / 256 == code(last) / 256;
    }
  }

  bool well_made() const { return well_made_; }

  bool tells(unsigned wanted) const {
    const auto found = characters_.find(wanted);
    if (found == characters_.end()) return false;
    const std::string& hex = found->second;
    const auto unit = [&hex](std::size_t i) { return std::stoul(hex.substr(4 * i, 4), nullptr, 16); };
    if (hex.size() == 8) return unit(0) / 0x400 == 0x36 && unit(1) / 0x400 == 0x37;
    return hex.size() == 4 && unit(0) != 0 && unit(0) != 0xFEFF && unit(0) != 0xFFFE && unit(0) / 0x800 != 0x1B;
  }

 private:
  static unsigned code(const std::string& word) {
    return static_cast<unsigned>(std::stoul(word.substr(1), nullptr, 16));
  }

  void add(unsigned first, unsigned last, const std::string& to) {
    for (unsigned c = first; c <= last; ++c) {
      std::ostringstream hex;
      hex.width(4);
      hex.fill('0');
      hex << std::hex << std::stoul(to.substr(to.size() - 4), nullptr, 16) + (c - first);
      characters_[c] = to.substr(0, to.size() - 4) + hex.str();
    }
  }

  std::map<unsigned, std::string> characters_;
  bool well_made_ = true;
};

class TextChecker : public QPDFObjectHandle::ParserCallbacks {
 public:
  explicit TextChecker(QPDFObjectHandle fonts) : fonts_(fonts) {}

  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) return operands_.push_back(object);
    operate(object.getOperatorValue());
    operands_.clear();
  }

  void handleEOF() override {
    rule(depth_ == 0, "8.4.2: q without Q");
    for (const auto& [font, codes] : used_) this->font(fonts_.getKey(font), codes);
  }

  std::vector<std::string> faults;

 private:
  void rule(bool kept, const std::string& what) {
    if (!kept) faults.push_back(what);
  }

  void operate(const std::string& name) {
    static const std::set<std::string> kKnown{"q", "Q", "cm", "Do", "BT", "ET", "Tr", "Tf", "Tz", "Tm", "Tj"};
    rule(kKnown.contains(name), "6.2.2: operator " + name);
    depth_ += name == "q" ? 1 : name == "Q" ? -1 : 0;
    rule(depth_ >= 0 && depth_ <= 28, "6.1.13: depth of q");
    if (name == "Tf") font_ = operands_.at(0).getName();
    if (name == "Tr") unseen_ = operands_.at(0).getIntValue() == 3;
    if (name != "Tj") return;
    rule(unseen_, "the text is seen");
    const std::string codes = operands_.at(0).getStringValue();
    rule(codes.size() % 2 == 0 && codes.size() <= 32767, "6.1.13: length of a string");
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2) used_[font_].insert(number(codes, i, 2));
  }

  void font(QPDFObjectHandle font, const std::set<unsigned>& codes) {
    if (!font.isDictionary()) return rule(false, "6.2.11: no such font");
    rule(font.getKey("/Encoding").unparse() == "/Identity-H", "6.2.11.3.3: encoding");
    QPDFObjectHandle cells = font.getKey("/DescendantFonts").getArrayItem(0);
    rule(cells.getKey("/BaseFont").unparse() == font.getKey("/BaseFont").unparse(), "6.2.11.2: names of the font");
    QPDFObjectHandle file = cells.getKey("/FontDescriptor").getKey("/FontFile2"), glyphs = cells.getKey("/CIDToGIDMap");
    if (!file.isStream()) return rule(false, "6.2.11.4: the font is not embedded");
    if (!glyphs.isStream()) return rule(false, "6.2.11.3.2: no map from codes to glyphs");
    if (!font.getKey("/ToUnicode").isStream()) return rule(false, "6.2.11.7.2: no character map");
    const CharacterMap map(bytes_of(font.getKey("/ToUnicode").getStreamData()));
    rule(map.well_made(), "9.7.5.3: a range of the character map changes the first byte");
    const std::vector<double> widths = glyph_widths(bytes_of(file.getStreamData()));
    const std::string glyph_of = bytes_of(glyphs.getStreamData());
    for (const unsigned code : codes) {
      const unsigned glyph = number(glyph_of, 2 * code, 2);
      rule(glyph > 0 && glyph < widths.size(), "6.2.11.8: the missing glyph");
      rule(std::abs(widths.at(glyph) - cells.getKey("/DW").getNumericValue()) <= 1, "6.2.11.5: width");
      rule(map.tells(code), "6.2.11.7.2: a code without character");
    }
  }

  QPDFObjectHandle fonts_;
  std::vector<QPDFObjectHandle> operands_;
  std::map<std::string, std::set<unsigned>> used_;
  std::string font_;
  bool unseen_ = false;
  int depth_ = 0;
};

}  // namespace

std::vector<std::string> faults_of_text(QPDFObjectHandle page) {
  TextChecker checker(page.getKey("/Resources").getKey("/Font"));
  page.parsePageContents(&checker);
  return checker.faults;
}

}  // namespace twofold::scanner::testing
