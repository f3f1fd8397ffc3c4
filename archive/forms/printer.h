#pragma once
// Paper: pages in millimetres, text in Chinese and Latin type, rules, and tables that run over pages. Makes one PDF.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace twofold::archive {

enum class Align { Left, Centre, Right };
enum class Ink { Black, Grey, Red };

struct TextStyle {
  double points = 10.5;   // 五号
  Align align = Align::Left;
  bool bold = false;
  Ink ink = Ink::Black;
  bool struck = false;    // with a line through it
};

struct Column {
  std::string heading;
  double width = 20;      // millimetres
  Align align = Align::Left;
};

struct Table {
  std::string title;
  std::string left_note, right_note;   // above the heading, such as the volume's number
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
  double points = 9;
};

class Printer {
 public:
  Printer();
  ~Printer();
  Printer(const Printer&) = delete;
  Printer& operator=(const Printer&) = delete;

  void begin_page(double width, double height);  // millimetres; A4 is 210 × 297
  // Wrapped into `width`; the top left of the box is (x, y). Returns the height used. A height of 0 does not centre.
  double text(double x, double y, double width, const std::string& content, const TextStyle& style = {}, double height = 0);
  void line(double x1, double y1, double x2, double y2, double thickness = 0.2, Ink ink = Ink::Black);
  void box(double x, double y, double width, double height, double thickness = 0.3, Ink ink = Ink::Black);
  // The modules alone; the paper around them stays white for four modules at least. Corrects up to 15 % of damage.
  void qr(double x, double y, double size, const std::string& content);
  // A form of its own: title, heading repeated on each page, cells wrapped, 第 x 页 共 y 页.
  void table(const Table& table, bool landscape);

  // The whole document; nothing may be drawn after it.
  std::string finish();

 private:
  struct State;
  double text_height(double width, const std::string& content, const TextStyle& style);
  double row_height(const Table& table, const std::vector<std::string>& cells);
  void table_head(const Table& table, double width, int page, int pages);
  double table_row(const Table& table, const std::vector<std::string>& cells, double y, bool heading);

  std::unique_ptr<State> state_;
};

inline constexpr double kA4Short = 210, kA4Long = 297;

}  // namespace twofold::archive
