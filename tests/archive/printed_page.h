#pragma once
// A printed PDF as a reader and a scanner find it: sizes and words with their places in millimetres, pixels, QR codes.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace twofold::archive {

struct PrintedWord {
  std::string text;
  double x = 0, y = 0, width = 0, height = 0;  // millimetres from the top left of the page
};

struct GreyPicture {
  int width = 0, height = 0;
  double dpi = 0;
  std::vector<unsigned char> pixels;  // row by row; 0 is black

  unsigned char at(double x, double y) const;  // millimetres
  // How far ink reaches, in millimetres; {0, 0, 0, 0} of a white page. Red counts too.
  struct Extent {
    double left = 0, top = 0, right = 0, bottom = 0;
  };
  Extent ink() const;
  // Within a part of the page alone, in millimetres of the page.
  Extent ink(double x, double y, double width, double height) const;
};

class PrintedDocument {
 public:
  explicit PrintedDocument(const std::string& pdf);
  explicit PrintedDocument(const std::filesystem::path& pdf);
  ~PrintedDocument();
  PrintedDocument(PrintedDocument&&) noexcept;

  int pages() const;
  double width(int page) const;   // millimetres; pages count from 1
  double height(int page) const;
  std::vector<PrintedWord> words(int page) const;
  // All that the page says, in reading order, without any white space.
  std::string text(int page) const;
  std::string text() const;
  GreyPicture picture(int page, double dpi = 300) const;
  std::vector<std::string> qr_codes(int page) const;   // as read from a rendering of 300 dpi
  // Those within a part of the page, in millimetres: what a hand scanner sees that is held to one label of many.
  std::vector<std::string> qr_codes(int page, double x, double y, double width, double height) const;
  bool fonts_embedded() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace twofold::archive
