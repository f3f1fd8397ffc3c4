#include "tests/bad_files/seeds.h"

#include "base/files.h"
#include "tests/bad_files/raw_packs.h"
#include "tests/scanner/made_files.h"

#include <leptonica/allheaders.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <stdexcept>

namespace twofold::bad_files {
namespace fs = std::filesystem;
namespace made = scanner::testing;
namespace {

using scanner::FileType;

constexpr int kSide = 320;                      // pixels of a cut picture
constexpr std::uintmax_t kMostBytes = 300'000;  // of a seed taken as it is

cv::Mat picture(const std::string& text) {
  cv::Mat page(110, 300, CV_8UC1, cv::Scalar(255));
  cv::putText(page, text, {14, 65}, cv::FONT_HERSHEY_SIMPLEX, 1.1, cv::Scalar(0), 2);
  return page;
}

std::string encoded(const cv::Mat& page, const std::string& extension, const std::vector<int>& settings = {}) {
  std::vector<unsigned char> bytes;
  cv::imencode(extension, page, bytes, settings);
  return {bytes.begin(), bytes.end()};
}

// Leptonica writes the kinds of TIFF that office scanners send.
std::string tiff(const cv::Mat& page, int format, int pages, const fs::path& folder) {
  const std::string png = encoded(page, ".png");
  PIX* grey = pixReadMem(reinterpret_cast<const l_uint8*>(png.data()), png.size());
  PIX* whole = format == IFF_TIFF_G4 || format == IFF_TIFF_PACKBITS ? pixConvertTo1(grey, 128) : pixClone(grey);
  const fs::path file = folder / "made.tif";
  bool failed = false;
  for (int i = 0; i < pages; ++i) failed = failed || pixWriteTiff(file.c_str(), whole, format, i == 0 ? "w" : "a") != 0;
  pixDestroy(&grey);
  pixDestroy(&whole);
  if (failed) throw std::runtime_error("no TIFF could be written");
  return read_file(file);
}

void add_pictures(std::vector<Seed>& seeds, const fs::path& folder) {
  const cv::Mat page = picture("Contract 17");
  cv::Mat colour;
  cv::cvtColor(page, colour, cv::COLOR_GRAY2BGR);
  cv::Mat deep;
  page.convertTo(deep, CV_16U, 257);
  seeds.push_back({"g4.tif", FileType::Tiff, tiff(page, IFF_TIFF_G4, 1, folder)});
  seeds.push_back({"lzw.tif", FileType::Tiff, tiff(page, IFF_TIFF_LZW, 1, folder)});
  seeds.push_back({"deflate.tif", FileType::Tiff, tiff(page, IFF_TIFF_ZIP, 1, folder)});
  seeds.push_back({"packbits.tif", FileType::Tiff, tiff(page, IFF_TIFF_PACKBITS, 1, folder)});
  seeds.push_back({"pages.tif", FileType::Tiff, tiff(page, IFF_TIFF_G4, 3, folder)});
  seeds.push_back({"grey.png", FileType::Png, encoded(page, ".png")});
  seeds.push_back({"colour.png", FileType::Png, encoded(colour, ".png")});
  seeds.push_back({"deep.png", FileType::Png, encoded(deep, ".png")});
  seeds.push_back({"grey.jpg", FileType::Jpeg, encoded(page, ".jpg")});
  seeds.push_back({"progressive.jpg", FileType::Jpeg, encoded(colour, ".jpg", {cv::IMWRITE_JPEG_PROGRESSIVE, 1})});
  seeds.push_back({"grey.jp2", FileType::Jpeg2000, encoded(page, ".jp2")});
  const std::string jpeg = encoded(page, ".jpg");
  seeds.push_back({"picture.pdf", FileType::Pdf, made::picture_pdf(jpeg, page.cols, page.rows)});
}

void add_texts(std::vector<Seed>& seeds) {
  seeds.push_back({"text.pdf", FileType::Pdf, made::small_pdf("Contract 2024-00123")});
  const std::string page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>";
  seeds.push_back(
      {"packed.pdf", FileType::Pdf,
       pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
               pdf_stream("/Filter /FlateDecode", deflated("0 0 100 100 re f 20 20 40 9 re f", Wrap::Zlib))})});
  seeds.push_back({"page.html", FileType::Html,
                   "<!doctype html><html><head><meta charset=utf-8><title>通知</title></head><body><p>王府&amp;x</p>"
                   "<table><tr><td>y</td><td>1</td></tr></table></body></html>"});
  seeds.push_back(
      {"letter.rtf", FileType::Rtf, "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Contract {\\b 17} \\u29579?\\par}"});
  seeds.push_back({"utf8.txt", FileType::Text, "王府饭店一号厅\n第二行 2024-00123\n"});
  seeds.push_back({"gbk.txt", FileType::Text, "\xCD\xF5\xB8\xAE\xB7\xB9\xB5\xEA\n\xB5\xDA\xB6\xFE\xD0\xD0\n"});
  seeds.push_back({"big5.txt", FileType::Text, "\xA4\xFD\xA9\xB2\xB6\xBA\xA9\xB1\n\xB2\xC4\xA4\x47\xA6\xE6\n"});
  seeds.push_back({"utf16.txt", FileType::Text, std::string("\xFF\xFE\x8B\x73\x9C\x5E\n\0A\0", 10)});
  seeds.push_back({"table.csv", FileType::Csv, "品名,数量\n地毯,3\n\"窗,帘\",12\n"});
  seeds.push_back({"mail.eml", FileType::Eml, made::small_mail()});
}

