#include "tests/bad_files/made_bad.h"
#include "tests/bad_files/raw_packs.h"
#include "tests/scanner/made_files.h"

#include "base/files.h"

#include <fmt/format.h>

#include <array>

namespace twofold::bad_files {
namespace {

namespace fs = std::filesystem;
namespace made = scanner::testing;
using namespace std::literals;

struct Name {
  const char* what;
  std::string name;
};

std::vector<Name> bad_names(const fs::path& target) {
  std::string up;
  for (int i = 0; i < 12; ++i) up += "../";
  const std::string goal = target.string();
  return {{"one up", "../planted"},
          {"two up", "../../planted"},
          {"up in the middle", "a/../../../planted"},
          {"up to the target", up + goal.substr(1) + "/planted"},
          {"absolute", goal + "/planted"},
          {"absolute twice", "//" + goal + "//planted"},
          {"backslashes", "..\\..\\planted"},
          {"drive letter", "C:\\planted"},
          {"drive letter alone", "C:planted"},
          {"share", "\\\\server\\share\\planted"},
          {"a point", "."},
          {"two points", ".."},
          {"a slash", "/"},
          {"nothing", ""},
          {"NUL inside", "planted\0.txt"s},
          {"line end", "a\nb\r\n.txt"},
          {"overlong slash", "..\xC0\xAF..\xC0\xAFplanted"},
          {"full-width points", "．．/．．/planted"},
          {"turned writing", "\xE2\x80\xAEtxt.exe"},
          {"not UTF-8", "\xB0\xA1\xFF\xFE.txt"},
          {"very long", std::string(5000, 'n') + ".txt"},
          {"very deep",
           [] {
             std::string deep;
             for (int i = 0; i < 2000; ++i) deep += "d/";
             return deep + "planted";
           }()},
          {"our own: enclosed", "enclosed/0"},
          {"our own: enclosed up", "../enclosed/0"},
          {"our own: pieces", "pieces/1.pdf"},
          {"our own: copy", "reading.pdf"},
          {"a device", "/dev/null"},
          {"Windows device", "CON"},
          {"manifest", "manifest.csv"},
          {"stream", "a.txt:stream"}};
}

std::vector<Recipe> named(const fs::path& target) {
  std::vector<Recipe> all;
  for (const Name& bad : bad_names(target)) {
    const std::string what = fmt::format("name {}", bad.what), name = bad.name;
    all.push_back({what + ".zip", "", [name] { return zip_of({{name, "planted\n"}, {"b.txt", "b\n"}}); }});
    all.push_back({what + ".tar", "", [name] {
                     const std::string field = name.substr(0, 99);
                     if (name.size() < 100) return tar_of({{field, "planted\n"}, {"b.txt", "b\n"}});
                     return tar_of({{"././@LongLink", name + '\0', 'L'}, {field, "planted\n"}, {"b.txt", "b\n"}});
                   }});
    if (name.find('\0') != std::string::npos || name.empty()) continue;
    all.push_back({what + ".7z", "", [name] {
                     const made::TestFolder folder;
                     return read_file(made::write_7z(folder / "0.7z", {{name, "planted\n"}, {"b.txt", "b\n"}}));
                   }});
  }
  return all;
}

std::vector<Recipe> links(const fs::path& target) {
  const std::string goal = target.string(), file = goal + "/canary";
  const auto through = [](char kind, const std::string& to) {
    return tar_of({{"way", "", kind, to}, {"way/planted", "planted\n"}, {"way", "planted\n"}});
  };
  return {
      {"a link to a folder.tar", "ok", [=] { return through('2', goal); }},
      {"a link upwards.tar", "ok", [=] { return through('2', "../.."); }},
      {"a link to a file.tar", "ok", [=] { return through('2', file); }},
      {"a hard link to a file.tar", "ok", [=] { return through('1', file); }},
      {"a link to itself.tar", "ok", [=] { return through('2', "way"); }},
      {"a link named as ours.tar", "ok",
       [=] {
         return tar_of({{"enclosed", "", '2', goal}, {"enclosed/0", "planted\n"}});
       }},
      {"a device.tar", "",
       [] {
         return tar_of({{"d", "", '3'}, {"d", "x"}});
       }},
      {"a block device.tar", "",
       [] {
         return tar_of({{"d", "", '4'}});
       }},
      {"a pipe.tar", "",
       [] {
         return tar_of({{"p", "", '6'}, {"p", "x"}});
       }},
      {"a folder that is a file.tar", "",
       [] {
         return tar_of({{"d/", "", '5'}, {"d", "x"}, {"d/e", "y"}});
       }},
      {"a kind nobody knows.tar", "",
       [] {
         return tar_of({{"k", "x", 'Z'}, {"b", "y"}});
       }},
      {"an attribute with a path.tar", "",
       [=] {
         const std::string row = "path=" + goal + "/planted\n";
         return tar_of({{"pax", fmt::format("{} {}", row.size() + 4, row), 'x'}, {"b", "planted\n"}});
       }},
      {"a link.zip", "ok",
       [=] {
         return zip_of({{"way", goal, false, 0, 0, 0120777}, {"way/planted", "planted\n"}});
       }},
      {"a device.zip", "",
       [] {
         return zip_of({{"d", "", false, 0, 0, 020666}});
       }},
      {"a pipe.zip", "",
       [] {
         return zip_of({{"p", "", false, 0, 0, 010666}});
       }},
      {"names that differ in case.zip", "ok",
       [] {
         return zip_of({{"A.txt", "1\n"}, {"a.txt", "2\n"}, {"A.TXT", "3\n"}});
       }},
      {"the same name thrice.zip", "ok",
       [] {
         return zip_of({{"a.txt", "1\n"}, {"a.txt", "2\n"}, {"a.txt", "3\n"}});
       }},
      {"the same name thrice.tar", "ok",
       [] {
         return tar_of({{"a.txt", "1\n"}, {"a.txt", "2\n"}, {"a.txt", "3\n"}});
       }},
  };
}

std::string bytes_of(const std::vector<Seed>& seeds, const std::string& name) {
  for (const Seed& seed : seeds)
    if (seed.name == name) return seed.bytes;
  return {};
}

}  // namespace

std::vector<Recipe> path_tricks(const fs::path& target) {
  std::vector<Recipe> all = named(target);
  for (Recipe& recipe : links(target)) all.push_back(std::move(recipe));
  return all;
}

std::vector<Recipe> polyglots(const std::vector<Seed>& seeds) {
  std::vector<Recipe> all;
  static constexpr std::array kCarriers{"grey.png", "grey.jpg", "g4.tif",      "text.pdf", "page.html",
                                        "pack.zip", "pack.tar", "letter.docx", "mail.eml", "utf8.txt"};
  for (const char* first : kCarriers) {
    for (const char* second : kCarriers) {
      if (first == std::string_view(second)) continue;
      const std::string both = bytes_of(seeds, first) + bytes_of(seeds, second);
      all.push_back({fmt::format("{} before {}", first, second), "", [both] { return both; }});
    }
  }
  const std::string html = "<html><script>alert(1)</script></html>", gif = "GIF89a=1;/*";
  all.push_back({"gif that is a script", "", [=] { return gif + html + "*/"; }});
  all.push_back({"gif before a pdf", "", [=] { return gif + bytes_of(seeds, "text.pdf"); }});
  all.push_back({"jpeg with a page in its comment", "", [=] {
                   const std::string jpeg = bytes_of(seeds, "grey.jpg");
                   return jpeg.substr(0, 2) + "\xFF\xFE" + big(html.size() + 2, 2) + html + jpeg.substr(2);
                 }});
  all.push_back({"tar whose first name is a pdf", "", [] { return tar_of({{"%PDF-1.4", "x"}, {"b", "y"}}); }});
  all.push_back({"zip that is two documents", "", [] {
                   return zip_of({{"[Content_Types].xml", "<Types/>"},
                                  {"word/document.xml", "<w/>"},
                                  {"xl/workbook.xml", "<w/>"},
                                  {"ppt/presentation.xml", "<p/>"}});
                 }});
  all.push_back({"document with a program inside", "", [] {
                   return zip_of({{"[Content_Types].xml", "<Types/>"},
                                  {"word/document.xml", "<w/>"},
                                  {"word/vbaProject.bin", "MZ" + std::string(500, '\0')}});
                 }});
  all.push_back({"program", "unsupported", [] {
                   return "\x7F"
                          "ELF" +
                          std::string("\2\1\1\0", 4) + std::string(200, '\0');
                 }});
  return all;
}

std::vector<Recipe> husks(const std::vector<Seed>& seeds) {
  std::vector<Recipe> all{{"empty", "empty", [] { return std::string(); }},
                          {"all zero", "unsupported", [] { return std::string(4096, '\0'); }},
                          {"all one", "unsupported|ok", [] { return std::string(4096, '\xFF'); }}};
  for (int byte = 0; byte < 256; byte += 15)
    all.push_back(
        {fmt::format("one byte {:02x}", byte), "", [byte] { return std::string(1, static_cast<char>(byte)); }});
  for (const Seed& seed : seeds) {
    const std::string head = seed.bytes.substr(0, 12);
    all.push_back({"magic alone of " + seed.name, "", [head] { return head; }});
    all.push_back({"magic and noise of " + seed.name, "", [head] {
                     Random random(head.size());
                     std::string made = head;
                     for (int i = 0; i < 5000; ++i) made += static_cast<char>(random());
                     return made;
                   }});
    all.push_back({"magic and nothing of " + seed.name, "", [head] { return head + std::string(5000, '\0'); }});
  }
  return all;
}

}  // namespace twofold::bad_files
