#include "tests/bad_files/raw_packs.h"

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#include <fmt/format.h>

#include <memory>
#include <stdexcept>

namespace twofold::bad_files {
namespace {

constexpr std::size_t kTarBlock = 512;

std::string padded(std::string text, std::size_t width) {
  text.resize(width, '\0');
  return text;
}

std::string tar_header(const TarEntry& entry) {
  std::string header = padded(entry.name, 100) + padded("0000644", 8) + padded("0000000", 8) + padded("0000000", 8);
  header +=
      entry.size_lie.empty() ? padded(fmt::format("{:011o}", entry.content.size()), 12) : padded(entry.size_lie, 12);
  header += padded("14000000000", 12) + std::string(8, ' ') + entry.kind + padded(entry.target, 100);
  header +=
      padded("ustar", 6) + "00" + padded("root", 32) + padded("root", 32) + padded("0000001", 8) + padded("0000003", 8);
  header.resize(kTarBlock, '\0');
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  header.replace(148, 8, fmt::format("{:06o}", sum) + std::string("\0 ", 2));
  return header;
}

struct Close {
  void operator()(archive* writer) const { archive_write_free(writer); }
};

}  // namespace

std::string little(std::uint64_t value, int width) {
  std::string bytes;
  for (int i = 0; i < width; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
  return bytes;
}

std::string big(std::uint64_t value, int width) {
  const std::string turned = little(value, width);
  return {turned.rbegin(), turned.rend()};
}

std::uint32_t crc32_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

std::string deflated(std::string_view bytes, Wrap wrap) {
  z_stream stream{};
  const int bits = wrap == Wrap::None ? -15 : wrap == Wrap::Zlib ? 15 : 31;
  if (deflateInit2(&stream, 9, Z_DEFLATED, bits, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("deflate");
  std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int result = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("deflate");
  return packed;
}

std::string zip_of(const std::vector<ZipEntry>& entries) {
  std::string file, directory;
  for (const ZipEntry& entry : entries) {
    const std::string data = entry.packed ? deflated(entry.content, Wrap::None) : entry.content;
    const std::uint16_t method = entry.method_lie ? entry.method_lie : entry.packed ? 8 : 0;
    const std::uint64_t size = entry.size_lie ? entry.size_lie : entry.content.size();
    const std::string common = little(20, 2) + little(entry.flags, 2) + little(method, 2) + little(0x5A211000, 4) +
                               little(crc32_of(entry.content), 4) + little(data.size(), 4) + little(size, 4) +
                               little(entry.name.size(), 2) + little(0, 2);
    directory += "PK\1\2" + little(3U << 8U | 20U, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) +
                 little(static_cast<std::uint64_t>(entry.mode) << 16U, 4) + little(file.size(), 4) + entry.name;
    file += "PK\3\4" + common + entry.name + data;
  }
  const std::string end = "PK\5\6" + little(0, 4) + little(entries.size(), 2) + little(entries.size(), 2) +
                          little(directory.size(), 4) + little(file.size(), 4) + little(0, 2);
  return file + directory + end;
}

std::string overlapping_zip(std::size_t rows, std::size_t zeros) {
  const std::string content(zeros, '\0'), data = deflated(content, Wrap::None), name = "0";
  const std::string common = little(20, 2) + little(0, 2) + little(8, 2) + little(0x5A211000, 4) +
                             little(crc32_of(content), 4) + little(data.size(), 4) + little(zeros, 4) + little(1, 2) +
                             little(0, 2);
  const std::string file = "PK\3\4" + common + name + data;
  std::string directory;
  for (std::size_t i = 0; i < rows; ++i) {
    directory += "PK\1\2" + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) +
                 little(0, 4) + name;
  }
  return file + directory + "PK\5\6" + little(0, 4) + little(rows, 2) + little(rows, 2) + little(directory.size(), 4) +
         little(file.size(), 4) + little(0, 2);
}

std::string tar_of(const std::vector<TarEntry>& entries, bool ended) {
  std::string file;
  for (const TarEntry& entry : entries) {
    file += tar_header(entry) + entry.content;
    file.resize((file.size() + kTarBlock - 1) / kTarBlock * kTarBlock, '\0');
  }
  if (ended) file.append(2 * kTarBlock, '\0');
  return file;
}

std::string filtered(std::string_view bytes, const std::string& filter) {
  const std::unique_ptr<archive, Close> writer(archive_write_new());
  std::string out(bytes.size() + bytes.size() / 8 + (1U << 20U), '\0');
  std::size_t used = 0;
  archive_write_set_format_raw(writer.get());
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  if (archive_write_add_filter_by_name(writer.get(), filter.c_str()) != ARCHIVE_OK ||
      archive_write_open_memory(writer.get(), out.data(), out.size(), &used) != ARCHIVE_OK) {
    throw std::runtime_error("no filter " + filter);
  }
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, "data");
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(writer.get(), entry);
  archive_entry_free(entry);
  archive_write_data(writer.get(), bytes.data(), bytes.size());
  archive_write_close(writer.get());
  out.resize(used);
  return out;
}

std::string png_chunk(const std::string& kind, std::string_view data) {
  const std::string named = kind + std::string(data);
  return big(data.size(), 4) + named + big(crc32_of(named), 4);
}

std::string png_of(std::uint32_t width, std::uint32_t height, int depth, std::string_view rows) {
  const std::string head = big(width, 4) + big(height, 4) + static_cast<char>(depth) + std::string("\0\0\0\0", 4);
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", head) + png_chunk("IDAT", deflated(rows, Wrap::Zlib)) +
         png_chunk("IEND", "");
}

std::string tiff_of(std::uint32_t width, std::uint32_t height, std::string_view strip, std::uint16_t compression,
                    std::uint32_t next_directory) {
  const auto row = [](int tag, int kind, std::uint64_t value) {
    return little(static_cast<std::uint64_t>(tag), 2) + little(static_cast<std::uint64_t>(kind), 2) + little(1, 4) +
           little(value, 4);
  };
  constexpr std::uint64_t kRows = 9, kStrip = 8 + 2 + kRows * 12 + 4;
  return std::string("II*\0", 4) + little(8, 4) + little(kRows, 2) + row(256, 4, width) + row(257, 4, height) +
         row(258, 3, 8) + row(259, 3, compression) + row(262, 3, 1) + row(273, 4, kStrip) + row(277, 3, 1) +
         row(278, 4, height) + row(279, 4, strip.size()) + little(next_directory, 4) + std::string(strip);
}

std::string pdf_of(const std::vector<std::string>& objects) {
  std::string file = "%PDF-1.6\n", table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = file.size();
  return file + table +
         fmt::format("trailer\n<< /Root 1 0 R /Size {} >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, start);
}

std::string pdf_stream(const std::string& entries, std::string_view data) {
  return fmt::format("<< {} /Length {} >>\nstream\n", entries, data.size()) + std::string(data) + "\nendstream";
}

std::string ole_with(const std::vector<std::string>& streams) {
  std::string file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0') + little(0x3E, 2) + little(3, 2) +
                     little(0xFFFE, 2) + little(9, 2) + little(6, 2) + std::string(10, '\0') + little(1, 4) +
                     little(1, 4) + little(0, 4) + little(4096, 4) + little(0xFFFFFFFE, 4) + little(0, 4) +
                     little(0xFFFFFFFE, 4) + little(0, 4) + little(0, 4);
  file.resize(512, '\xFF');
  file += little(0xFFFFFFFD, 4) + little(0xFFFFFFFE, 4);
  file.resize(1024, '\xFF');
  std::vector<std::string> names = streams;
  names.insert(names.begin(), "Root Entry");
  for (const std::string& name : names) {
    std::string wide;
    for (const char c : name) wide += {c, '\0'};
    const std::uint64_t length = wide.size() + 2;
    wide.resize(64, '\0');
    std::string row = wide + little(length, 2) + (name == "Root Entry" ? "\5" : "\2") + "\1";
    row.resize(128, '\0');
    file += row;
  }
  file.resize(2048, '\0');
  return file;
}

}  // namespace twofold::bad_files
