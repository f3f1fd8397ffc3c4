#pragma once
// What reading made of a file, as one HTML page for people: before and after side by side, the words as boxes over the picture, the
// text beside it. Self-contained: no script, no network; the browser is told to refuse both.

#include "base/message.h"
#include "scanner/reader.h"

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::app {

// Text as it may stand in an element or a quoted attribute; what is no UTF-8 or no character of HTML becomes U+FFFD.
std::string html_text(std::string_view text);

class ScanHtml {
 public:
  // Writes the head at once. `out` must outlive the value.
  ScanHtml(std::ostream& out, Language language, const std::string& title, const std::string& made_on,
           const std::string& recogniser);

  // The pages of one file; their previews lie below `scratch`, as scanner::picture_path() says.
  void add(const std::string& shown, const scanner::Reading& reading, const std::filesystem::path& scratch);
  // A file that could not be read.
  void add_failure(const std::string& shown, const Message& trouble);
  void finish();

 private:
  void overview(const scanner::Reading& reading);
  void page(const scanner::Page& page, std::size_t pages, const std::filesystem::path& scratch);
  void views(const scanner::Page& page, const std::filesystem::path& scratch);
  void cpu(const scanner::Page& page);
  void legend();
  std::string words(const Message& message) const;  // escaped
  std::string anchor(int page) const;

  std::ostream& out_;
  const Language language_;
  std::size_t files_ = 0;
};

}  // namespace twofold::app