void add_packs(std::vector<Seed>& seeds, const fs::path& folder) {
  const made::Entries files{{"甲/a.txt", std::string(300, 'a') + "\n"}, {"b.csv", "a,b\n1,2\n"}};
  const auto add = [&](const char* name, FileType type, const fs::path& file) {
    seeds.push_back({name, type, read_file(file)});
  };
  add("letter.docx", FileType::Docx, made::write_zip(folder / "1", made::docx_parts("王府")));
  add("sheet.xlsx", FileType::Xlsx, made::write_zip(folder / "2", made::xlsx_parts()));
  add("slides.pptx", FileType::Pptx, made::write_zip(folder / "3", made::pptx_parts()));
  // The type of an open document stands unpacked at its beginning.
  const auto open_document = [](bool sheets) {
    std::vector<ZipEntry> entries;
    for (const auto& [name, content] : made::odf_parts(sheets)) entries.push_back({name, content, name != "mimetype"});
    return zip_of(entries);
  };
  seeds.push_back({"letter.odt", FileType::Odt, open_document(false)});
  seeds.push_back({"sheet.ods", FileType::Ods, open_document(true)});
  add("pack.zip", FileType::Zip, made::write_zip(folder / "4", files));
  add("pack.7z", FileType::SevenZip, made::write_7z(folder / "5", files));
  const std::string tar = tar_of({{"甲/a.txt", files[0].second}, {"b.csv", files[1].second}});
  seeds.push_back({"pack.tar", FileType::Tar, tar});
  for (const char* filter : {"gzip", "bzip2", "xz", "zstd"})
    seeds.push_back({std::string("pack.tar.") + filter, FileType::Tar, filtered(tar, filter)});
}

// The two formats that only the office suite writes.
void add_old_office(std::vector<Seed>& seeds, const fs::path& folder) {
  std::string command = "cd " + made::quoted(folder) + " && soffice -env:UserInstallation=file:///" +
                        "$(pwd | sed 's/ /%20/g')/profile --headless";
  for (const Seed& seed : seeds)
    if (seed.name == "letter.rtf" || seed.name == "table.csv") made::write(folder / seed.name, seed.bytes);
  const std::string quiet = " >/dev/null 2>&1";
  const bool ran = std::system((command + " --convert-to doc letter.rtf" + quiet).c_str()) == 0 &&
                   std::system((command + " --convert-to xls table.csv" + quiet).c_str()) == 0;
  if (!ran || !fs::exists(folder / "letter.doc") || !fs::exists(folder / "table.xls")) {
    std::cout << "NO office suite here: no seeds of DOC and XLS\n";
    return;
  }
  seeds.push_back({"letter.doc", FileType::Doc, read_file(folder / "letter.doc")});
  seeds.push_back({"table.xls", FileType::Xls, read_file(folder / "table.xls")});
}

// A corner of a picture, so that reading it takes no longer than damaging it.
std::string cut(const std::string& bytes, FileType type, const std::string& extension) {
  if (type == FileType::Pdf || bytes.empty()) return bytes;
  const cv::Mat page = cv::imdecode(cv::Mat(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data())),
                                    cv::IMREAD_UNCHANGED);
  if (page.empty() || (page.cols <= kSide && page.rows <= kSide)) return bytes;
  const int width = std::min(kSide, page.cols), height = std::min(kSide / 2, page.rows);
  return encoded(page(cv::Rect((page.cols - width) / 2, (page.rows - height) / 3, width, height)).clone(), extension);
}

}  // namespace

std::vector<Seed> made_seeds(const fs::path& folder, bool old_office) {
  std::vector<Seed> seeds;
  add_pictures(seeds, folder);
  add_texts(seeds);
  add_packs(seeds, folder);
  if (old_office) add_old_office(seeds, folder);
  return seeds;
}

std::vector<Seed> seeds_below(const fs::path& given, std::size_t most_of_type) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(given))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<Seed> seeds;
  std::map<FileType, std::size_t> of_type;
  for (const fs::path& file : files) {
    const FileType type = scanner::Reader::detect(file);
    const bool image = type >= FileType::Tiff && type <= FileType::Jpeg2000;
    if (type == FileType::Unknown || of_type[type] >= most_of_type) continue;
    if (!image && fs::file_size(file) > kMostBytes) continue;
    const std::string bytes = read_file(file);
    const std::string extension = file.extension().string();
    std::string small = image ? cut(bytes, type, extension) : bytes;
    if (small.size() > kMostBytes) continue;
    ++of_type[type];
    seeds.push_back({file.filename().string(), type, std::move(small)});
  }
  return seeds;
}

}  // namespace twofold::bad_files
