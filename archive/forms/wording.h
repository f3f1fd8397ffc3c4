#pragma once
// The words of a form: in 中文, or in 中文 with English beside or below. Values such as titles and names stay as they were entered.

#include "base/message.h"

namespace twofold::archive {

class Wording {
 public:
  explicit Wording(bool bilingual = false) : bilingual_(bilingual) {}
  bool bilingual() const { return bilingual_; }

  // "题名", or "题名" over "Title"; for headings and cells.
  std::string label(const std::string& key) const;
  // "保管期限：", or "保管期限 Retention: "; for a label before its value.
  std::string before(const std::string& key) const;
  // On one line: "第 1 页 共 3 页", or "第 1 页 共 3 页   Page 1 of 3".
  std::string line(const Message& message) const;
  // The English below the Chinese, as a paragraph of its own.
  std::string sentence(const Message& message) const;
  // What stands in a cell for a value of the catalogue, such as "永久": one language is enough there.
  static std::string value(const std::string& key);

 private:
  bool bilingual_;
};

}  // namespace twofold::archive
