// Whole readings through the real worker binary.
#include "base/error.h"
#include "base/files.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

#include <atomic>
#include <csignal>
#include <fstream>
#include <thread>

namespace twofold::scanner {
namespace {

using namespace testing;
using namespace std::literals;

// One reader for all tests that need no limits of their own: the models load once.
struct Fixture {
  static Bench& bench() {
    static Bench shared;
    return shared;
  }
  TestFolder folder;
  Reading read(const std::filesystem::path& file) { return bench().read(file); }
  std::string text_of(std::string_view bytes) { return whole_text(read(write(folder / "文 件", bytes))); }
};

// The worker processes of this test.
std::vector<pid_t> children() {
  std::vector<pid_t> found;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream list(task.path() / "children");
    for (pid_t child = 0; list >> child;) found.push_back(child);
  }
  return found;
}

std::filesystem::path tiff_of(const std::filesystem::path& path, int pages) {
  std::vector<cv::Mat> all;
  for (int i = 0; i < pages; ++i) {
    all.push_back(drawn_page("Page number " + std::to_string(i + 1) + "\n" + english_lines(), 150));
  }
  cv::imwritemulti(path.string(), all);
  return path;
}

class StopsAtOnce final : public ProgressSink {
 public:
  void report(const Progress&) override {}
  bool cancelled() const override { return ++asked_ > 3; }

