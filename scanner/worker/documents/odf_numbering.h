#pragma once
// The numbers of numbered lists and headings in OpenDocument text, which its text does not contain.

#include "scanner/worker/documents/list_numbers.h"
#include "scanner/worker/documents/xml.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace twofold::scanner {

class OdfNumbering {
 public:
  // Takes the list styles out of a part; to be called for each part that has some before the text is read.
  void learn(const std::string& xml);

  void begin_list(const XmlElement& list);
  void end_list();
  // An item; `begin_item` says from where it counts if it says so.
  void begin_item(const XmlElement& item);
  // The number of the paragraph that now begins: once per item, empty otherwise.
  std::string next();
  std::string heading(int level);

 private:
  static constexpr std::size_t kLevels = 10;
  struct Level {
    Counting way = Counting::None;
    int start = 1, shown = 1;  // how many levels the number shows
    std::string before, after;
  };
  using Style = std::array<Level, kLevels>;
  struct OpenList {
    std::string style;
    bool due = false;   // an item has begun and its number is not shown yet
  };

  std::string label(const Style& style, const std::vector<int>& counts, std::size_t level) const;

  std::map<std::string, Style> styles_;
  std::map<std::string, std::vector<int>> counts_;  // by style: where its last list stopped
  std::vector<OpenList> lists_;
  std::vector<int> open_counts_;
};

}  // namespace twofold::scanner
