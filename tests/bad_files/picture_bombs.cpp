#include "tests/bad_files/made_bad.h"
#include "tests/bad_files/raw_packs.h"

#include <fmt/format.h>

namespace twofold::bad_files {
namespace {

constexpr const char* kTooMuch = "too_large|corrupt";

std::string page_pdf(const std::string& page, const std::vector<std::string>& more) {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                   "<< /Type /Page /Parent 2 0 R " + page + " >>"};
  objects.insert(objects.end(), more.begin(), more.end());
  return pdf_of(objects);
}

std::string picture_in_pdf(std::uint64_t width, std::uint64_t height, const std::string& rows) {
  const std::string image = fmt::format(
      "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 "
      "/Filter /FlateDecode /Width {} /Height {}",
      width, height);
  return page_pdf("/MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>",
                  {pdf_stream("", "595 0 0 842 0 0 cm /I Do"), pdf_stream(image, deflated(rows, Wrap::Zlib))});
}

std::string jpeg_2000(std::uint32_t width, std::uint32_t height) {
  const std::string size = big(0, 2) + big(width, 4) + big(height, 4) + big(0, 8) + big(width, 4) + big(height, 4) +
                           big(0, 8) + big(1, 2) + std::string("\7\1\1", 3);
  return "\xFF\x4F\xFF\x51" + big(size.size() + 2, 2) + size + "\xFF\x52" + big(12, 2) +
         std::string("\0\0\0\1\0\5\4\4\0\1", 10) + "\xFF\x90" + big(10, 2) + std::string(8, '\0') + "\xFF\x93\xFF\xD9";
}

std::string jpeg_of(std::uint16_t width, std::uint16_t height) {
  return "\xFF\xD8\xFF\xC0" + big(11, 2) + "\x08" + big(height, 2) + big(width, 2) + std::string("\1\1\x11\0", 4) +
         "\xFF\xDA" + big(8, 2) + std::string("\1\1\0\0\x3F\0", 6) + std::string(500, '\x55') + "\xFF\xD9";
}

std::string many_directories(std::size_t count) {
  std::string file = std::string("II*\0", 4) + little(8, 4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t next = file.size() + 2 + 12 + 4;
    file += little(1, 2) + little(256, 2) + little(4, 2) + little(1, 4) + little(1, 4) +
            little(i + 1 < count ? next : 0, 4);
  }
  return file;
}

std::string deep_pages(int depth) {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>"};
  for (int i = 2; i < depth; ++i) objects.push_back(fmt::format("<< /Type /Pages /Kids [{} 0 R] /Count 1 >>", i + 1));
  objects.push_back("<< /Type /Page /MediaBox [0 0 9 9] >>");
  return pdf_of(objects);
}

std::string many_pages(int count) {
  std::string kids;
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", ""};
  for (int i = 0; i < count; ++i) {
    kids += fmt::format("{} 0 R ", i + 3);
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>");
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, count);
  return pdf_of(objects);
}

// Forms that draw each other twice: 2^depth strokes out of a few lines.
std::string doubling_forms(int depth) {
  std::vector<std::string> more{pdf_stream("", "/F Do")};
  for (int i = 0; i < depth; ++i) {
    const std::string inner = i + 1 < depth ? fmt::format("/Resources << /XObject << /F {} 0 R >> >>", i + 6) : "";
    more.push_back(pdf_stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + inner,
                              i + 1 < depth ? "/F Do /F Do" : "0 0 5 5 re f"));
  }
  return page_pdf("/MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>", more);
}

std::string box_pdf(const std::string& box) {
  return page_pdf("/MediaBox " + box + " /Contents 4 0 R", {pdf_stream("", "0 0 50 50 re f")});
}

}  // namespace

