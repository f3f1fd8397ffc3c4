// What holds for every printed form alike: its place on the paper, its fonts, its number in words and as a code, its
// languages.
#include "archive/forms/form_table.h"
#include "archive/forms/table.h"
#include "archive/forms/values.h"
#include "catalog/amendments.h"
#include "catalog/climate.h"
#include "catalog/closing.h"
#include "catalog/inspections.h"
#include "catalog/removals.h"
#include "catalog/shelf.h"
#include "catalog/stacks/containers.h"
#include "catalog/transfers.h"
#include "tests/archive/printing.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <set>

using namespace twofold;
using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(every_form_test)

namespace {

constexpr double kExact = 0.5;   // millimetres

// A form, what it is about, and how far it reaches from left to right; {0, 0}: from margin to margin of its sheet.
struct Wanted {
  PrintOrder order;
  std::string number, code;
  double left = 0, right = 0;
};

// One volume with everything that can happen to it, one handed over, one destroyed.
struct Everything {
  ClosedArchive made;
  catalog::VolumeCode volume, gone;
  std::string box, transfer, list;
  std::int64_t removal = 0;

  Everything() : volume(volume_of(2024)), gone(volume_of(2022)) {
    const auto handed_over = volume_of(2023);
    made.act([&](catalog::Transaction& t) {
      catalog::place_volume(t, volume, catalog::ShelfCode::parse("K1-02-05-3-12"));
      box = catalog::make_container(t, volume).text();
      transfer = catalog::draw_transfer(t, {handed_over}, "市档案馆", "到期移交").number;
      catalog::inspect_volume(t, {volume, Date(2025, 1, 8), {catalog::Damage::Mould}, "隔离", "周敏", Date(2025, 2, 1)});
      catalog::record_climate(t, {"K1", catalog::LocalTime::parse("2025-01-08 08:30"), {2150}, {6600}, "周敏", "已除湿"});
      const auto items = catalog::list_items(made.archive().database(), {.volume_id = find(volume).id}, 0, 10);
      catalog::request_amendment(t, items.at(0).id, {.title = "会员签单消费合同书"}, "题名有误");
      removal = catalog::request_removal(t, items.at(1).id, catalog::RemovalCause::Erroneous, "他人资料").id;
    });
    destroy();
  }

  catalog::Volume find(const catalog::VolumeCode& code) {
    return *catalog::find_volume(made.archive().database(), code);
  }

  std::vector<Wanted> forms() const {
    const std::string code = volume.text(), scanned = volume.file_name(), item = code + "-0001";
    return {{{"cover", {code}}, code, scanned, 22, 188},
            {{"spine", {code}}, code, scanned, 10, 30},
            {{"catalogue", {code}}, code, scanned},
            {{"electronic", {code}}, code, scanned},
            {{"note", {code}}, code, scanned},
            {{"volume", {code}}, code, scanned, 22, 188},
            {{"box", {box}}, box, box, 10, 60},
            {{"stamp", {item}}, item, scanned + "-0001", 130, 195},
            {{.form = "volumes", .year = 2024}, "volumes-2024", "volumes-2024"},
            {{.form = "loans", .year = 2025}, "loans-2025", "loans-2025"},
            {{.form = "inspections", .year = 2025}, "inspections-2025", "inspections-2025"},
            {{.form = "climate", .operands = {"K1"}, .year = 2025}, "climate-K1-2025", "climate-K1-2025"},
            {{"change", {"1"}}, item, scanned + "-0001"},
            {{"removal", {std::to_string(removal)}}, code + "-0002", scanned + "-0002"},
            {{"transfer", {transfer}}, transfer, transfer},
            {{"disposition", {list}}, list, list},
            {{"certificate", {list}}, list, list},
            {{.form = "separator", .operands = {"contract", "K000001"}, .pages = 3},
             "K000001",
             "K000001/2/contract",
             26,
             184},
            {{"binder", {code}}, code, scanned, 26, 184}};
  }
  Wanted form(std::string_view key) const {
    for (auto& wanted : forms())
      if (wanted.order.form == key) return wanted;
    BOOST_FAIL("nothing is known of the form " << key);
    return {};
  }

