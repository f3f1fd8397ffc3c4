#pragma once
// What a PDF's pages hold besides running text, as QPDF sees it: pictures and where they are, what is noted on the page
// and what was filled in. A damaged structure yields less, never an exception.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace twofold::scanner {

// In points on the page as it is shown; the origin is at the top left.
struct PlacedPicture {
  double left = 0, top = 0, right = 0, bottom = 0;
  int pixels_across = 0, pixels_down = 0;  // 0: not known
  std::string name;                        // the same for the same picture on other pages; may be empty
};

struct PageExtras {
  double width = 0, height = 0;    // as shown
  std::vector<PlacedPicture> pictures;
  std::vector<std::string> notes;  // "[author] text" of comments, and the values of form fields
};

class PdfExtras {
 public:
  // The document need not be sound.
  explicit PdfExtras(const std::filesystem::path& file);
  ~PdfExtras();
  PdfExtras(const PdfExtras&) = delete;
  PdfExtras& operator=(const PdfExtras&) = delete;

  int pages() const;            // as QPDF counts them; 0 when it cannot
  PageExtras page(int number);  // from 1

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace twofold::scanner
