#include "tests/bad_files/made_bad.h"
#include "tests/bad_files/raw_packs.h"
#include "tests/scanner/made_files.h"

#include <fmt/format.h>

namespace twofold::bad_files {
namespace {

namespace made = scanner::testing;

const std::string kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

// A sound package with one part exchanged.
std::string with_part(const made::Entries& parts, const std::string& name, const std::string& content) {
  std::vector<ZipEntry> entries;
  for (const auto& [part, text] : parts) entries.push_back({part, part == name ? content : text, part != "mimetype"});
  return zip_of(entries);
}

std::string docx(const std::string& content) { return with_part(made::docx_parts("x"), "word/document.xml", content); }
std::string strings(const std::string& content) {
  return with_part(made::xlsx_parts(), "xl/sharedStrings.xml", content);
}
std::string sheet(const std::string& content) {
  return with_part(made::xlsx_parts(), "xl/worksheets/sheet1.xml",
                   kXml + "<worksheet><sheetData>" + content + "</sheetData></worksheet>");
}
std::string odf(bool sheets, const std::string& body) {
  return with_part(made::odf_parts(sheets), "content.xml",
                   kXml +
                       "<office:document-content xmlns:office=\"o\" xmlns:text=\"x\" xmlns:table=\"t\"><office:body>" +
                       body + "</office:body></office:document-content>");
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string laughs(const std::string& root) {
  std::string types = "<!ENTITY a0 \"ha\">";
  for (int i = 1; i <= 30; ++i)
    types += fmt::format("<!ENTITY a{} \"{}\">", i, repeated(fmt::format("&a{};", i - 1), 10));
  return kXml + "<!DOCTYPE x [" + types + "]><" + root + " xmlns:w=\"w\"><w:p><w:r><w:t>&a30;</w:t></w:r></w:p></" +
         root + ">";
}

std::string foreign_file(const std::string& address) {
  return kXml + "<!DOCTYPE x [<!ENTITY f SYSTEM \"" + address +
         "\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&f;"
         "</w:t></w:r></w:p></w:body></w:document>";
}

std::string deep_xml(int depth) {
  return kXml + "<w:document xmlns:w=\"w\">" + repeated("<w:p>", static_cast<std::size_t>(depth)) + "x" +
         repeated("</w:p>", static_cast<std::size_t>(depth)) + "</w:document>";
}

// A letter with `count` pictures, all named by their relations; the n-th is what `picture` makes of it.
std::string illustrated(int count, const std::function<std::string(int)>& picture, const std::string& target) {
  std::string body, relations;
  std::vector<ZipEntry> entries;
  for (int i = 0; i < count; ++i) {
    body += fmt::format("<w:p><w:r><a:blip r:embed=\"rId{}\"/></w:r></w:p>", i);
    relations += fmt::format("<Relationship Id=\"rId{}\" Type=\"t\" Target=\"{}{}.png\"/>", i, target, i);
    entries.push_back({fmt::format("word/{}{}.png", target, i), picture(i), true});
  }
  entries.push_back({"[Content_Types].xml", kXml + "<Types/>", true});
  entries.push_back({"word/_rels/document.xml.rels", kXml + "<Relationships>" + relations + "</Relationships>", true});
  entries.push_back(
      {"word/document.xml",
       kXml + "<w:document xmlns:w=\"w\" xmlns:a=\"a\" xmlns:r=\"r\"><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p>" +
           body + "</w:body></w:document>",
       true});
  return zip_of(entries);
}

std::string plain_picture(std::uint32_t width, std::uint32_t height) {
  return png_of(width, height, 8, std::string((width + 1UL) * height, '\0'));
}

const std::string kMailHead = "From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n";

std::string mail_in_mail(int depth) {
  return repeated(kMailHead + "Content-Type: message/rfc822\r\n\r\n", static_cast<std::size_t>(depth)) + kMailHead +
         "\r\nx\r\n";
}

std::string parts_in_parts(int depth) {
  std::string mail = kMailHead;
  for (int i = 0; i < depth; ++i)
    mail += fmt::format("Content-Type: multipart/mixed; boundary=\"b{}\"\r\n\r\n--b{}\r\n", i, i);
  return mail + "\r\nx\r\n";
}

std::string many_attachments(int count) {
  std::string mail = kMailHead + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n";
  for (int i = 0; i < count; ++i)
    mail += "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"../../a.txt\"\r\n\r\nx\r\n";
  return mail + "--b--\r\n";
}

}  // namespace

std::vector<Recipe> mail_bombs() {
  return {
      {"mails in mails, 1000 deep.eml", "", [] { return mail_in_mail(1000); }},
      {"mails in mails, 20000 deep.eml", "", [] { return mail_in_mail(20000); }},
      {"parts in parts, 5000 deep.eml", "", [] { return parts_in_parts(5000); }},
      {"20001 attachments.eml", "too_large", [] { return many_attachments(20001); }, true},
      {"a header of 5 MB.eml", "", [] { return kMailHead + "X-A: " + std::string(5U << 20U, 'a') + "\r\n\r\nx\r\n"; }},
      {"200000 headers.eml", "", [] { return kMailHead + repeated("X-A: b\r\n", 200000) + "\r\nx\r\n"; }},
      {"an encoding nobody knows.eml", "",
       [] {
         return kMailHead +
                "Content-Type: text/plain; charset=x-klingon\r\nContent-Transfer-Encoding: "
                "runes\r\n\r\n\xFF\xFE\x80\r\n";
       }},
      {"a border that is empty.eml", "",
       [] { return kMailHead + "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n--\r\n----\r\n"; }},
      {"names with slashes and NUL.eml", "",
       [] {
         return kMailHead +
                "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: application/octet-stream; "
                "name=\"/etc/passwd\"\r\nContent-Disposition: attachment; "
                "filename*=UTF-8''..%2F..%2F%00x\r\n\r\nx\r\n--b--\r\n";
       }},
  };
}

std::vector<Recipe> text_bombs() {
  return {
      {"20000 nested elements.html", "", [] { return "<!doctype html><html><body>" + repeated("<div>", 20000) + "x"; }},
      {"a million nested elements.html", "",
       [] { return "<!doctype html><html><body>" + repeated("<div><b>", 500000) + "x"; }},
      {"tables in tables.html", "",
       [] { return "<!doctype html><html><body>" + repeated("<table><tr><td>", 20000) + "x"; }},
      {"an attribute of 10 MB.html", "",
       [] { return "<!doctype html><html><body a=\"" + std::string(10U << 20U, 'a') + "\">x"; }},
      {"entities without end.html", "",
       [] { return "<!doctype html><html><body>" + repeated("&#1114112;&#x110000;&#0;&amp", 100000); }},
      {"one line of 20 MB.txt", "", [] { return std::string(20U << 20U, 'a'); }},
      {"a million lines.txt", "", [] { return repeated("x\n", 1'000'000); }},
      {"a million columns.csv", "", [] { return repeated("1,", 1'000'000) + "\n" + repeated("1,", 1'000'000) + "\n"; }},
      {"quotes that never close.csv", "", [] { return "a,b\n\"" + repeated("x,y\n", 100000); }},
      {"half a character of UTF-16.txt", "", [] { return std::string("\xFF\xFE\x3D\xD8\x00", 5); }},
      {"groups 100000 deep.rtf", "", [] { return "{\\rtf1" + std::string(100000, '{') + "x"; }, true},
      {"binary of 2 GB.rtf", "", [] { return "{\\rtf1\\bin2147483647 x}"; }},
      {"a picture 32767 wide.rtf", "",
       [] { return "{\\rtf1{\\pict\\pngblip\\picw999999999\\pich999999999 89504e470d0a1a0a}}"; }},
  };
}

std::vector<Recipe> illustrated_bombs() {
  const std::string media = "media/";
  return {
      {"a picture of 60000 squared inside.docx", "ok",
       [=] {
         return illustrated(
             1, [](int) { return png_of(60000, 60000, 8, std::string(1000, '\0')); }, media);
       }},
      {"a picture of 14000 squared inside.docx", "ok|too_large",
       [=] {
         return illustrated(
             1, [](int) { return plain_picture(14000, 14000); }, media);
       }},
      {"400 pictures inside.docx", "ok",
       [=] {
         return illustrated(
             400, [](int i) { return plain_picture(210 + static_cast<std::uint32_t>(i), 60); }, media);
       }},
      {"a picture cut short inside.docx", "ok",
       [=] {
         return illustrated(
             1, [](int) { return plain_picture(900, 700).substr(0, 300); }, media);
       }},
      {"a picture outside.docx", "ok",
       [] {
         return illustrated(
             1, [](int) { return plain_picture(300, 100); }, "../../../../../../etc/passwd");
       }},
      {"a picture that is a document.docx", "ok",
       [=] {
         return illustrated(
             1,
             [](int) {
               return zip_of({{"a", "x"}});
             },
             media);
       }},
  };
}

std::vector<Recipe> document_bombs() {
  return {
      {"laughs.docx", "corrupt|too_large", [] { return docx(laughs("w:document")); }},
      {"laughs.xlsx", "corrupt|too_large", [] { return strings(laughs("sst")); }},
      {"quadratic entity.docx", "",
       [] {
         return docx(kXml + "<!DOCTYPE x [<!ENTITY a \"" + std::string(100000, 'a') +
                     "\">]><w:document xmlns:w=\"w\"><w:p><w:r><w:t>" + repeated("&a;", 100000) +
                     "</w:t></w:r></w:p></w:document>");
       }},
      {"entity from a file.docx", "", [] { return docx(foreign_file("file:///etc/passwd")); }},
      {"entity from the net.docx", "", [] { return docx(foreign_file("http://127.0.0.1:9/x")); }},
      {"elements 250 deep.docx", "ok", [] { return docx(deep_xml(240)); }},
      {"elements 100000 deep.docx", "", [] { return docx(deep_xml(100000)); }},
      {"a text of 300 MB.docx", "too_large",
       [] { return docx("<w:document xmlns:w=\"w\"><w:p><w:r><w:t>" + std::string(300U << 20U, ' ')); }},
      {"a text of 9 MB.docx", "",
       [] {
         return docx(kXml + "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>" + std::string(9U << 20U, 'a') +
                     "</w:t></w:r></w:p></w:document>");
       }},
      {"400000 paragraphs.docx", "",
       [] {
         return docx(kXml + "<w:document xmlns:w=\"w\">" + repeated("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 400000) +
                     "</w:document>");
       }},
      {"strings of 200 MB.xlsx", "too_large",
       [] { return strings(kXml + "<sst>" + repeated("<si><t>a</t></si>", 12U << 20U) + "</sst>"); }, true},
      {"a string out of reach.xlsx", "",
       [] { return sheet("<row><c t=\"s\"><v>4294967295</v></c><c t=\"s\"><v>-1</v></c></row>"); }},
      {"cells at the far corner.xlsx", "",
       [] { return sheet(repeated("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", 2000)); }},
      {"a cell no sheet has.xlsx", "",
       [] { return sheet("<row r=\"99999999999\"><c r=\"ZZZZZZZZZZ99999999999\"><v>1</v></c></row>"); }},
      {"a number of 300 digits.xlsx", "",
       [] {
         return sheet(
             "<row><c s=\"1\"><v>1e308</v></c><c s=\"1\"><v>-1e308</v></c><c s=\"1\"><v>nan</v></c>"
             "<c s=\"99\"><v>" +
             std::string(300, '9') + "</v></c></row>");
       }},
      {"a format without end.xlsx", "",
       [] {
         return with_part(
             made::xlsx_parts(), "xl/styles.xml",
             kXml +
                 "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
                 "formatCode=\"" +
                 std::string(200000, '[') +
                 "\"/></numFmts><cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
       }},
      {"cells repeated a billion times.ods", "",
       [] {
         return odf(true,
                    "<table:table><table:table-row table:number-rows-repeated=\"1000000000\">"
                    "<table:table-cell "
                    "table:number-columns-repeated=\"1000000000\"><text:p>x</text:p></table:table-cell></"
                    "table:table-row></table:table>");
       }},
      {"a billion spaces.odt", "", [] { return odf(false, "<text:p>a<text:s text:c=\"1000000000\"/>b</text:p>"); }},
      {"minus one spaces.odt", "", [] { return odf(false, "<text:p>a<text:s text:c=\"-1\"/>b</text:p>"); }},
      {"tables in tables.odt", "",
       [] {
         return odf(false, repeated("<table:table><table:table-row><table:table-cell>", 80) + "<text:p>x</text:p>" +
                               repeated("</table:table-cell></table:table-row></table:table>", 80));
       }},
      {"relations that go round.pptx", "",
       [] {
         return with_part(made::pptx_parts(), "ppt/_rels/presentation.xml.rels",
                          kXml +
                              "<Relationships><Relationship Id=\"rId1\" Type=\"t\" Target=\"../../../../etc/passwd\"/>"
                              "<Relationship Id=\"rId2\" Type=\"t\" Target=\"presentation.xml\"/></Relationships>");
       }},
      {"no main part but the name.docx", "corrupt|ok|empty", [] { return docx(""); }},
      {"no streams but the names.doc", "corrupt|unsupported", [] { return ole_with({"WordDocument"}); }},
      {"no streams but the names.xls", "corrupt|unsupported", [] { return ole_with({"Workbook"}); }},
      {"slides of the old kind.ppt", "unsupported|corrupt", [] { return ole_with({"PowerPoint Document"}); }},
  };
}

}  // namespace twofold::bad_files