std::vector<Recipe> pdf_bombs() {
  const std::string flood = "0 0 5 5 re f ";
  return {
      {"page a billion points wide.pdf", "", [] { return box_pdf("[0 0 1000000000 1000000000]"); }},
      {"page two million points wide.pdf", "too_large", [] { return box_pdf("[0 0 2000000 3]"); }},
      {"page without extent.pdf", "", [] { return box_pdf("[0 0 0 0]"); }},
      {"page turned inside out.pdf", "", [] { return box_pdf("[500 500 -1e30 1e30]"); }},
      {"page in units of a million.pdf", "", [] { return box_pdf("[0 0 595 842] /UserUnit 1000000"); }},
      {"picture of 60000 squared.pdf", "", [] { return picture_in_pdf(60000, 60000, std::string(60000, '\0')); }, true},
      {"picture of 9000 squared.pdf", "", [] { return picture_in_pdf(9000, 9000, std::string(81'000'000, '\xFF')); }},
      {"picture of 2^31.pdf", "", [] { return picture_in_pdf(1ULL << 31U, 1ULL << 31U, std::string(99, '\0')); }},
      {"pages that hold themselves.pdf", "corrupt|empty|ok|unsupported",
       [] {
         return pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"});
       }},
      {"pages ten thousand deep.pdf", "", [] { return deep_pages(10000); }},
      {"six thousand pages.pdf", "too_large", [] { return many_pages(6000); }},
      {"a count of two billion.pdf", "",
       [] {
         return pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 2147483647 >>"});
       }},
      {"forms doubling forty times.pdf", "", [] { return doubling_forms(40); }, true},
      {"content of 200 MB.pdf", "",
       [] {
         return page_pdf("/MediaBox [0 0 9 9] /Contents 4 0 R",
                         {pdf_stream("/Filter /FlateDecode", deflated(std::string(200U << 20U, ' '), Wrap::Zlib))});
       },
       true},
      {"content packed thrice.pdf", "",
       [] {
         std::string data = deflated(std::string(100U << 20U, ' '), Wrap::Zlib);
         data = deflated(deflated(data, Wrap::Zlib), Wrap::Zlib);
         return page_pdf("/MediaBox [0 0 9 9] /Contents 4 0 R",
                         {pdf_stream("/Filter [/FlateDecode /FlateDecode /FlateDecode]", data)});
       },
       true},
      {"a million strokes.pdf", "",
       [flood] {
         std::string strokes;
         for (int i = 0; i < 1'000'000; ++i) strokes += flood;
         return page_pdf("/MediaBox [0 0 99 99] /Contents 4 0 R",
                         {pdf_stream("/Filter /FlateDecode", deflated(strokes, Wrap::Zlib))});
       },
       true},
      {"brackets 200000 deep.pdf", "",
       [] {
         return pdf_of(
             {"<< /Type /Catalog /Pages 2 0 R /X " + std::string(200000, '[') + " >>", "<< /Type /Pages /Count 0 >>"});
       }},
      {"dictionaries 100000 deep.pdf", "",
       [] {
         std::string deep;
         for (int i = 0; i < 100000; ++i) deep += "<</A";
         return pdf_of({"<< /Type /Catalog /Pages 2 0 R /X " + deep + " >>", "<< /Type /Pages /Count 0 >>"});
       }},
      {"a table that points at itself.pdf", "",
       [] {
         return "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 2 /Prev 9 "
                ">>\nstartxref\n9\n%%EOF\n";
       }},
      {"a length that is its own stream.pdf", "",
       [] {
         return page_pdf("/MediaBox [0 0 9 9] /Contents 4 0 R",
                         {"<< /Length 4 0 R >>\nstream\n0 0 5 5 re f\nendstream"});
       }},
  };
}

std::vector<Recipe> picture_bombs() {
  return {
      {"60000 squared.png", kTooMuch, [] { return png_of(60000, 60000, 8, std::string(1000, '\0')); }},
      {"2^31 squared.png", kTooMuch, [] { return png_of(0x7FFFFFFF, 0x7FFFFFFF, 8, std::string(1000, '\0')); }},
      {"all zero by zero.png", "corrupt|too_large", [] { return png_of(0, 0, 8, ""); }},
      {"14000 squared, sound.png", "ok|too_large",
       [] { return png_of(14000, 14000, 1, std::string(14000UL * 1751, '\0')); }},
      {"20000 squared, sound.png", "too_large",
       [] { return png_of(20000, 20000, 1, std::string(20000UL * 2501, '\0')); }},
      {"a strip of 40000 by 60, sound.png", "ok|too_large",
       [] { return png_of(40000, 60, 8, std::string(40001UL * 60, '\0')); }},
      {"one row of 200 million.png", "too_large",
       [] { return png_of(199'000'000, 1, 1, std::string(24'875'001, '\0')); }},
      {"a text of 100 MB.png", "",
       [] {
         std::string file = png_of(9, 9, 8, std::string(90, '\0'));
         const std::string text = std::string("k\0\0", 3) + deflated(std::string(100U << 20U, 'a'), Wrap::Zlib);
         return file.insert(33, png_chunk("zTXt", text));
       }},
      {"100000 squared.tif", kTooMuch, [] { return tiff_of(100000, 100000, std::string(64, '\0')); }},
      {"2^32 wide.tif", kTooMuch, [] { return tiff_of(0xFFFFFFFF, 0xFFFFFFFF, std::string(64, '\0')); }},
      {"zero wide.tif", "", [] { return tiff_of(0, 0, std::string(64, '\0')); }},
      {"14000 squared, packed.tif", "",
       [] { return tiff_of(14000, 14000, deflated(std::string(196'000'000, '\xFF'), Wrap::Zlib), 8); }},
      {"a fax of 60000 rows.tif", "", [] { return tiff_of(30000, 60000, std::string(64, '\0'), 4); }},
      {"a directory that follows itself.tif", "corrupt|ok",
       [] { return tiff_of(30, 30, std::string(900, '\xFF'), 1, 8); }},
      {"a directory beyond the end.tif", "corrupt|ok",
       [] { return tiff_of(30, 30, std::string(900, '\xFF'), 1, 0xFFFFFFF0); }},
      {"70000 directories.tif", "too_large|corrupt", [] { return many_directories(70000); }},
      {"no compression we know.tif", "unsupported|corrupt",
       [] { return tiff_of(30, 30, std::string(900, '\0'), 31234); }},
      {"65535 squared.jpg", kTooMuch, [] { return jpeg_of(65535, 65535); }},
      {"65500 by 3000.jpg", "", [] { return jpeg_of(65500, 3000); }},
      {"zero squared.jpg", "corrupt|unsupported", [] { return jpeg_of(0, 0); }},
      {"2^32 squared.jp2", kTooMuch, [] { return jpeg_2000(0xFFFFFFFF, 0xFFFFFFFF); }},
      {"60000 squared.jp2", kTooMuch, [] { return jpeg_2000(60000, 60000); }},
      {"13000 squared.jp2", "", [] { return jpeg_2000(13000, 13000); }},
      {"zero squared.jp2", "corrupt|too_large", [] { return jpeg_2000(0, 0); }},
  };
}

}  // namespace twofold::bad_files
