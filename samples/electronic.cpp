#include "samples/electronic.h"

#include "base/error.h"
#include "base/files.h"
#include "samples/office.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>

namespace twofold::samples {
namespace {

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string all;
  for (const auto& part : parts) all += (all.empty() ? "" : between) + part;
  return all;
}

std::string encoded(const std::string& utf8, const char* encoding) {
  iconv_t converter = iconv_open(encoding, "UTF-8");
  std::string out(utf8.size() * 2 + 16, '\0');
  std::string input = utf8;
  char* from = input.data();
  char* to = out.data();
  std::size_t from_left = input.size();
  std::size_t to_left = out.size();
  const bool good = iconv(converter, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1);
  iconv_close(converter);
  if (!good) throw Error(ErrorKind::Internal, msg("samples.not_encodable", utf8, encoding));
  out.resize(out.size() - to_left);
  return out;
}

std::string base64(const std::string& bytes) {
  static constexpr const char* kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      out += i + k > bytes.size() ? '=' : kDigits[group >> (18U - 6U * k) & 63U];
    if (i / 3 % 19 == 18) out += "\r\n";
  }
  return out + "\r\n";
}

std::string mail(const Document& document) {
  const std::string subject = "=?UTF-8?B?" + base64(document.title);
  const std::string text = base64(joined(document.paragraphs, "\n"));
  const std::string attached = base64("项目,数量\n客房,60\n宴会厅,1\n");
  return fmt::format(
      "From: sales@club.example\r\nTo: archive@club.example\r\nSubject: {}?=\r\nDate: Wed, 12 Mar {} 09:30:00 +0800\r\n"
      "Message-ID: <{}@club.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"sheet\"\r\n\r\n"
      "--sheet\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}"
      "--sheet\r\nContent-Type: text/csv; charset=UTF-8; name=\"booking.csv\"\r\nContent-Disposition: attachment; "
      "filename=\"booking.csv\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}--sheet--\r\n",
      subject.substr(0, subject.find('\r')), document.year(), document.number, text, attached);
}

std::string page(const Document& document) {
  std::string body;
  for (const auto& paragraph : document.paragraphs) body += "<p>" + escape_markup(paragraph) + "</p>\n";
  return fmt::format("<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>{0}</title></head>\n"
                     "<body><h1>{0}</h1>\n{1}</body></html>\n",
                     escape_markup(document.title), body);
}

std::string table(const Document& document) {
  std::string lines;
  for (const auto& row : document.rows) lines += joined(row, ",") + "\r\n";
  return lines;
}

std::string content(const Document& document) {
  const std::string text = joined(document.paragraphs, "\n") + "\n";
  switch (document.carrier) {
    case Carrier::TextUtf8: return text;
    case Carrier::TextGb18030: return encoded(text, "GB18030");
    case Carrier::TextBig5: return encoded(text, "BIG5");
    case Carrier::CsvGbk: return encoded(table(document), "GBK");
    case Carrier::Mail: return mail(document);
    default: return page(document);
  }
}

}  // namespace

std::vector<Truth> write_electronic(const std::vector<Document>& documents, const std::filesystem::path& binder) {
  std::vector<Truth> truth;
  std::vector<const Document*> office;
  for (const auto& document : documents) {
    if (document.carrier <= Carrier::BornPdf) continue;
    if (is_office(document.carrier))
      office.push_back(&document);
    else
      write_durably(binder / document.path, content(document));
    std::vector<std::string> lines = document.paragraphs;
    for (const auto& row : document.rows) lines.push_back(joined(row, " "));
    truth.push_back({document.path, 1, joined(lines, "\n"), 0, false, false,
                     document.rows.empty() ? "letter" : "table"});
  }
  write_office(office, binder);
  return truth;
}

}  // namespace twofold::samples
