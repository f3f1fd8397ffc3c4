#pragma once
// A sheet of A4 to write on, in millimetres from its top left corner. It flows downwards: each block begins at y() and
// moves it. Everything written is also kept as text(): the truth that recognition is measured against.

#include "samples/random.h"

#include <string>
#include <vector>

struct _cairo;

namespace twofold::samples {

inline constexpr double kSheetWidth = 210.0, kSheetHeight = 297.0, kMargin = 22.0;  // millimetres
inline constexpr double kDrawingDpi = 300.0;

enum class Face { Sans, SansBold, Serif, SerifBold, Hand, Ming, Latin };

struct Ink {
  double red = 0.08, green = 0.08, blue = 0.1, alpha = 1;
};
inline constexpr Ink kPrint{}, kPen{0.1, 0.13, 0.45, 0.95}, kSealRed{0.82, 0.09, 0.1, 0.72};

struct Field {
  std::string label, value;
};
struct Table {
  std::vector<double> widths;  // millimetres
  std::vector<std::vector<std::string>> rows;
  bool headed = true;       // the first row is printed bold on a shade
  bool handwritten = true;  // the other rows are written by hand
};

class Canvas {
 public:
  // `cairo` outlives the canvas; one unit of its user space is 1/300 inch.
  explicit Canvas(_cairo* cairo) : cairo_(cairo) {}

  double y() const { return y_; }
  void move_to(double y) { y_ = y; }
  void skip(double millimetres) { y_ += millimetres; }

  void heading(const std::string& text, double points = 20, Face face = Face::SansBold);
  void line(const std::string& text, double points = 11, Face face = Face::Serif, const Ink& ink = kPrint);
  void line_right(const std::string& text, double points = 11, Face face = Face::Serif);
  void paragraph(const std::string& text, double points = 13, Face face = Face::Serif);
  // Printed labels with blanks, filled in by hand; all fields share one line.
  void fields(const std::vector<Field>& fields);
  void table(const Table& table, double points = 11.5);
  // Free writing; `degrees` turns it counter-clockwise about its beginning.
  void write(double x, double y, const std::string& text, Face face, double points, const Ink& ink = kPrint,
             double degrees = 0);
  void rule(double x1, double y1, double x2, double y2, double width = 0.25);
  void box(double x, double y, double width, double height, double stroke = 0.25);

  _cairo* cairo() const { return cairo_; }
  const std::string& text() const { return text_; }
  void note(const std::string& text) { text_ += text + "\n"; }

 private:
  // Lays `text` out within `width` millimetres (0: one line); returns its height. Draws when `draw` is set.
  double layout(double x, double y, double width, const std::string& text, Face face, double points, const Ink& ink,
                int alignment, bool draw);
  double row_height(const Table& table, const std::vector<std::string>& row, double points, bool header);
  void table_row(const Table& table, const std::vector<std::string>& row, double points, bool header, double height);

  _cairo* cairo_;
  double y_ = kMargin;
  std::string text_;
};

}  // namespace twofold::samples
