#include "tests/app/staffed_archive.h"

#include <chrono>
#include <thread>

using namespace twofold;
using namespace twofold::app;

BOOST_AUTO_TEST_SUITE(stacks_cli_test)

namespace {

// The small archive's year closed, and a room laid out beside the place where its volume stands.
struct Stack : StaffedArchive {
  Stack() : volume(close_it()) {
    must("周敏", {"shelf", "create", "K2", "--rows", "1-2", "--bays", "1-2", "--shelves", "3", "--slots", "8",
                  "--capacity", "300"});
  }
  Poco::JSON::Object::Ptr archivist(const std::vector<std::string>& words) const { return parsed(must("周敏", words)); }
  std::string volume;
};

// What a file says in the end: waits until it has the words.
std::string once_it_says(const fs::path& file, const std::string& words) {
  for (int tries = 0; tries < 600; ++tries, std::this_thread::sleep_for(std::chrono::milliseconds(100)))
    if (fs::exists(file) && read_file(file).find(words) != std::string::npos) return read_file(file);
  BOOST_FAIL("it never said: " << words);
  return {};
}

std::string outcome(const Poco::JSON::Object::Ptr& answer, unsigned line) {
  return answer->getArray("answers")->getObject(line)->getValue<std::string>("outcome");
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_room_is_laid_out_after_a_preview_and_shows_fill_free_places_and_history) {
  const Stack stack;
  const auto preview = stack.archivist({"shelf", "create", "K3", "--rows", "1", "--bays", "1-6", "--shelves", "5",
                                        "--slots", "20", "--capacity", "900", "--dry-run"});
  BOOST_TEST(preview->getValue<int>("new_places") == 600);
  BOOST_TEST(preview->getValue<std::string>("last") == "K3-01-06-5-20");
  BOOST_TEST(stack.as("周敏", {"shelf", "free", "K3"}).code == 1);
  const auto free = stack.archivist({"shelf", "free", "K2", "--run", "8"})->getArray("places");
  BOOST_TEST(free->size() == 8U);
  stack.must("周敏", {"shelf", "move", stack.volume, free->getObject(2)->getValue<std::string>("place")});
  const auto fill = stack.archivist({"shelf", "fill", "K2"})->getArray("fill");
  BOOST_TEST(fill->getObject(0)->getValue<int>("taken") == 1);
  BOOST_TEST(stack.archivist({"shelf", "history", stack.volume})->getArray("history")->size() == 2U);
  BOOST_TEST(stack.archivist({"shelf", "history", "K2-01-01-1-03"})->getArray("history")->size() == 1U);
  BOOST_TEST(stack.as("周敏", {"shelf", "place", stack.volume, "K2-01-01-1-4"}).out.find("shelf.already_placed") !=
             std::string::npos);
  BOOST_TEST(stack.as("张建国", {"shelf", "move", stack.volume, "K2-01-01-1-4"}).code == 1);
}

BOOST_AUTO_TEST_CASE(R28_a_whole_shelf_moves_and_its_map_shows_who_has_what) {
  const Stack stack;
  stack.must("周敏", {"shelf", "move", stack.volume, "K2-01-01-1-3"});
  stack.must("孙工", {"loan", "request", stack.volume, "--reason", "核对", "--due", "2099-01-01"});
  stack.must("赵敏", {"loan", "approve", "1"});
  stack.must("周敏", {"loan", "out", stack.volume});
  const auto moved = stack.archivist({"shelf", "move-all", "K2-01-01-1", "K2-02-02-3"});
  BOOST_TEST(moved->getArray("moved")->getObject(0)->getValue<std::string>("to") == "K2-02-02-3-03");
  BOOST_TEST(stack.archivist({"xref", "verify"})->getValue<int>("fault_count") == 0);
  const std::string file = (stack.folder.path() / "图.svg").string();
  const auto map = stack.archivist({"shelf", "map", "K2-02-02-3", "--out", file});
  const auto place = map->getArray("shelves")->getObject(0)->getArray("places")->getObject(2);
  BOOST_TEST(place->getArray("volumes")->getObject(0)->getValue<std::string>("borrower") == "孙工");
  const std::string svg = read_file(file);
  BOOST_TEST(svg.find("class=\"lent\"") != std::string::npos);
  BOOST_TEST(svg.find("孙工 2099-01-01") != std::string::npos);
  BOOST_TEST(svg.find("库位图") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(boxes_are_filled_after_a_preview_and_carry_their_volumes) {
  const Stack stack;
  const auto preview = stack.archivist({"container", "fill", "--year", "2024", "--dry-run"})->getArray("boxes");
  BOOST_TEST(preview->size() == 1U);
  BOOST_TEST(stack.archivist({"container", "list"})->getArray("containers")->size() == 0U);
  stack.must("周敏", {"container", "fill", "--year", "2024"});
  stack.must("周敏", {"container", "place", "BOX-2024-0001", "K2-01-01-2-1"});
  const auto box = stack.archivist({"container", "show", "BOX-2024-0001"});
  BOOST_TEST(box->getValue<std::string>("shelf") == "K2-01-01-2-01");
  BOOST_TEST(box->getArray("members")->getObject(0)->getValue<std::string>("shelf") == "K2-01-01-2-01");
  BOOST_TEST(stack.archivist({"container", "take", stack.volume})->getValue<std::string>("container").empty());
}

BOOST_AUTO_TEST_CASE(a_stocktake_takes_lines_from_a_pipe_and_a_file_goes_on_and_is_fixed_by_one_command) {
  const Stack stack;
  stack.must("周敏", {"shelf", "move", stack.volume, "K2-01-01-1-3"});
  const std::string number = stack.archivist({"stocktake", "start", "K2"})->getValue<std::string>("stocktake");
  const auto piped = ended("printf 'K2-01-01-2\\r\\n' | TWOFOLD_TOKEN=" + stack.tokens.at("周敏") + " " +
                           quoted(std::string(TWOFOLD_BINARY_DIR) + "/bin/twofold") + " stocktake scan " + number +
                           " - --json --archive " + quoted(stack.root));
  BOOST_TEST(outcome(parsed(piped.out), 0) == "shelf");
  const auto file = stack.folder.path() / "扫描 1.txt";
  write_durably(file, stack.volume + "\ntorn-label\n\nK2-01-01-1");
  const auto scanned = stack.archivist({"stocktake", "scan", number, file.string()});
  BOOST_TEST(outcome(scanned, 0) == "misplaced");
  BOOST_TEST(outcome(scanned, 1) == "unread");
  BOOST_TEST(outcome(stack.archivist({"stocktake", "scan", number, "--codes", "K2-02-01-1"}), 0) == "shelf");
  const auto report = stack.as("周敏", {"stocktake", "report", number});
  BOOST_TEST(report.code == 1);
  BOOST_TEST(parsed(report.out)->getObject("summary")->getValue<int>("misplaced") == 1);
  BOOST_TEST(parsed(report.out)->getArray("findings")->getObject(1)->getValue<std::string>("message") ==
             "‘torn-label’ is no code of a volume, a box or a shelf");
  BOOST_TEST(stack.as("周敏", {"stocktake", "fix", number, "--dry-run"}).code == 1);
  BOOST_TEST(stack.archivist({"show", stack.volume})->getValue<std::string>("shelf") == "K2-01-01-1-03");
  stack.as("周敏", {"stocktake", "fix", number});
  BOOST_TEST(stack.archivist({"show", stack.volume})->getValue<std::string>("shelf") == "K2-01-01-2-01");
  BOOST_TEST(stack.archivist({"stocktake", "finish", number})->getValue<std::string>("state") == "finished");
  BOOST_TEST(stack.archivist({"stocktake", "list"})->getArray("stocktakes")->size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_list_of_codes_is_refused_by_name_and_leaves_no_line_behind) {
  const Stack stack;
  const std::string number = stack.archivist({"stocktake", "start", "K2"})->getValue<std::string>("stocktake");
  const auto picture = stack.folder.path() / "扫描 图.png", nothing = stack.folder.path() / "空 白.txt";
  write_durably(picture, std::string("\x89PNG\r\n") + '\0' + "\nK2-01-01-1\n");
  write_durably(nothing, "\n");
  for (const auto& [file, key] : {std::pair(picture, "file.not_text"), {nothing, "stocktake.empty_file"}}) {
    const auto refused = stack.as("周敏", {"stocktake", "scan", number, file.string()});
    BOOST_TEST(refused.code == 2, key);
    BOOST_TEST(refused.out.find(key) != std::string::npos, key);
    BOOST_TEST(refused.out.find(file.filename().string()) != std::string::npos, key);
  }
  BOOST_TEST(stack.archivist({"stocktake", "list"})->getArray("stocktakes")->getObject(0)->getValue<int>("lines") == 0);
}

BOOST_AUTO_TEST_CASE(while_a_sitting_waits_for_the_next_line_others_write_and_scan_and_it_goes_on_where_it_stood) {
  const Stack stack;
  const std::string number = stack.archivist({"stocktake", "start", "K2"})->getValue<std::string>("stocktake");
  const fs::path said = stack.folder.path() / "所 说.txt";
  const std::string scan = "TWOFOLD_TOKEN=" + stack.tokens.at("周敏") + " LANG=C.UTF-8 " +
                           quoted(std::string(TWOFOLD_BINARY_DIR) + "/bin/twofold") + " stocktake scan " + number + " - --archive " + quoted(stack.root);
  FILE* typed = popen((scan + " > " + quoted(said.string()) + " 2>&1").c_str(), "w");
  const auto type = [typed](const std::string& line) {
    std::fputs((line + '\n').c_str(), typed);
    std::fflush(typed);
  };
  type("K2-01-01-2");
  once_it_says(said, "K2-01-01-2");
  int tries = 0;
  while (stack.as("周敏", {"shelf", "move", stack.volume, "K2-01-01-1-3"}).code != 0 && ++tries < 100)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  BOOST_TEST(tries < 100);
  BOOST_TEST(outcome(stack.archivist({"stocktake", "scan", number, "--codes", "K2-02-01-1"}), 0) == "shelf");
  type(stack.volume);
  const std::string answers = once_it_says(said, stack.volume);
  BOOST_TEST(pclose(typed) == 0);
  BOOST_TEST(answers.find("3  ") != std::string::npos);   // the other sitting's line is the second
  const auto report = parsed(stack.as("周敏", {"stocktake", "report", number}).out);
  const auto finding = report->getArray("findings")->getObject(0);
  BOOST_TEST(finding->getValue<std::string>("kind") == "misplaced");
  BOOST_TEST(finding->getValue<std::string>("at") == "K2-01-01-2");
  const std::string again = ended(scan + " --lang en < /dev/null").out;
  BOOST_TEST(again.find("goes on after 3 lines, at K2-01-01-2") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
