#pragma once
// Files of many kinds made by the tests, and a Reader over the real worker binary.

#include "scanner/reader.h"
#include "tests/scanner/drawn_page.h"

#include <string>
#include <utility>
#include <vector>

namespace twofold::scanner::testing {

using Entries = std::vector<std::pair<std::string, std::string>>;  // name, content

std::filesystem::path write(const std::filesystem::path& path, std::string_view bytes);

// By libarchive; names are written as the bytes they are. With a password the entries of a zip are encrypted.
std::filesystem::path write_zip(const std::filesystem::path& path, const Entries& entries,
                                const std::string& password = {});
std::filesystem::path write_tar_gz(const std::filesystem::path& path, const Entries& entries);
std::filesystem::path write_7z(const std::filesystem::path& path, const Entries& entries);

// The smallest packages that are what they say.
Entries docx_parts(const std::string& paragraph);
// With a body of your own and further parts beside it, such as {"word/footnotes.xml", "<w:footnotes …>"}.
Entries docx_of(const std::string& body, const Entries& others = {});
Entries xlsx_parts();
Entries pptx_parts();
Entries odf_parts(bool sheets);
std::string small_pdf(const std::string& line);
// One page that is a picture and nothing else, or with further drawing over it; /F1 is Helvetica.
std::string picture_pdf(const std::string& jpeg, int width, int height, const std::string& drawing = {},
                        const std::string& placed = "595 0 0 842 0 0 cm");
// An OLE2 file with streams of these names, as encrypted office documents are wrapped.
std::string ole_file(const std::vector<std::string>& names);
std::string small_mail();

std::filesystem::path worker();
ReaderOptions options(int workers = 2);

// One reading into a scratch folder of its own that lives as long as this.
class Bench {
 public:
  explicit Bench(ReaderOptions given = options()) : reader_(std::move(given)) {}
  Reading read(const std::filesystem::path& file, const Nesting& nesting = {});
  Reader& reader() { return reader_; }
  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }

 private:
  TestFolder folder_;
  Reader reader_;
  int readings_ = 0;
};

std::string whole_text(const Reading& reading);
std::string failure_name(const Reading& reading);  // "" when it was read

}  // namespace twofold::scanner::testing
