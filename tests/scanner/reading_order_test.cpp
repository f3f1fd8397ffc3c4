#include "scanner/worker/page/reading_order.h"

#include "base/text.h"
#include "scanner/worker/page/page_text.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgproc.hpp>

namespace twofold::scanner {
namespace {

constexpr int kHeight = 30, kLetter = 15, kSpace = 12;

// Words as the recogniser gives them, block by block.
struct MadeWords {
  std::vector<ReadWord> words;
  int block = 0, line = 0;

  void add_line(const std::string& text, int left, int top) {
    for (const std::string& each : split(text, ' ')) {
      const int width = kLetter * static_cast<int>(each.size());
      words.push_back({{each, {left, top, width, kHeight}, 90, line}, block});
      left += width + kSpace;
    }
    ++line;
  }
  // Four lines of running text, each with the column's name.
  void add_column(const std::string& name, int left, int top) {
    for (int i = 0; i < 4; ++i) {
      add_line(name + std::to_string(i) + " goes on and on to the end", left, top + i * 40);
    }
    ++block;
  }
  void add_entries(const std::vector<std::string>& entries, int left, int top, int pitch) {
    for (std::size_t i = 0; i < entries.size(); ++i) add_line(entries[i], left, top + static_cast<int>(i) * pitch);
    ++block;
  }
};

// The first word of every line, which tells the order.
std::string first_words(const std::vector<Word>& words) {
  std::string firsts;
  int last = -1;
  for (const Word& word : words) {
    if (word.line != last) firsts += word.text + " ";
    last = word.line;
  }
  return firsts;
}

std::string in_order(const MadeWords& made, const std::vector<cv::Rect>& cells = {}) {
  return page_text(in_reading_order(made.words, cells));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_order_test)

BOOST_AUTO_TEST_CASE(two_columns_of_prose_are_read_one_after_the_other) {
  MadeWords page;
  page.add_column("right", 800, 300);
  page.add_column("left", 100, 303);
  BOOST_TEST(first_words(in_reading_order(page.words, {})) == "left0 left1 left2 left3 right0 right1 right2 right3 ");
}

BOOST_AUTO_TEST_CASE(a_heading_above_two_columns_comes_first) {
  MadeWords page;
  page.add_column("left", 100, 300);
  page.add_column("right", 800, 297);
  page.add_entries({"Heading that runs across all of the page from side to side"}, 100, 200, 40);
  BOOST_TEST(first_words(in_reading_order(page.words, {})) ==
             "Heading left0 left1 left2 left3 right0 right1 right2 right3 ");
}

BOOST_AUTO_TEST_CASE(a_heading_across_two_of_three_columns_parts_what_is_above_from_what_is_below) {
  MadeWords page;
  page.add_column("a", 100, 100);
  page.add_column("b", 700, 100);
  page.add_column("c", 1300, 100);
  page.add_entries({"Heading that runs across two of the three columns here and there"}, 100, 350, 40);
  page.add_column("d", 100, 450);
  page.add_column("e", 700, 450);
  page.add_column("f", 1300, 450);
  BOOST_TEST(first_words(in_reading_order(page.words, {})) ==
             "a0 a1 a2 a3 b0 b1 b2 b3 c0 c1 c2 c3 Heading d0 d1 d2 d3 e0 e1 e2 e3 f0 f1 f2 f3 ");
}

BOOST_AUTO_TEST_CASE(labels_and_values_of_a_form_become_one_line_for_each_row) {
  MadeWords page;
  page.add_entries({"Name", "Street", "Town"}, 100, 100, 60);
  page.add_entries({"Alice", "Long Lane", "Bath"}, 500, 104, 60);
  BOOST_TEST(in_order(page) == "Name Alice\nStreet Long Lane\nTown Bath\n");
}

BOOST_AUTO_TEST_CASE(a_cell_with_two_lines_stays_together_in_its_table_row) {
  MadeWords page;
  page.add_entries({"Chair", "Table"}, 120, 120, 100);
  page.add_entries({"oak and", "leather", "walnut"}, 520, 105, 40);
  page.words.back().box.top = 220;
  page.add_entries({"12", "7"}, 920, 120, 100);
  const std::vector<cv::Rect> cells{{100, 100, 390, 90}, {500, 100, 390, 90}, {900, 100, 390, 90},
                                    {100, 200, 390, 90}, {500, 200, 390, 90}, {900, 200, 390, 90}};
  BOOST_TEST(in_order(page, cells) == "Chair oak and leather 12\nTable walnut 7\n");
}

BOOST_AUTO_TEST_CASE(a_frame_round_the_whole_page_is_no_cell) {
  MadeWords page;
  page.add_column("left", 100, 300);
  page.add_column("right", 800, 300);
  const std::vector<cv::Rect> frame{{20, 20, 1400, 900}};
  BOOST_TEST(in_order(page, frame) == in_order(page));
}

BOOST_AUTO_TEST_CASE(cells_inside_a_frame_are_still_cells) {
  MadeWords page;
  page.add_entries({"oak and", "leather"}, 520, 105, 40);
  page.add_entries({"Chair"}, 120, 120, 100);
  page.add_entries({"Below the table"}, 120, 300, 100);
  const std::vector<cv::Rect> cells{{20, 20, 1400, 900}, {100, 100, 390, 90}, {500, 100, 390, 90}};
  BOOST_TEST(in_order(page, cells).starts_with("Chair oak and leather\n"), in_order(page, cells));
}

BOOST_AUTO_TEST_CASE(blank_words_and_upright_rules_are_dropped) {
  MadeWords page;
  page.add_entries({"One two three"}, 100, 100, 40);
  page.words.push_back({{"  ", {400, 100, 60, kHeight}, 90, 0}, 0});
  page.words.push_back({{"|", {480, 50, 6, 5 * kHeight}, 90, 0}, 0});
  BOOST_TEST(in_order(page) == "One two three\n");
  BOOST_TEST(in_reading_order({{{" ", {0, 0, 9, 9}, 90, 0}, 0}}, {}).empty());
}

BOOST_AUTO_TEST_CASE(a_drawn_table_has_its_cells) {
  cv::Mat page(600, 900, CV_8UC1, cv::Scalar(245));
  for (const int x : {100, 300, 500, 700}) cv::line(page, {x, 100}, {x, 280}, cv::Scalar(20), 2);
  for (const int y : {100, 160, 220, 280}) cv::line(page, {100, y}, {700, y}, cv::Scalar(20), 2);
  const auto cells = find_cells(page, 150);
  BOOST_TEST(cells.size() == 9);
  for (const cv::Rect& cell : cells) {
    BOOST_TEST((cell.width > 185 && cell.width < 200 && cell.height > 45 && cell.height < 60));
  }
}

BOOST_AUTO_TEST_CASE(dense_prose_has_no_cells) {
  BOOST_TEST(find_cells(testing::drawn_page(testing::english_lines(), 150, 9), 150).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