 private:
  catalog::VolumeCode volume_of(int year) {
    made.clock.set(Date(2025, 1, 10));
    for (int i = 1; i <= 3; ++i)
      made.file({.year = year, .date = fmt::format("{}-03-0{}", year, i), .title = "会员签单消费合同"});
    return made.close(year).volumes.at(0).volume.code;
  }
  void destroy() {
    made.clock.set(Date(2033, 1, 1));
    made.act(
        [&](catalog::Transaction& t) {
          list = catalog::draw_list(t, made.clock.today(), {gone}, catalog::Track::Both).number;
        },
        "甲");
    made.act([&](catalog::Transaction& t) { catalog::approve_list(t, list, "乙"); }, "乙");
    made.clock.set(made.clock.today().plus_months(1));
    made.open("甲");
    execute_disposition(made.archive(), list, kWitnesses, made.silent);
  }
};

void check_place(const PrintedDocument& document, const Wanted& wanted) {
  const double width = document.width(1), height = document.height(1);
  const bool landscape = width > height;
  BOOST_TEST(std::abs(width - (landscape ? 297 : 210)) < 0.1);
  BOOST_TEST(std::abs(height - (landscape ? 210 : 297)) < 0.1);
  const auto margins = margins_of(landscape);
  const auto ink = document.picture(1, 150).ink();
  const double left = wanted.right > 0 ? wanted.left : margins.left;
  const double right = wanted.right > 0 ? wanted.right : width - margins.right;
  BOOST_TEST(std::abs(ink.left - left) < kExact, "left " << ink.left);
  BOOST_TEST(std::abs(ink.right - right) < kExact, "right " << ink.right);
  for (int page = 1; page <= document.pages(); ++page)
    for (const auto& word : document.words(page)) {
      const double to_right = document.width(page) - word.x - word.width;
      const double below = document.height(page) - word.y - word.height;
      BOOST_TEST(std::min({word.x, word.y, to_right, below}) > 9.5, word.text << " on page " << page);
    }
}

// A bound volume of so many items, each named by a number of its own in its title, written in one transaction.
catalog::VolumeCode long_volume(ClosedArchive& made, int items) {
  std::int64_t volume = 0;
  made.act([&](catalog::Transaction& t) {
    using Kind = catalog::SignatureKind;
    const auto customer = catalog::ensure_customer(t, "", "王府饭店", "李经理").id;
    const auto chapter = catalog::ensure_chapter(t, 2, "李经理").id;
    for (int i = 1; i <= items; ++i) {
      catalog::NewItem item;
      item.customer_id = customer;
      item.category = 2;
      item.chapter_id = chapter;
      item.document_type = "contract";
      for (int words = 0; words <= i % 7; ++words) item.title += fmt::format("第{}号合同", 100'000 + i);
      item.date = Date(2024, 1 + static_cast<unsigned>(i % 12), 5);
      item.year = 2024;
      item.retention = catalog::Retention::Years10;
      item.paper = true;
      item.source_name = "扫描.tif";
      item.original = {sha256(std::to_string(i)), 60'000, "tiff"};
      item.pages.push_back({.number = 1, .text = "正文"});
      const auto received = catalog::receive_item(t, item);
      for (const auto kind : {Kind::Proofread, Kind::Customer, Kind::Handler})
        catalog::sign_item(t, received.id, kind, "张三");
      catalog::sign_item(t, received.id, Kind::Leader, "赵总");
      catalog::file_item(t, received.id);
      volume = *received.volume_id;
    }
  });
  std::vector<catalog::Volume> bound;
  made.act([&](catalog::Transaction& t) { bound = catalog::bind_volume(t, made.archive().profile(), volume); });
  BOOST_REQUIRE(bound.size() == 1U);
  return bound[0].code;
}

std::string footer(int page, int pages) {
  std::string words = render(msg("form.page_of", page, pages), Language::Chinese);
  std::erase(words, ' ');
  return words;
}

// Heading and number of pages on every sheet; each row whole, on one sheet, above its foot.
void check_rows(const PrintedDocument& document, const std::string& heading, int rows, double lowest) {
  BOOST_TEST(document.pages() > 10);
  std::multiset<int> sheets_of_rows;
  for (int page = 1; page <= document.pages(); ++page) {
    const std::string text = document.text(page);
    BOOST_TEST(occurrences(text, heading) == 1U, "page " << page);
    BOOST_TEST(occurrences(text, footer(page, document.pages())) == 1U, "page " << page);
    for (int i = 1; i <= rows; ++i) {
      const auto times = occurrences(text, fmt::format("第{}号合同", 100'000 + i));
      if (times == 0) continue;
      BOOST_TEST(times == static_cast<std::size_t>(i % 7 + 1), "row " << i << " on page " << page);
      sheets_of_rows.insert(i);
    }
    for (const auto& word : document.words(page))
      if (word.text.find("合同") != std::string::npos)
        BOOST_TEST(word.y + word.height < lowest, word.text << " on page " << page);
  }
  BOOST_TEST(sheets_of_rows.size() == static_cast<std::size_t>(rows));
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_form_keeps_its_place_to_half_a_millimetre_and_its_words_on_the_paper_in_both_wordings) {
  Everything all;
  for (const auto& form : form_table()) {
    Wanted wanted = all.form(form.key);
    for (const bool bilingual : {false, true}) {
      BOOST_TEST_CONTEXT(form.key << (bilingual ? " in two languages" : "")) {
        wanted.order.bilingual = bilingual;
        const auto document = printed(all.made, wanted.order);
        check_place(document, wanted);
        BOOST_TEST(document.fonts_embedded());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_page_of_every_form_carries_its_number_in_words_and_as_a_code_that_300_dpi_read) {
  Everything all;
  for (const auto& form : form_table()) {
    const Wanted wanted = all.form(form.key);
    const auto document = printed(all.made, wanted.order);
    for (int page = 1; page <= document.pages(); ++page)
      BOOST_TEST_CONTEXT(form.key << ", page " << page) {
        BOOST_TEST(shows(document.text(page), wanted.number));
        const auto codes = document.qr_codes(page);
        BOOST_TEST_REQUIRE(!codes.empty());
        for (const auto& code : codes) BOOST_TEST(SheetCode::try_parse(code).value().code == wanted.code);
      }
  }
}

BOOST_AUTO_TEST_CASE(three_hundred_rows_of_both_catalogues_are_whole_under_repeated_headings) {
  ClosedArchive made;
  const auto code = long_volume(made, 300);
  check_rows(printed(made, {.form = "catalogue", .operands = {code.text()}}), "顺序号", 300, 297 - 17 - 5.5);
  const auto electronic = printed(made, {.form = "electronic", .operands = {code.text()}});
  check_rows(electronic, "SHA-256", 300, 210 - 15 - 5.5);
  const std::string text = electronic.text();
  for (int i = 1; i <= 300; ++i)
    BOOST_TEST(occurrences(text, sha256(std::to_string(i)).text()) == 1U, "digest of item " << i);
}

BOOST_AUTO_TEST_CASE(R42_a_form_of_several_parts_is_numbered_as_one_from_its_first_sheet_to_its_last) {
  Everything all;
  for (const char* key : {"note", "transfer", "disposition", "certificate"}) {
    Wanted wanted = all.form(key);
    for (const bool bilingual : {false, true})
      BOOST_TEST_CONTEXT(key << (bilingual ? " in two languages" : "")) {
        wanted.order.bilingual = bilingual;
        const auto document = printed(all.made, wanted.order);
        for (int page = 1; page <= document.pages(); ++page)
          BOOST_TEST(occurrences(document.text(page), footer(page, document.pages())) == 1U, "page " << page);
      }
  }
}

BOOST_AUTO_TEST_CASE(the_annex_of_a_certificate_lists_items_in_the_order_of_their_numbers) {
  Everything all;
  const auto text = printed(all.made, all.form("certificate").order).text();
  std::size_t before = 0;
  for (int item = 1; item <= 3; ++item) {
    const auto at = text.find(fmt::format("{}-{:04}", all.gone.text(), item));
    BOOST_TEST_REQUIRE(at != std::string::npos);
    BOOST_TEST(at > before);
    before = at;
  }
}

BOOST_AUTO_TEST_SUITE_END()
