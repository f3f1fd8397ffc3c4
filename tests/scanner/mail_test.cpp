// Mails as programs of many kinds write them.
#include "base/files.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <glib.h>
#include <opencv2/imgcodecs.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;

const std::string kHead = "From: a@example.com\r\nTo: b@example.com\r\nSubject: s\r\nMIME-Version: 1.0\r\n";

std::string part(const std::string& type, const std::string& body, const std::string& more = {}) {
  return "Content-Type: " + type + "\r\n" + more + "\r\n" + body + "\r\n";
}
std::string several(const std::string& kind, const std::string& mark, const std::vector<std::string>& parts) {
  std::string all = "Content-Type: multipart/" + kind + "; boundary=\"" + mark + "\"\r\n\r\n";
  for (const std::string& one : parts) all += "--" + mark + "\r\n" + one;
  return all + "--" + mark + "--\r\n";
}
std::string base64(const std::string& bytes) {
  char* const text = g_base64_encode(reinterpret_cast<const guchar*>(bytes.data()), bytes.size());
  std::string made = text;
  g_free(text);
  return made;
}

struct Fixture {
  static Bench& bench() {
    static Bench shared;
    return shared;
  }
  TestFolder folder;
  Reading read(const std::string& mail) { return bench().read(write(folder / "信 件.eml", mail)); }
  std::string body_of(const std::string& rest) {
    const std::string text = whole_text(read(kHead + rest));
    const auto gap = text.find("\n\n");
    return gap == std::string::npos ? text : text.substr(gap + 2);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(mail_test, Fixture)

BOOST_AUTO_TEST_CASE(the_heading_comes_first_and_in_a_fixed_order) {
  const Reading mail = read(
      "Date: Mon, 02 Mar 2026 10:00:00 +0800\r\nSubject: =?UTF-8?B?5ZCI5ZCM?=\r\nCc: c@example.com\r\n"
      "To: \"Li\" <li@example.com>\r\nFrom: =?GBK?B?1cXI/Q==?= <zhang@example.com>\r\n\r\nbody\r\n");
  BOOST_TEST(whole_text(mail) == "From: 张三 <zhang@example.com>\nTo: \"Li\" <li@example.com>\nCc: c@example.com\n"
                                 "Date: Mon, 02 Mar 2026 10:00:00 +0800\nSubject: 合同\n\nbody\n");
  BOOST_TEST(mail.title == "合同");
}

BOOST_AUTO_TEST_CASE(headings_and_texts_without_a_charset_are_decoded) {
  const Reading mail = read(
      "From: \xD5\xC5\xC8\xFD <a@example.com>\r\nTo: b@example.com\r\nSubject: \xBA\xCF\xCD\xAC\xBB\xB9\xBF\xEE\r\n"
      "Date: Mon, 02 Mar 2026 10:00:00 +0800\r\n\r\n\xBC\xD7\xB7\xBD\xA3\xBA\xB1\xB1\xBE\xA9\xB7\xB9\xB5\xEA\r\n");
  BOOST_TEST(mail.title == "合同还款");
  BOOST_TEST(whole_text(mail).find("From: 张三") == 0U);
  BOOST_TEST(whole_text(mail).find("甲方：北京饭店") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_plain_text_is_taken_where_a_page_says_the_same) {
  BOOST_TEST(body_of(several("alternative", "x", {part("text/plain; charset=utf-8", "纯文本"),
                                                  part("text/html; charset=utf-8", "<p>网页</p>")})) == "纯文本\n");
  BOOST_TEST(body_of(several("alternative", "x", {part("text/plain", " \r\n"),
                                                  part("text/html; charset=utf-8", "<p>网页</p>")})) == "网页\n");
  BOOST_TEST(body_of(several("mixed", "x", {part("text/plain; charset=utf-8", "前言"),
                                            part("text/html; charset=utf-8", "<p>正文</p>")})) == "前言\n正文\n");
}

BOOST_AUTO_TEST_CASE(transfer_encodings_and_flowing_lines_are_undone) {
  BOOST_TEST(body_of(part("text/plain; charset=gb2312", "=BC=D7=B7=BD=\r\n=D2=D2=B7=BD",
                          "Content-Transfer-Encoding: quoted-printable\r\n")) == "甲方乙方\n");
  BOOST_TEST(body_of(part("text/plain; charset=utf-8; format=flowed", "one \r\nline\r\nanother")) ==
             "one line\nanother\n");
}

BOOST_AUTO_TEST_CASE(attachments_keep_their_names_in_every_way_of_writing_them) {
  const auto attached = [](const std::string& type, const std::string& place) {
    return "Content-Type: application/octet-stream" + type + "\r\nContent-Disposition: attachment" + place +
           "\r\n\r\nx\r\n";
  };
  const Reading mail = read(kHead + several("mixed", "x", {
      part("text/plain", "body"), attached("", "; filename*=UTF-8''%E5%90%88%E5%90%8C.doc"),
      attached("; name=\"=?UTF-8?B?5ZCI5ZCM?=.xls\"", ""), attached("", "; filename=\"\xBA\xCF\xCD\xAC.ppt\""),
      attached("", "; filename*0*=utf-8''%E5%90; filename*1*=%88.txt")}));
  BOOST_REQUIRE(mail.enclosed.size() == 4U);
  BOOST_TEST(mail.enclosed[0].name == "合同.doc");
  BOOST_TEST(mail.enclosed[1].name == "合同.xls");
  BOOST_TEST(mail.enclosed[2].name == "合同.ppt");
  BOOST_TEST(mail.enclosed[3].name == "合.txt");
}

BOOST_AUTO_TEST_CASE(pictures_of_a_page_are_read_with_it_and_not_enclosed) {
  const cv::Mat page = drawn_page("Notice of payment 2026", 200, 18);
  std::vector<unsigned char> png;
  cv::imencode(".png", page(cv::Rect(150, 180, 1000, 120)).clone(), png);
  const std::string picture =
      part("image/png; name=\"image001.png\"", base64({png.begin(), png.end()}),
           "Content-Transfer-Encoding: base64\r\nContent-ID: <i1>\r\nContent-Disposition: inline\r\n");
  const Reading mail = read(kHead + several("related", "r",
                                            {several("alternative", "a",
                                                     {part("text/plain", "see below"),
                                                      part("text/html", "<p>see below</p><img src=\"cid:i1\">")}),
                                             picture, picture}));
  BOOST_TEST(mail.enclosed.empty());
  const std::string text = whole_text(mail);
  const auto first = text.find("Notice of payment 2026");
  BOOST_REQUIRE(first != std::string::npos);
  BOOST_TEST(text.find("see below") < first);
  BOOST_TEST(text.find("Notice of payment 2026", first + 1) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(encrypted_mails_say_so_and_signed_ones_are_read) {
  BOOST_TEST(failure_name(read(kHead + several("encrypted; protocol=\"application/pgp-encrypted\"", "x",
                                               {part("application/pgp-encrypted", "Version: 1"),
                                                part("application/octet-stream", "-----BEGIN PGP MESSAGE-----")}))) ==
             "encrypted");
  BOOST_TEST(failure_name(read(kHead + part("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "MIAG",
                                            "Content-Transfer-Encoding: base64\r\n"))) == "encrypted");
  BOOST_TEST(failure_name(read(kHead + part("text/plain", "-----BEGIN PGP MESSAGE-----\r\n\r\nabc\r\n"
                                                          "-----END PGP MESSAGE-----"))) == "encrypted");
  const Reading sealed = read(kHead + several("signed; protocol=\"application/pkcs7-signature\"", "x",
                                              {part("text/plain", "open text"),
                                               part("application/pkcs7-signature; name=smime.p7s", "MIAG",
                                                    "Content-Transfer-Encoding: base64\r\n")}));
  BOOST_TEST(whole_text(sealed).find("open text") != std::string::npos);
  BOOST_TEST(sealed.enclosed.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
