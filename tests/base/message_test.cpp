#include "base/files.h"
#include "base/message.h"

#include <boost/test/unit_test.hpp>
#include <set>

namespace fs = std::filesystem;
using namespace twofold;

BOOST_AUTO_TEST_SUITE(message_test)

namespace {

std::set<char> placeholders(std::string_view text) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < text.size(); ++i)
    if (text[i] == '{' && text[i + 2] == '}') found.insert(text[i + 1]);
  return found;
}

// Every key that the sources name by msg("…").
std::set<std::string> keys_in_sources() {
  std::set<std::string> keys;
  for (const char* folder : {"base", "catalog", "scanner", "indexer", "archive", "app"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(TWOFOLD_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cpp") continue;
      const std::string source = read_file(entry.path());
      for (std::size_t at = 0; (at = source.find("msg(\"", at)) != std::string::npos;) {
        at += 5;
        keys.insert(source.substr(at, source.find('"', at) - at));
      }
    }
  return keys;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_message_stands_once_and_in_both_languages_with_the_same_arguments) {
  std::set<std::string_view> seen;
  for (const auto& entry : message_catalogue()) {
    BOOST_TEST(seen.insert(entry.key).second, entry.key << " stands twice");
    BOOST_TEST(!entry.english.empty(), entry.key);
    BOOST_TEST(!entry.chinese.empty(), entry.key);
    BOOST_TEST((placeholders(entry.english) == placeholders(entry.chinese)), entry.key);
    BOOST_TEST(entry.english_remedy.empty() == entry.chinese_remedy.empty(), entry.key);
  }
}

BOOST_AUTO_TEST_CASE(every_key_that_the_sources_name_is_in_the_catalogue) {
  std::set<std::string, std::less<>> known;
  for (const auto& entry : message_catalogue()) known.emplace(entry.key);
  const auto named = keys_in_sources();
  BOOST_TEST(named.size() > 5);
  for (const auto& key : named) BOOST_TEST(known.contains(key), key << " is missing from base/messages");
}

BOOST_AUTO_TEST_CASE(one_is_counted_in_the_singular) {
  const auto said = [](int pages, Language language) { return render(msg("print.written", pages, "x.pdf"), language); };
  BOOST_TEST(said(1, Language::English) == "1 page in x.pdf");
  BOOST_TEST(said(2, Language::English) == "2 pages in x.pdf");
  BOOST_TEST(said(1, Language::Chinese).find("共 1 页") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