 private:
  mutable std::atomic<int> asked_ = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reader_test, Fixture)

BOOST_AUTO_TEST_CASE(the_pages_of_a_scan_come_back_in_order_with_a_searchable_copy) {
  const Reading reading = read(tiff_of(folder / "three pages.tif", 3));
  BOOST_TEST(failure_name(reading) == "");
  BOOST_REQUIRE(reading.pages.size() == 3U);
  for (int i = 0; i < 3; ++i) {
    const Page& page = reading.pages[static_cast<std::size_t>(i)];
    BOOST_TEST(page.number == i + 1);
    BOOST_TEST(page.recognised);
    BOOST_TEST(page.text.find("number " + std::to_string(i + 1)) != std::string::npos);
    BOOST_TEST(!page.words.empty());
  }
  BOOST_REQUIRE(reading.reading_copy);
  const Reading again = read(*reading.reading_copy);
  BOOST_TEST(again.pages.size() == 3U);
  BOOST_TEST(!again.pages[0].recognised);
  BOOST_TEST(again.pages[2].text.find("number 3") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_born_digital_pdf_is_never_recognised) {
  const Reading reading = read(write(folder / "a.pdf", small_pdf("Contract 2024-00123 of Wangfu")));
  BOOST_TEST(failure_name(reading) == "");
  BOOST_REQUIRE(reading.pages.size() == 1U);
  BOOST_TEST(!reading.pages[0].recognised);
  BOOST_TEST(reading.pages[0].text == "Contract 2024-00123 of Wangfu\n");
  BOOST_TEST(!reading.reading_copy.has_value());
}

BOOST_AUTO_TEST_CASE(a_pdf_of_text_and_scans_is_read_page_by_page) {
  const cv::Mat page = drawn_page(english_lines(), 150);
  cv::imwrite((folder / "scan.jpg").string(), page);
  const auto scan = write(folder / "scan.pdf", picture_pdf(read_file(folder / "scan.jpg"), page.cols, page.rows));
  const auto text = write(folder / "text.pdf", small_pdf("Contract 2024-00123 of Wangfu")), mixed = folder / "mixed.pdf";
  output_of("qpdf --warning-exit-0 --empty --pages " + quoted(text) + " 1 " + quoted(scan) + " 1 -- " + quoted(mixed) +
            " 2>&1");
  const Reading reading = read(mixed);
  BOOST_TEST(failure_name(reading) == "");
  BOOST_REQUIRE(reading.pages.size() == 2U);
  BOOST_TEST(!reading.pages[0].recognised);
  BOOST_TEST(reading.pages[1].recognised);
  BOOST_TEST(reading.pages[1].words.size() > 50U);
  BOOST_REQUIRE(reading.reading_copy);
  const Reading copy = read(*reading.reading_copy);
  BOOST_REQUIRE(copy.pages.size() == 2U);
  BOOST_TEST(copy.pages[0].text == "Contract 2024-00123 of Wangfu\n");
  BOOST_TEST(!copy.pages[1].recognised);
}

BOOST_AUTO_TEST_CASE(text_reads_the_same_in_every_encoding) {
  const std::string simplified = "甲方\uFF1A北京饭店\n乙方\uFF1A上海公司\uFF0C合同金额五千元\n";
  const std::string gbk = "\xBC\xD7\xB7\xBD\xA3\xBA\xB1\xB1\xBE\xA9\xB7\xB9\xB5\xEA\n"
                          "\xD2\xD2\xB7\xBD\xA3\xBA\xC9\xCF\xBA\xA3\xB9\xAB\xCB\xBE\xA3\xAC\xBA\xCF\xCD\xAC\xBD\xF0\xB6\xEE"
                          "\xCE\xE5\xC7\xA7\xD4\xAA\n";
  BOOST_TEST(text_of(simplified) == simplified);
  BOOST_TEST(text_of(gbk) == simplified);
  BOOST_TEST(text_of("\xEF\xBB\xBF" + simplified) == simplified);
  const std::string big5 = "\xA5\xD2\xA4\xE8\xA1\x47\xA5\x5F\xA8\xCA\xA4\xBD\xA5\x71\n\xA6\x58\xA6\x50\xAA\xF7\xC3\x42\n";
  BOOST_TEST(text_of(big5) == "甲方\uFF1A北京公司\n合同金額\n");
  BOOST_TEST(text_of("caf\xE9 au lait and more\n") == "café au lait and more\n");
}

BOOST_AUTO_TEST_CASE(office_documents_give_their_text_in_reading_order) {
  const Reading docx = read(write_zip(folder / "a.pdf", docx_parts("王府饭店")));
  BOOST_TEST(whole_text(docx) == "页眉\n王府饭店\n金额\t5000\n批注\n");
  BOOST_TEST(docx.title == "入会登记表");
  const Reading xlsx = read(write_zip(folder / "b", xlsx_parts()));
  BOOST_REQUIRE(xlsx.pages.size() == 2U);
  BOOST_TEST(xlsx.pages[0].text == "还款\n王府井\t分期\t0.1\t2026-03-01\n");
  BOOST_TEST(xlsx.pages[1].text == "信用\n额度\n");
  const Reading pptx = read(write_zip(folder / "c", pptx_parts()));
  BOOST_REQUIRE(pptx.pages.size() == 2U);
  BOOST_TEST(pptx.pages[0].text == "行业趋势\n");
}

BOOST_AUTO_TEST_CASE(web_pages_lose_their_scripts_and_keep_their_lines) {
  const std::string text = text_of("<html><head><title>t</title><style>p{}</style></head><body><h1>标题</h1>"
                                   "<script>alert(1)</script><p>第一<b>段</b></p><table><tr><td>a</td><td>b</td></tr></table>");
  BOOST_TEST(text == "标题\n第一段\na\tb\n");
}

BOOST_AUTO_TEST_CASE(a_mail_gives_its_header_its_text_and_its_attachments_under_safe_names) {
  const Reading mail = read(write(folder / "m", small_mail()));
  BOOST_TEST(mail.title == "合同");
  BOOST_TEST(whole_text(mail).find("From: 张三") == 0U);
  BOOST_TEST(whole_text(mail).find("请查收附件") != std::string::npos);
  BOOST_REQUIRE(mail.enclosed.size() == 2U);
  BOOST_TEST(mail.enclosed[0].name == "a.csv");
  BOOST_TEST(read_file(mail.enclosed[0].path) == "a,b\n1,2\n");
  BOOST_TEST(mail.enclosed[1].name == "inner.eml");
}

BOOST_AUTO_TEST_CASE(containers_give_their_files_and_nested_ones_as_files) {
  const auto inner = read_file(write_7z(folder / "i", {{"c.txt", "third"}}));
  const Entries entries{{"合同/a.txt", "first"}, {"__MACOSX/x", "no"}, {".DS_Store", "no"}, {"inner.7z", inner}};
  for (const auto& path : {write_zip(folder / "z", entries), write_tar_gz(folder / "t", entries)}) {
    const Reading reading = read(path);
    BOOST_TEST(reading.container());
    BOOST_REQUIRE(reading.enclosed.size() == 2U);
    BOOST_TEST(reading.enclosed[0].name == "合同/a.txt");
    BOOST_TEST(read_file(reading.enclosed[0].path) == "first");
    const Reading nested = bench().read(reading.enclosed[1].path, reading.inside);
    BOOST_REQUIRE(nested.enclosed.size() == 1U);
    BOOST_TEST(read_file(nested.enclosed[0].path) == "third");
  }
}

BOOST_AUTO_TEST_CASE(a_mail_in_mails_without_end_comes_to_one) {
  const auto mail = write(folder / "deep.eml", small_mail());
  Nesting nesting;
  for (int depth = 0; depth < 4; ++depth, nesting = nesting.inside(10'000)) {
    BOOST_TEST(failure_name(bench().read(mail, nesting)) == "");
  }
  BOOST_TEST(failure_name(bench().read(mail, nesting)) == "too_large");
}

BOOST_AUTO_TEST_CASE(containers_are_opened_down_to_the_fourth_and_no_further) {
  auto file = write(folder / "a.txt", "innermost");
  for (int i = 0; i < 5; ++i) file = write_zip(folder / ("zip " + std::to_string(i)), {{"inner", read_file(file)}});
  Reading reading = read(file);
  for (int depth = 1; depth < 4; ++depth) {
    BOOST_REQUIRE(reading.enclosed.size() == 1U);
    reading = bench().read(reading.enclosed[0].path, reading.inside);
  }
  BOOST_REQUIRE(reading.enclosed.size() == 1U);
  BOOST_TEST(failure_name(bench().read(reading.enclosed[0].path, reading.inside)) == "too_large");
}

BOOST_AUTO_TEST_CASE(what_comes_out_counts_for_the_outermost_file_over_all_nesting) {
  ReaderOptions strict = options(1);
  strict.limits.most_entries = 12;
  strict.limits.most_unpacked_bytes = 40'000;
  Bench own(strict);
  const std::string small = read_file(write_zip(folder / "small", {{"a", "1"}, {"b", "2"}, {"c", "3"}}));
  const std::string big = read_file(write_zip(folder / "big", {{"a", std::string(18'000, 'x')}}));
  const auto failures = [&](const std::string& inner) {
    const Reading outer = own.read(write_zip(folder / "outer", {{"1", inner}, {"2", inner}, {"3", inner}}));
    BOOST_REQUIRE(outer.enclosed.size() == 3U);
    std::vector<std::string> all;
    for (const Enclosed& member : outer.enclosed) all.push_back(failure_name(own.read(member.path, outer.inside)));
    return all;
  };
  // Three and three times three are twelve; two of the big ones fit.
  BOOST_TEST(failures(small) == (std::vector<std::string>{"", "", ""}), boost::test_tools::per_element());
  BOOST_TEST(failures(big) == (std::vector<std::string>{"", "", "too_large"}), boost::test_tools::per_element());
  const Reading outer = own.read(write_zip(folder / "outer", Entries(10, {"x", small})));
  BOOST_TEST(failure_name(own.read(outer.enclosed[0].path, outer.inside)) == "too_large");
}

BOOST_AUTO_TEST_CASE(a_bomb_in_a_container_is_measured_by_the_container) {
  // Each step alone is honest enough; both together are not.
  std::string zeros(6U << 20U, '\0');
  for (std::size_t i = 0; i < zeros.size(); i += 512) zeros[i] = static_cast<char>(i / 512 * 7);
  const std::string inner = read_file(write_zip(folder / "inner", {{"a", zeros}, {"b", zeros}}));
  const Reading outer = read(write_zip(folder / "outer", {{"1", inner}, {"2", inner}}));
  BOOST_REQUIRE(outer.enclosed.size() == 2U);
  BOOST_TEST(failure_name(bench().read(outer.enclosed[0].path)) == "");
  BOOST_TEST(failure_name(bench().read(outer.enclosed[0].path, outer.inside)) == "too_large");
}

BOOST_AUTO_TEST_CASE(names_in_gbk_are_decoded) {
  const Reading reading = read(write_zip(folder / "z", {{"\xBA\xCF\xCD\xAC/\xBB\xB9\xBF\xEE.txt", "x"}}));
  BOOST_REQUIRE(reading.enclosed.size() == 1U);
  BOOST_TEST(reading.enclosed[0].name == "合同/还款.txt");
}

BOOST_AUTO_TEST_CASE(no_path_leaves_the_scratch_folder) {
  const auto outside = folder / "outside.txt";
  const Reading reading = read(write_zip(folder / "z", {{"../../outside.txt", "a"}, {outside.string(), "b"},
                                                        {"C:\\x\\..\\y.txt", "c"}}));
  BOOST_REQUIRE(reading.enclosed.size() == 3U);
  BOOST_TEST(reading.enclosed[0].name == "outside.txt");
  BOOST_TEST(reading.enclosed[1].name == outside.string().substr(1));
  BOOST_TEST(reading.enclosed[2].name == "x/y.txt");
  BOOST_TEST(!std::filesystem::exists(outside));
  for (const Enclosed& file : reading.enclosed) BOOST_TEST(file.path.parent_path().filename() == "enclosed");
}

BOOST_AUTO_TEST_CASE(a_bomb_is_too_large) {
  const auto bomb = write_zip(folder / "bomb", {{"zeros", std::string(64U << 20U, '\0')}});
  BOOST_TEST(std::filesystem::file_size(bomb) < 1U << 20U);
  BOOST_TEST(failure_name(read(bomb)) == "too_large");
  // A window of 2 TB.
  const std::string window("\x28\xB5\x2F\xFD\0\xF8\x09\0\0a", 10);
  BOOST_TEST(failure_name(read(write(folder / "window", window))) == "too_large");
  Entries many(200, {"a", "x"});
  ReaderOptions strict = options();
  strict.limits.most_entries = 100;
  BOOST_TEST(failure_name(Bench(strict).read(write_zip(folder / "many", many))) == "too_large");
}

BOOST_AUTO_TEST_CASE(what_asks_for_a_password_is_encrypted) {
  BOOST_TEST(failure_name(read(write_zip(folder / "z", {{"a.txt", "secret"}}, "pass"))) == "encrypted");
  const auto plain = write(folder / "p.pdf", small_pdf("Contract of Wangfu")), locked = folder / "e.pdf";
  output_of("qpdf --warning-exit-0 --encrypt user owner 256 -- " + quoted(plain) + " " + quoted(locked) + " 2>&1");
  BOOST_TEST(failure_name(read(locked)) == "encrypted");
}

BOOST_AUTO_TEST_CASE(damaged_foreign_and_empty_files_say_so) {
  BOOST_TEST(failure_name(read(write(folder / "e", ""))) == "empty");
  BOOST_TEST(failure_name(read(write(folder / "u", "\x7F" "ELF\2\1\1\0\0\0"s))) == "unsupported");
  const std::string zip = read_file(write_zip(folder / "z", {{"a.txt", std::string(5000, 'x')}}));
  BOOST_TEST(failure_name(read(write(folder / "cut", zip.substr(0, zip.size() / 2)))) == "corrupt");
  const std::string docx = read_file(write_zip(folder / "d", docx_parts("x")));
  BOOST_TEST(failure_name(read(write(folder / "cut docx", docx.substr(0, docx.size() * 2 / 3)))) == "corrupt");
  BOOST_TEST(failure_name(read(write(folder / "p", "%PDF-1.4 and nothing else"))) == "corrupt");
}

BOOST_AUTO_TEST_CASE(an_rtf_that_ends_within_its_binary_data_keeps_no_one_waiting) {
  const Reading reading = read(write(folder / "long.rtf", "{\\rtf1 x\\bin2147483647 y}"));
  BOOST_TEST(failure_name(reading) == "corrupt");
  BOOST_TEST(reading.detail == "binary data ends too early");
}

BOOST_AUTO_TEST_CASE(a_picture_of_a_few_pixels_is_no_damaged_file) {
  const std::vector<int> fine{cv::IMWRITE_TIFF_RESUNIT, 2, cv::IMWRITE_TIFF_XDPI, 1200, cv::IMWRITE_TIFF_YDPI, 1200};
  for (const cv::Size size : {cv::Size(1, 1), cv::Size(3, 3), cv::Size(2, 1500), cv::Size(1500, 1)}) {
    for (const cv::Scalar& colour : {cv::Scalar::all(255), cv::Scalar(20, 200, 90)}) {
      const auto file = folder / "small.tif";
      cv::imwrite(file.string(), cv::Mat(size, CV_8UC3, colour), fine);
      BOOST_TEST(failure_name(read(file)) == "", size.width << " by " << size.height);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_worker_that_dies_costs_one_file) {
  Bench own(options(1));
  const auto file = tiff_of(folder / "many.tif", 6);
  // The worker is there before the reading begins, so that the kill hits a job and no start.
  BOOST_TEST(failure_name(own.read(write(folder / "first", "first\n"))) == "");
  std::jthread killer([] {
    std::this_thread::sleep_for(400ms);
    for (const pid_t child : children()) kill(child, SIGKILL);
  });
  BOOST_TEST(failure_name(own.read(file)) == "crashed");
  killer.join();
  BOOST_TEST(whole_text(own.read(write(folder / "t", "still here\n"))) == "still here\n");
}

BOOST_AUTO_TEST_CASE(what_takes_too_long_is_timed_out_and_nothing_of_it_stays) {
  ReaderOptions hasty = options(1);
  hasty.limits.seconds_per_page = 1;
  Bench own(hasty);
  const auto before = children().size();
  BOOST_TEST(failure_name(own.read(write(folder / "slow.rtf", "{\\rtf1 slow to start}"))) == "timed_out");
  BOOST_TEST(children().size() == before);
}

BOOST_AUTO_TEST_CASE(what_needs_too_much_memory_is_too_large) {
  ReaderOptions small = options(1);
  small.limits.worker_memory_bytes = 450ULL << 20U;
  std::string lines;
  for (int i = 0; i < 12'000'000; ++i) lines += "a,b\n";
  BOOST_TEST(failure_name(Bench(small).read(write(folder / "lines", lines))) == "too_large");
}

BOOST_AUTO_TEST_CASE(a_reading_stops_soon_when_asked_to) {
  Bench own(options(1));
  const auto file = tiff_of(folder / "many.tif", 6);
  const auto scratch = folder / "scratch";
  std::filesystem::create_directories(scratch);
  StopsAtOnce stops;
  const auto started = std::chrono::steady_clock::now();
  BOOST_CHECK_THROW(own.reader().read(file, scratch, stops), Error);
  BOOST_TEST((std::chrono::steady_clock::now() - started < 3s));
}

BOOST_AUTO_TEST_CASE(a_missing_worker_is_an_error_and_not_the_file_s_fault) {
  ReaderOptions wrong = options();
  wrong.worker = "/nonexistent/twofold-reader";
  BOOST_CHECK_THROW(Bench(wrong).read(write(folder / "t", "text\n")), Error);
}

BOOST_AUTO_TEST_CASE(several_threads_read_at_once) {
  const auto file = write(folder / "t", "text of a file\n");
  std::atomic<int> read_well = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&, i] {
        const auto scratch = folder / std::to_string(i);
        std::filesystem::create_directories(scratch);
        SilentProgress progress;
        for (int n = 0; n < 25; ++n) {
          const Reading reading = bench().reader().read(file, scratch, progress);
          if (reading.failure) BOOST_TEST_MESSAGE(reading.detail);
          read_well += whole_text(reading) == "text of a file\n";
        }
      });
    }
  }
  BOOST_TEST(read_well == 100);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
