#include "tests/scanner/made_files.h"

#include "base/files.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace twofold::scanner::testing {
namespace {

struct Close {
  void operator()(archive* writer) const { archive_write_free(writer); }
};
using Handle = std::unique_ptr<archive, Close>;

void write_entries(archive* writer, const std::filesystem::path& path, const Entries& entries) {
  if (archive_write_open_filename(writer, path.c_str()) != ARCHIVE_OK) {
    throw std::runtime_error(archive_error_string(writer));
  }
  for (const auto& [name, content] : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    const bool zip = (archive_format(writer) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
    if (zip && name == "mimetype") archive_write_zip_set_compression_store(writer);  // as OpenDocument wants it
    else if (zip) archive_write_zip_set_compression_deflate(writer);
    const int result = archive_write_header(writer, entry);
    archive_entry_free(entry);
    if (result < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(writer));
    archive_write_data(writer, content.data(), content.size());
  }
  archive_write_close(writer);
}

std::string xml(const std::string& body) { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body; }

const std::string kRelations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

std::string relation(const std::string& id, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"t\" Target=\"" + target + "\"/>";
}

}  // namespace

std::filesystem::path write(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path;
}

std::filesystem::path write_zip(const std::filesystem::path& path, const Entries& entries,
                                const std::string& password) {
  const Handle writer(archive_write_new());
  archive_write_set_format_zip(writer.get());
  if (!password.empty()) {
    archive_write_set_options(writer.get(), "zip:encryption=zipcrypt");
    archive_write_set_passphrase(writer.get(), password.c_str());
  }
  write_entries(writer.get(), path, entries);
  return path;
}

std::filesystem::path write_tar_gz(const std::filesystem::path& path, const Entries& entries) {
  const Handle writer(archive_write_new());
  archive_write_set_format_gnutar(writer.get());
  archive_write_add_filter_gzip(writer.get());
  write_entries(writer.get(), path, entries);
  return path;
}

std::filesystem::path write_7z(const std::filesystem::path& path, const Entries& entries) {
  const Handle writer(archive_write_new());
  archive_write_set_format_7zip(writer.get());
  write_entries(writer.get(), path, entries);
  return path;
}

Entries docx_parts(const std::string& paragraph) {
  return {
      {"[Content_Types].xml", xml("<Types/>")},
      {"word/document.xml",
       xml("<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>" + paragraph +
           "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>金额</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>"
           "5000</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>")},
      {"word/header1.xml", xml("<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>")},
      {"word/comments.xml", xml("<w:comments xmlns:w=\"w\"><w:comment "
                                "w:id=\"7\"><w:p><w:r><w:t>批注</w:t></w:r></w:p></w:comment></w:comments>")},
      {"docProps/core.xml", xml("<c:p xmlns:c=\"c\" xmlns:dc=\"d\"><dc:title>入会登记表</dc:title></c:p>")}};
}

Entries docx_of(const std::string& body, const Entries& others) {
  const std::string names = "xmlns:w=\"w\" xmlns:mc=\"mc\" xmlns:wps=\"wps\" xmlns:v=\"v\" xmlns:r=\"r\" xmlns:a=\"a\"";
  Entries entries{{"[Content_Types].xml", xml("<Types/>")},
                  {"word/document.xml", xml("<w:document " + names + "><w:body>" + body + "</w:body></w:document>")}};
  entries.insert(entries.end(), others.begin(), others.end());
  return entries;
}

Entries xlsx_parts() {
  return {
      {"[Content_Types].xml", xml("<Types/>")},
      {"xl/workbook.xml",
       xml("<workbook xmlns:r=\"r\"><sheets><sheet name=\"还款\" sheetId=\"1\" r:id=\"rId1\"/><sheet "
           "name=\"信用\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>")},
      {"xl/_rels/workbook.xml.rels",
       xml("<Relationships " + kRelations + ">" + relation("rId1", "worksheets/sheet1.xml") +
           relation("rId2", "/xl/worksheets/sheet2.xml") + "</Relationships>")},
      {"xl/sharedStrings.xml", xml("<sst><si><t>王府井</t></si><si><r><t>分</t></r><r><t>期</t></r></si></sst>")},
      {"xl/styles.xml", xml("<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")},
      {"xl/worksheets/sheet1.xml", xml("<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c "
                                       "t=\"s\"><v>1</v></c><c><v>0.10000000000000001</v></c>"
                                       "<c s=\"1\"><v>46082</v></c></row></sheetData></worksheet>")},
      {"xl/worksheets/sheet2.xml", xml("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>额度</t></is></c></row>"
                                       "</sheetData></worksheet>")}};
}

Entries pptx_parts() {
  const auto slide = [](const std::string& text) {
    return xml("<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></p:sld>");
  };
  // The second file is the first slide.
  return {{"[Content_Types].xml", xml("<Types/>")},
          {"ppt/presentation.xml",
           xml("<p:presentation xmlns:p=\"p\" xmlns:r=\"r\"><p:sldIdLst><p:sldId id=\"256\" "
               "r:id=\"rId2\"/><p:sldId id=\"257\" r:id=\"rId1\"/></p:sldIdLst></p:presentation>")},
          {"ppt/_rels/presentation.xml.rels",
           xml("<Relationships " + kRelations + ">" + relation("rId1", "slides/slide1.xml") +
               relation("rId2", "slides/slide2.xml") + "</Relationships>")},
          {"ppt/slides/slide1.xml", slide("促销方案")},
          {"ppt/slides/slide2.xml", slide("行业趋势")}};
}

Entries odf_parts(bool sheets) {
  const std::string cells = "<table:table table:name=\"欠款\"><table:table-row><table:table-cell><text:p>王府井</text:p>"
                            "</table:table-cell><table:table-cell><text:p>5000</text:p></table:table-cell>"
                            "</table:table-row></table:table>";
  const std::string names = "xmlns:office=\"o\" xmlns:text=\"x\" xmlns:table=\"t\" xmlns:dc=\"d\"";
  return {{"mimetype", std::string("application/vnd.oasis.opendocument.") + (sheets ? "spreadsheet" : "text")},
          {"content.xml", xml("<office:document-content " + names + "><office:body>" +
                              (sheets ? cells : "<text:p>走访<text:s text:c=\"2\"/>报告</text:p>" + cells) +
                              "</office:body></office:document-content>")},
          {"meta.xml", xml("<office:meta " + names + "><dc:title>走访</dc:title></office:meta>")}};
}

std::string small_pdf(const std::string& line) {
  const std::string stream = "BT /F1 24 Tf 72 700 Td (" + line + ") Tj ET";
  return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
         "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
         "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
         "/Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
         "4 0 obj\n<< /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream + "\nendstream\nendobj\n"
         "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
         "trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n";
}

std::string picture_pdf(const std::string& jpeg, int width, int height, const std::string& drawing,
                        const std::string& placed) {
  const std::string stream = "q " + placed + " /I1 Do Q " + drawing;
  return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
         "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
         "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
         "/Resources << /XObject << /I1 5 0 R >> /Font << /F1 6 0 R >> >> >>\nendobj\n"
         "4 0 obj\n<< /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream + "\nendstream\nendobj\n"
         "5 0 obj\n<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode "
         "/Width " + std::to_string(width) + " /Height " + std::to_string(height) + " /Length " +
         std::to_string(jpeg.size()) + " >>\nstream\n" + jpeg + "\nendstream\nendobj\n"
         "6 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
         "trailer\n<< /Root 1 0 R /Size 7 >>\n%%EOF\n";
}

std::string ole_file(const std::vector<std::string>& names) {
  constexpr std::size_t kSector = 512, kEntry = 128;
  const auto number = [](std::string& bytes, std::size_t at, std::size_t width, std::uint32_t value) {
    for (std::size_t i = 0; i < width; ++i) bytes[at + i] = static_cast<char>(value >> 8 * i & 0xFFU);
  };
  // A header, then the allocation table, the directory and one sector that all streams share.
  std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", table(kSector, '\xFF'), folder(kSector, '\0');
  header.resize(kSector, '\0');
  number(header, 24, 4, 0x0003003E);
  number(header, 28, 4, 0x0009FFFE);
  number(header, 32, 2, 6);
  number(header, 44, 4, 1);           // tables
  number(header, 48, 4, 1);           // where the directory is
  number(header, 60, 4, 0xFFFFFFFE);  // no small streams, no further tables
  number(header, 68, 4, 0xFFFFFFFE);
  header.replace(76, kSector - 76, kSector - 76, '\xFF');
  number(header, 76, 4, 0);
  number(table, 0, 4, 0xFFFFFFFD);
  number(table, 4, 4, 0xFFFFFFFE);
  number(table, 8, 4, 0xFFFFFFFE);
  std::vector<std::string> entries{"Root Entry"};
  entries.insert(entries.end(), names.begin(), names.end());
  for (std::size_t i = 0; i < entries.size() && i < kSector / kEntry; ++i) {
    for (std::size_t c = 0; c < entries[i].size(); ++c) folder[i * kEntry + 2 * c] = entries[i][c];
    number(folder, i * kEntry + 64, 2, static_cast<std::uint32_t>(2 * entries[i].size() + 2));
    folder[i * kEntry + 66] = i == 0 ? '\5' : '\2';
    number(folder, i * kEntry + 68, 4, 0xFFFFFFFF);
    number(folder, i * kEntry + 72, 4,
           i > 0 && i + 1 < entries.size() ? static_cast<std::uint32_t>(i + 1) : 0xFFFFFFFF);
    number(folder, i * kEntry + 76, 4, i == 0 && entries.size() > 1 ? 1 : 0xFFFFFFFF);
    number(folder, i * kEntry + 116, 4, i == 0 ? 0xFFFFFFFE : 2);
    number(folder, i * kEntry + 120, 4, i == 0 ? 0 : kSector);
  }
  return header + table + folder + std::string(kSector, 'x');
}

std::string small_mail() {
  return "From: =?GBK?B?1cXI/Q==?= <zhang@example.com>\r\nTo: li@example.com\r\nSubject: =?UTF-8?B?5ZCI5ZCM?=\r\n"
         "Date: Mon, 02 Mar 2026 10:00:00 +0800\r\nMIME-Version: 1.0\r\n"
         "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
         "请查收附件。\r\n--b\r\nContent-Type: text/csv; name=\"a.csv\"\r\nContent-Transfer-Encoding: base64\r\n"
         "Content-Disposition: attachment; filename=\"../../a.csv\"\r\n\r\nYSxiCjEsMgo=\r\n"
         "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@example.com\r\nTo: y@example.com\r\nSubject: inner\r\n\r\n"
         "inside\r\n--b--\r\n";
}

std::filesystem::path worker() { return std::filesystem::path(TWOFOLD_BINARY_DIR) / "bin" / "twofold-reader"; }

ReaderOptions options(int workers) {
  ReaderOptions made;
  made.worker = worker();
  made.workers = workers;
  return made;
}

Reading Bench::read(const std::filesystem::path& file, const Nesting& nesting) {
  const auto scratch = folder_ / ("scratch 暂存 " + std::to_string(++readings_));
  std::filesystem::create_directories(scratch);
  SilentProgress progress;
  return reader_.read(file, scratch, progress, nesting);
}

std::string whole_text(const Reading& reading) {
  std::string text;
  for (const Page& page : reading.pages) text += page.text;
  return text;
}

std::string failure_name(const Reading& reading) {
  return reading.failure ? std::string(name_of(*reading.failure)) : std::string();
}

}  // namespace twofold::scanner::testing
