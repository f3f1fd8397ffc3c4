#include "archive/forms/label/label_desk.h"
#include "base/files.h"
#include "catalog/shelf.h"
#include "catalog/stacks/containers.h"
#include "tests/archive/closed_archive.h"
#include "tests/archive/printed_page.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <optional>

using namespace twofold;
using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(label_test)

namespace {

struct Shelved {
  ClosedArchive made;
  catalog::VolumeCode code{catalog::FondsCode::parse("A001"), 2, 2024, catalog::Retention::Years10, catalog::ChapterCode(1), 1};
  std::string box;

  Shelved() {
    made.file({});
    code = made.close().volumes.at(0).volume.code;
    made.act([&](catalog::Transaction& t) {
      catalog::place_volume(t, code, catalog::ShelfCode::parse("K1-02-05-3-12"));
      box = catalog::make_container(t, code).text();
    });
  }

  LabelDesk::Result print(const LabelOrder& order, const std::filesystem::path& out) {
    Authority authority(made.root(), made.clock, {.claimed = "档案员"});
    return LabelDesk(made.archive(), authority).print(order, out);
  }
  PrintedDocument sheet(const LabelOrder& order) {
    const auto out = made.beside("标 签.pdf");
    print(order, out);
    return PrintedDocument(out);
  }
};

std::vector<Label> many(int count) {
  std::vector<Label> labels;
  for (int i = 1; i <= count; ++i) {
    const std::string number = "BOX-2024-" + std::to_string(1000 + i);
    labels.push_back({{SheetKind::Container, number, 0}, number, "", "2024  C03  30 年"});
  }
  return labels;
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_stock_fits_its_sheet) {
  for (const auto& stock : kLabelStocks) {
    BOOST_TEST(stock.left + (stock.columns - 1) * stock.pitch_x + stock.width <= stock.page_width + 0.01, stock.key);
    BOOST_TEST(stock.top + (stock.rows - 1) * stock.pitch_y + stock.height <= stock.page_height + 0.01, stock.key);
    BOOST_TEST((stock.pitch_x >= stock.width && stock.pitch_y >= stock.height), stock.key);
  }
}

BOOST_AUTO_TEST_CASE(labels_stand_within_their_place_and_their_codes_are_read_back) {
  for (const auto& stock : kLabelStocks) {
    Printer printer;
    const int count = std::min(stock.count(), 12);
    draw_labels(printer, stock, many(count), 1);
    const PrintedDocument document(printer.finish());
    BOOST_TEST(std::abs(document.width(1) - stock.page_width) < 0.1);
    const auto codes = document.qr_codes(1);
    BOOST_TEST(codes.size() == static_cast<std::size_t>(count), stock.key);
    for (const auto& word : document.words(1)) {
      const double column = std::floor((word.x - stock.left) / stock.pitch_x);
      BOOST_TEST(word.x + word.width <= stock.left + column * stock.pitch_x + stock.width + 0.5, stock.key << " " << word.text);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_label_of_every_stock_stands_at_its_place_to_half_a_millimetre) {
  for (const auto& stock : kLabelStocks) {
    Printer printer;
    draw_labels(printer, stock, std::vector(static_cast<std::size_t>(stock.count()), many(1).front()), 1);
    const auto picture = PrintedDocument(printer.finish()).picture(1, 300);
    std::optional<GreyPicture::Extent> first;   // from the corner of its label
    for (int place = 0; place < stock.count(); ++place) {
      const double x = stock.left + place % stock.columns * stock.pitch_x;
      const double y = stock.top + place / stock.columns * stock.pitch_y;
      const auto ink = picture.ink(x, y, stock.width, stock.height);
      const GreyPicture::Extent within{ink.left - x, ink.top - y, ink.right - x, ink.bottom - y};
      if (!first) first = within;
      BOOST_TEST_CONTEXT(stock.key << ", label " << place + 1) {
        BOOST_TEST((std::abs(within.left - first->left) < 0.5 && std::abs(within.top - first->top) < 0.5));
        BOOST_TEST((std::abs(within.right - first->right) < 0.5 && std::abs(within.bottom - first->bottom) < 0.5));
        BOOST_TEST(std::min({within.left, within.top, stock.width - within.right, stock.height - within.bottom}) > 1.5);
      }
      // The code is as far from the upper edge as from the lower.
      const auto code = picture.ink(x, y, stock.width * 0.3, stock.height);
      BOOST_TEST(std::abs(code.top - y - (y + stock.height - code.bottom)) < 0.5, stock.key << ", label " << place + 1);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_number_is_parted_after_its_hyphens_alone) {
  for (const auto& stock : kLabelStocks)
    for (const std::string number : {"BOX-2024-0031", "K1-02-05-3-12", "A001-KH·02·2024-D30-C03-001"}) {
      const bool volume = number.starts_with("A001");
      Printer printer;
      const Label label{{SheetKind::Form, number, 0}, number, volume ? "二〇二四年合同协议" : "", volume ? "2024" : ""};
      draw_labels(printer, stock, {label}, 1);
      const PrintedDocument document(printer.finish());
      BOOST_TEST(document.text(1).find(number) != std::string::npos, stock.key << " " << number);
      for (const auto& word : document.words(1))
        if (number.find(word.text) != std::string::npos && word.text != "2024")
          BOOST_TEST((word.text.ends_with('-') || number.ends_with(word.text)), stock.key << " " << word.text);
    }
}

BOOST_AUTO_TEST_CASE(the_first_label_is_the_one_asked_for_and_the_rest_run_on) {
  const auto& stock = *find_label_stock("a4-24");
  Printer printer;
  draw_labels(printer, stock, many(20), 6);   // labels 6 … 24 and one on the next sheet
  const PrintedDocument document(printer.finish());
  BOOST_TEST(document.pages() == 2);
  for (int place = 1; place <= stock.count(); ++place) {
    const double x = stock.left + (place - 1) % stock.columns * stock.pitch_x;
    const double y = stock.top + (place - 1) / stock.columns * stock.pitch_y;
    BOOST_TEST(document.qr_codes(1, x, y, stock.width, stock.height).size() == (place < 6 ? 0U : 1U), place);
  }
  BOOST_TEST(document.qr_codes(2).size() == 1U);
  const auto ink = document.picture(1, 200).ink();
  BOOST_TEST(std::abs(ink.top - (stock.top + stock.pitch_y)) < 6);   // nothing in the first row but its third label
}

BOOST_AUTO_TEST_CASE(volumes_boxes_and_places_are_told_apart_by_their_numbers) {
  Shelved shelved;
  const auto document = shelved.sheet({{shelved.code.text(), shelved.box, "K1-02-05-3-12", "K1-02"}});
  const std::string text = document.text(1);
  for (const std::string& words : {shelved.code.text(), shelved.box, std::string("K1-02-05-3-12")})
    BOOST_TEST(text.find(words) != std::string::npos, words);
  std::vector<SheetKind> kinds;
  for (const auto& code : document.qr_codes(1)) kinds.push_back(SheetCode::try_parse(code)->kind);
  std::ranges::sort(kinds);
  BOOST_TEST((kinds == std::vector{SheetKind::Volume, SheetKind::Container, SheetKind::Shelf, SheetKind::Shelf}));
}

BOOST_AUTO_TEST_CASE(a_range_names_every_number_between_its_ends) {
  Shelved shelved;
  const auto result = shelved.print({{shelved.code.text() + ".." + shelved.code.text(), shelved.box + ".." + shelved.box, "K1-02-05-3-1..K1-02-05-3-20"}},
                                    shelved.made.beside("标签.pdf"));
  BOOST_TEST(result.labels == 3U);
  BOOST_TEST(result.again == 0U);
  BOOST_TEST(shelved.print({{shelved.box}}, shelved.made.beside("标签.pdf")).again == 1U);
}

BOOST_AUTO_TEST_CASE(shelves_have_labels_of_their_own_to_be_scanned_before_what_stands_there) {
  Shelved shelved;
  const auto document = shelved.sheet({.numbers = {"K1"}, .by_shelf = true});
  const std::vector wanted{SheetCode(SheetKind::Shelf, "K1-02-05-3", 0).text()};
  BOOST_TEST(document.qr_codes(1) == wanted, boost::test_tools::per_element());
  BOOST_TEST(document.text(1).find("K1-02-05-3") != std::string::npos);
  BOOST_TEST(document.text(1).find("K1-02-05-3-12") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_table_gives_the_numbers_of_its_first_column) {
  Shelved shelved;
  const auto csv = shelved.made.beside("编 号.csv");
  write_durably(csv, "档号,备注\n" + shelved.code.text() + ",甲\n" + shelved.box + ",乙\n");
  BOOST_TEST(numbers_in(csv) == (std::vector<std::string>{shelved.code.text(), shelved.box}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_label_that_would_lead_nowhere_is_refused_by_name) {
  Shelved shelved;
  const auto out = shelved.made.beside("标签.pdf");
  const auto print = [&](const LabelOrder& order) { return refusal([&] { shelved.print(order, out); }); };
  BOOST_TEST(print({{"A001-KH.02.2024-D10-C77-001"}}) == "volume.unknown");
  BOOST_TEST(print({{"BOX-2024-9999"}}) == "container.unknown");
  for (const char* number : {"K7", "A001-KH.02.20", "BOX-2024"}) BOOST_TEST(print({{number}}) == "label.no_place", number);
  BOOST_TEST(print({{"BOX-2024-0003..BOX-2024-0001"}}) == "label.bad_range");
  BOOST_TEST(print({{"K1-01-01-1-1..BOX-2024-0001"}}) == "label.bad_range");
  BOOST_TEST(print({{}}) == "label.nothing");
  BOOST_TEST(print({{shelved.box}, "a4-99"}) == "label.unknown_stock");
  BOOST_TEST(print({{shelved.box}, "a4-24", 25}) == "label.bad_start");
  BOOST_TEST(!std::filesystem::exists(out));
}

BOOST_AUTO_TEST_SUITE_END()
