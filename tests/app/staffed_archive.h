#pragma once
// The small archive with people who sign in, for the tests of what each may do.

#include "tests/app/small_archive.h"

#include <map>

namespace twofold::app {

// The people of the small archive, each with a session; whoever runs the test is its administrator.
struct StaffedArchive : SmallArchive {
  StaffedArchive() : StaffedArchive(made_once<StaffedArchive>()) {}
  explicit StaffedArchive(Anew anew) : SmallArchive(anew) {
    BOOST_REQUIRE_EQUAL(run({"user", "add", "管理员", "--role", "administrator"}).code, 0);
    enter("张建国", "account_manager", "张建国");
    enter("李经理", "account_manager", "李经理");
    enter("赵敏", "general_manager", "");
    enter("刘国栋", "sales_manager", "");
    enter("周敏", "archivist", "");
    enter("孙工", "employee", "");
    number = answer->getArray("files")->getObject(0)->getValue<std::string>("number");
  }

  void enter(const std::string& name, const std::string& role, const std::string& manager) {
    std::vector<std::string> words = {"user", "add", name, "--role", role};
    if (!manager.empty()) words.insert(words.end(), {"--manager", manager});
    BOOST_REQUIRE_EQUAL(run(words).code, 0);
    BOOST_REQUIRE_EQUAL(typed("password of " + name, {"user", "password", name}).code, 0);
    tokens[name] = parsed(typed("password of " + name, {"login", name}).out)->getValue<std::string>("token");
  }

  // With a line on standard input.
  Ended typed(const std::string& line, std::vector<std::string> words) const {
    const std::string file = (folder.path() / "typed").string();
    write_durably(file, line + "\n");
    words.insert(words.end(), {"--archive", root, "--json"});
    return twofold_binary(words, "", " < " + quoted(file));
  }

  Ended as(const std::string& name, std::vector<std::string> words) const {
    words.insert(words.end(), {"--archive", root, "--json"});
    return twofold_binary(words, "TWOFOLD_TOKEN=" + tokens.at(name), " 2>&1");
  }

  // Everybody signs for themselves and the archivist files it.
  void file_it() const {
    must("张建国", {"sign", number, "--as", "proofread"});
    must("周敏", {"sign", number, "--as", "customer", "--person", "王先生"});
    must("孙工", {"sign", number, "--as", "handler"});
    must("赵敏", {"sign", number, "--as", "leader"});
    must("周敏", {"file", number});
  }
  // The year of the small archive's one file closed; the code of its volume.
  std::string close_it() const {
    file_it();
    const auto closed = parsed(must("周敏", {"close", "2024"}));
    return closed->getArray("volumes")->getObject(0)->getValue<std::string>("volume");
  }
  // What it answered; it must succeed.
  std::string must(const std::string& name, const std::vector<std::string>& words) const {
    const auto ended = as(name, words);
    BOOST_REQUIRE_MESSAGE(ended.code == 0, words[0] << " by " << name << ": " << ended.out);
    return ended.out;
  }

  std::map<std::string, std::string> tokens;
  std::string number;
};

}  // namespace twofold::app
