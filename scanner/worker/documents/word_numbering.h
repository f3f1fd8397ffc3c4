#pragma once
// The numbers of a DOCX's numbered paragraphs, which its text does not contain.

#include "scanner/worker/documents/list_numbers.h"
#include "scanner/worker/documents/office_xml.h"

#include <array>
#include <map>
#include <optional>
#include <string>

namespace twofold::scanner {

// What a paragraph says of its numbering, itself.
struct ParagraphNumber {
  std::string style, list;   // identifiers; empty: not said
  std::optional<int> level;  // from 0
};

class WordNumbering {
 public:
  explicit WordNumbering(const Parts& parts);
  // The next paragraph's number such as "第三条" or "2.1"; empty when it has none. Asked once per paragraph, in order.
  std::string next(const ParagraphNumber& paragraph);

 private:
  static constexpr int kLevels = 9;
  using Counts = std::array<int, kLevels>;
  struct Level {
    Counting way = Counting::None;
    int start = 1;
    std::string text, style;
    bool only_digits = false;
  };
  struct Scheme {
    std::array<Level, kLevels> levels;
    std::string linked_style;  // the scheme is that of another list, named by a style
  };
  struct List {
    std::string scheme;
    std::map<int, int> starts;  // of levels that begin anew in this list
    bool begun = false;
  };

  class Definitions;
  void read_styles(const std::string& xml);
  ParagraphNumber settled(ParagraphNumber paragraph) const;
  std::string scheme_of(const List& list) const;
  static void advance(List& list, const Scheme& scheme, Counts& counts, int level);
  static std::string label(const Scheme& scheme, const Counts& counts, int level);

  std::map<std::string, Scheme> schemes_;
  std::map<std::string, List> lists_;
  std::map<std::string, ParagraphNumber> styles_;   // `style` is the one it is based on
  std::map<std::string, Counts> counts_;            // by scheme
};

}  // namespace twofold::scanner
