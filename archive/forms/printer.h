#pragma once
// Paper: pages in millimetres, text in Chinese and Latin type, rules and QR codes. Makes one PDF with its fonts inside.

#include <memory>
#include <string>

namespace twofold::archive {

inline constexpr double kA4Short = 210, kA4Long = 297;
// How thick the lines of a form are: round it, and between its parts.
inline constexpr double kFrame = 0.4, kRule = 0.15;

enum class Align { Left, Centre, Right };
enum class Ink { Black, Grey, Red };
enum class Face { Song, Hei };   // 宋体 for text and titles, 黑体 for headings and numbers

struct TextStyle {
  double points = 10.5;   // 五号
  Align align = Align::Left;
  bool bold = false;
  Ink ink = Ink::Black;
  bool struck = false;    // with a line through it
  Face face = Face::Song;
  double below = 0;       // points of what follows the first line break: English below its Chinese; 0: the same
  double spacing = 0;     // points between the characters of what stands before the first line break
};

// All lengths are millimetres from the top left of the page.
class Printer {
 public:
  Printer();
  ~Printer();
  Printer(const Printer&) = delete;
  Printer& operator=(const Printer&) = delete;

  void begin_page(double width, double height);
  int pages() const;  // begun so far

  // Wrapped into `width`; the top left of the box is (x, y). Returns the height used. With a height it stands in its middle.
  double text(double x, double y, double width, const std::string& content, const TextStyle& style = {}, double height = 0);
  double text_height(double width, const std::string& content, const TextStyle& style);
  // The size, from style.points down to `least`, at which it fits and breaks at its own line breaks alone; 0: at none.
  double unbroken_points(double width, double height, const std::string& content, const TextStyle& style,
                         double least) const;
  // As large as fits, from style.points down to `least`; there what does not fit ends in "…".
  void text_fitted(double x, double y, double width, double height, const std::string& content, const TextStyle& style, double least);
  // From top to bottom in columns from right to left, Chinese upright, Latin on its side; fitted like the other.
  void text_vertical(double x, double y, double width, double height, const std::string& content, const TextStyle& style, double least);

  void line(double x1, double y1, double x2, double y2, double thickness = 0.2, Ink ink = Ink::Black);
  void dashes(double x1, double y1, double x2, double y2, double thickness = 0.15);
  void box(double x, double y, double width, double height, double thickness = 0.3, Ink ink = Ink::Black);
  void shade(double x, double y, double width, double height);   // the light grey behind headings
  // The modules alone; the paper around them stays white for four modules at least. Corrects up to 15 % of damage.
  void qr(double x, double y, double size, const std::string& content);

  // The whole document; nothing may be drawn after it.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace twofold::archive
