#pragma once
// Containers written byte by byte, so that they can lie: names no tool would write, sizes that are not so, links,
// devices, checksums that agree with the lie.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::bad_files {

std::string little(std::uint64_t value, int width);
std::string big(std::uint64_t value, int width);
std::uint32_t crc32_of(std::string_view bytes);
// A raw deflate stream, or one in zlib's or gzip's clothes. Throws std::runtime_error.
enum class Wrap { None, Zlib, Gzip };
std::string deflated(std::string_view bytes, Wrap wrap);

struct ZipEntry {
  std::string name, content;
  bool packed = false;
  std::uint16_t flags = 0, method_lie = 0;     // 0: the true method
  std::uint32_t mode = 0100644, size_lie = 0;  // 0: the true size
};
std::string zip_of(const std::vector<ZipEntry>& entries);
// One packed run of `zeros`, named by so many directory rows: what comes out is their product.
std::string overlapping_zip(std::size_t rows, std::size_t zeros);

struct TarEntry {
  std::string name, content;
  char kind = '0';  // as in the header: '1' hard link, '2' symbolic link, '3' device, '6' fifo, 'L', 'x' …
  std::string target;
  std::string size_lie;  // the twelve bytes of the size field; empty: the true size
};
std::string tar_of(const std::vector<TarEntry>& entries, bool ended = true);

// Bytes through one of the filters "gzip", "bzip2", "xz", "zstd". Throws std::runtime_error.
std::string filtered(std::string_view bytes, const std::string& filter);

// A PNG's chunk with its checksum, and a whole file whose rows are what `rows` holds.
std::string png_chunk(const std::string& kind, std::string_view data);
std::string png_of(std::uint32_t width, std::uint32_t height, int depth, std::string_view rows);
// A TIFF of one strip, little-endian, 8 bit grey.
std::string tiff_of(std::uint32_t width, std::uint32_t height, std::string_view strip, std::uint16_t compression = 1,
                    std::uint32_t next_directory = 0);

// A PDF out of its numbered objects (from 1, the first is the catalogue), with a cross-reference table that agrees.
std::string pdf_of(const std::vector<std::string>& objects);
std::string pdf_stream(const std::string& entries, std::string_view data);
// What OLE2 files look like to a reader of their directory: the named streams, all empty.
std::string ole_with(const std::vector<std::string>& streams);

}  // namespace twofold::bad_files
