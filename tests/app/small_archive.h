#pragma once
// The real program, run as people run it, and a small archive made with it; for the tests of this folder.

#include "base/files.h"
#include "base/text.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <sys/wait.h>

namespace twofold::app {

namespace fs = std::filesystem;

inline std::string quoted(const std::string& word) {
  std::string out(1, '\'');
  out += replace_all(word, "'", "'\\''");
  return out += '\'';
}

struct Ended {
  int code;
  std::string out;
};

// What a line of the shell printed.
inline Ended ended(const std::string& line) {
  FILE* pipe = popen(line.c_str(), "r");
  std::string out;
  char buffer[4096];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, got);
  return {WEXITSTATUS(pclose(pipe)), out};
}

// Runs the real binary between what the shell is given before and after it.
inline Ended twofold_binary(const std::vector<std::string>& words, const std::string& before, const std::string& after) {
  std::string line = before + " LANG=C.UTF-8 " + quoted(std::string(TWOFOLD_BINARY_DIR) + "/bin/twofold");
  for (const auto& word : words) line += ' ' + quoted(word);
  return ended(line + after);
}

// Standard error goes to `out` too where asked for.
inline Ended twofold_binary(const std::vector<std::string>& words, bool with_errors = false) {
  return twofold_binary(words, "", with_errors ? " 2>&1" : " 2>/dev/null");
}

inline Poco::JSON::Object::Ptr parsed(const std::string& text) {
  Poco::JSON::Parser parser;
  return parser.parse(text).extract<Poco::JSON::Object::Ptr>();
}

// An archive with one text of a customer, made through the command line alone: once, and each test has a copy of its own.
struct SmallArchive {
  SmallArchive() : SmallArchive(made_once<SmallArchive>()) {}
  SmallArchive(const SmallArchive& made) : SmallArchive(made.answer) {
    fs::copy(made.folder.path(), folder.path(), fs::copy_options::recursive);
  }
  SmallArchive& operator=(const SmallArchive&) = delete;

  struct Anew {};
  explicit SmallArchive(Anew) : SmallArchive(Poco::JSON::Object::Ptr()) {
    BOOST_REQUIRE_EQUAL(twofold_binary({"init", root, "--fonds", "A001", "--profile", "club"}).code, 0);
    write_durably(folder.path() / "合同 1.txt", "会员签单消费合同,甲方王府集团,信用额度五万元。");
    answer = parsed(run({"ingest", (folder.path() / "合同 1.txt").string(), "--customer", "王府集团", "--manager", "张建国", "--type",
                         "contract", "--date", "2024-03-15", "--shelf", "K1-02-05-3-12"})
                        .out);
  }
  Ended run(std::vector<std::string> words) const {
    words.insert(words.end(), {"--archive", root, "--json"});
    return twofold_binary(words);
  }

  // The one that the others are copies of; gone when the tests end.
  template <class Made>
  static const Made& made_once() {
    static const Made made{Anew{}};
    return made;
  }

  ScratchFolder folder;
  std::string root;
  Poco::JSON::Object::Ptr answer;

 private:
  explicit SmallArchive(Poco::JSON::Object::Ptr told)
      : folder(fs::temp_directory_path()), root((folder.path() / "档案 库").string()), answer(std::move(told)) {}
};

}  // namespace twofold::app
