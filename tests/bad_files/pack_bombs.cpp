#include "tests/bad_files/made_bad.h"
#include "tests/bad_files/raw_packs.h"
#include "tests/scanner/made_files.h"

#include "base/files.h"

#include <fmt/format.h>

namespace twofold::bad_files {
namespace {

namespace fs = std::filesystem;
namespace made = scanner::testing;

constexpr std::size_t kMiB = 1U << 20U;

std::string zeros(std::size_t mebibytes) { return std::string(mebibytes * kMiB, '\0'); }

std::string nested(int depth, const std::string& core) {
  std::string file = core;
  for (int i = 0; i < depth; ++i) file = zip_of({{fmt::format("{}.zip", i), file, true}});
  return file;
}

// Every level unfolds sixteen times.
std::string fan(int depth) {
  std::string file = zeros(4);
  for (int i = 0; i < depth; ++i) {
    std::vector<ZipEntry> entries;
    for (int j = 0; j < 16; ++j) entries.push_back({fmt::format("{}.zip", j), file, true});
    file = zip_of(entries);
  }
  return file;
}

std::string many_in_zip(int count) {
  std::vector<ZipEntry> entries;
  for (int i = 0; i < count; ++i) entries.push_back({fmt::format("{}.txt", i), "x"});
  return zip_of(entries);
}

std::string many_in_tar(int count) {
  std::vector<TarEntry> entries;
  for (int i = 0; i < count; ++i) entries.push_back({fmt::format("{}.txt", i), "x"});
  return filtered(tar_of(entries), "gzip");
}

std::string tar_with_size(const std::string& field) {
  return tar_of({{"a.txt", "hello", '0', "", field}, {"b.txt", "b"}});
}

std::string sparse_tar(const std::string& real_size) {
  const std::string record = "GNU.sparse.major=1\n", size = "GNU.sparse.realsize=" + real_size + "\n";
  const auto row = [](const std::string& text) {
    const std::size_t length = text.size() + 4;
    return fmt::format("{:03} {}", length, text);
  };
  return tar_of({{"pax", row(record) + row("GNU.sparse.minor=0\n") + row("GNU.sparse.name=a\n") + row(size), 'x'},
                 {"a", std::string("1\n") + real_size + "\n1\n", '0'}});
}

// The header of the first block says how much memory it takes to unpack.
std::string xz_with_dictionary(int code) {
  constexpr std::size_t kHeader = 12, kCode = kHeader + 4;
  std::string file = filtered(tar_of({{"a.txt", "hello"}}), "xz");
  file.at(kCode) = static_cast<char>(code);
  const std::size_t length = (static_cast<unsigned char>(file.at(kHeader)) + 1UL) * 4 - 4;
  return file.replace(kHeader + length, 4, little(crc32_of(std::string_view(file).substr(kHeader, length)), 4));
}

std::string zstd_with_window(int code) {
  std::string file = filtered(tar_of({{"a.txt", "hello"}}), "zstd");
  file.at(5) = static_cast<char>(code);
  return file;
}

// 7z says by which method it was packed; the one with the key cannot be had from the library.
std::string by_seven_zip(const fs::path& folder, const std::string& options, const std::string& name) {
  fs::create_directories(folder);
  made::write(folder / "a.txt", "secret\n");
  fs::remove(folder / name);
  made::output_of("cd " + made::quoted(folder) + " && 7z a -bd " + options + " " + name + " a.txt 2>&1");
  return read_file(folder / name);
}

std::string seven_zip_with_dictionary(const fs::path& folder, int code) {
  std::string file = by_seven_zip(folder, "-m0=lzma2 -mhc=off", "d.7z");
  const auto coder = file.rfind("\x21\x21\x01");  // the method's number, then one byte of settings
  file.at(coder + 3) = static_cast<char>(code);
  std::uint64_t from = 0;
  for (std::size_t i = 8; i-- > 0;) from = from << 8U | static_cast<unsigned char>(file.at(12 + i));
  file.replace(28, 4, little(crc32_of(std::string_view(file).substr(32 + from)), 4));
  return file.replace(8, 4, little(crc32_of(std::string_view(file).substr(12, 20)), 4));
}

std::string by_qpdf(const fs::path& folder, const std::string& options) {
  fs::create_directories(folder);
  made::write(folder / "plain.pdf",
              pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>"}));
  made::output_of("cd " + made::quoted(folder) + " && qpdf " + options + " -- plain.pdf locked.pdf 2>&1");
  return read_file(folder / "locked.pdf");
}

}  // namespace

std::vector<Recipe> pack_bombs() {
  return {
      {"200 MB of nothing.zip", "too_large",
       [] {
         return zip_of({{"0", zeros(200), true}});
       }},
      {"8 MB of nothing.zip", "ok",
       [] {
         return zip_of({{"0", zeros(8), true}});
       }},
      {"overlapping rows.zip", "", [] { return overlapping_zip(5000, 20 * kMiB); }},
      {"nested 3 deep.zip", "ok", [] { return nested(3, "x\n"); }},
      {"nested 40 deep.zip", "ok", [] { return nested(40, "x\n"); }},
      {"fan of 16^4.zip", "", [] { return fan(4); }, true},
      {"200 MB of nothing.tar.gz", "too_large",
       [] {
         return filtered(tar_of({{"0", zeros(200)}}), "gzip");
       }},
      {"200 MB of nothing.tar.bz2", "too_large",
       [] {
         return filtered(tar_of({{"0", zeros(200)}}), "bzip2");
       }},
      {"200 MB of nothing.tar.xz", "too_large",
       [] {
         return filtered(tar_of({{"0", zeros(200)}}), "xz");
       }},
      {"200 MB of nothing.tar.zst", "too_large",
       [] {
         return filtered(tar_of({{"0", zeros(200)}}), "zstd");
       }},
      {"a dictionary of 4 GB.tar.xz", "too_large|ok", [] { return xz_with_dictionary(40); }},
      {"a dictionary of 1 GB.tar.xz", "too_large|ok", [] { return xz_with_dictionary(36); }},
      {"a window of 2^41.tar.zst", "too_large", [] { return zstd_with_window(0xF8); }},
      {"a window of 1 GB.tar.zst", "too_large|ok", [] { return zstd_with_window(0xA0); }},
      {"nothing but gzip.gz", "", [] { return filtered(zeros(100), "gzip"); }},
      {"gzip in gzip in gzip.gz", "", [] { return filtered(filtered(filtered(zeros(50), "gzip"), "gzip"), "gzip"); }},
      {"10000 entries.zip", "ok", [] { return many_in_zip(10000); }, true},
      {"10001 entries.zip", "too_large", [] { return many_in_zip(10001); }, true},
      {"10001 entries.tar.gz", "too_large", [] { return many_in_tar(10001); }, true},
      {"65535 entries.zip", "too_large", [] { return many_in_zip(65535); }, true},
      {"a size that lies.zip", "corrupt|ok",
       [] {
         return zip_of({{"a", "hello", false, 0, 0, 0100644, 4'000'000'000U}});
       }},
      {"a packed size that lies.zip", "corrupt|ok",
       [] {
         return zip_of({{"a", std::string(5000, 'a'), true, 0, 0, 0100644, 3}});
       }},
      {"a method nobody knows.zip", "unsupported|corrupt",
       [] {
         return zip_of({{"a", "hello", false, 0, 77}});
       }},
      {"no entries.zip", "ok|empty", [] { return zip_of({}); }},
      {"no entries.tar", "", [] { return tar_of({}); }},
      {"eight exabytes.tar", "corrupt|too_large", [] { return tar_with_size("777777777777"); }},
      {"minus one bytes.tar", "corrupt|too_large", [] { return tar_with_size(std::string(12, '\xFF')); }},
      {"base 256 size.tar", "corrupt|too_large",
       [] { return tar_with_size("\x80" + std::string(3, '\0') + std::string(8, '\x7F')); }},
      {"letters for a size.tar", "", [] { return tar_with_size("abcdefghijkl"); }},
      {"a sparse terabyte.tar", "too_large|corrupt", [] { return sparse_tar("1099511627776"); }},
      {"a name of 100 MB.tar.gz", "",
       [] {
         return filtered(tar_of({{"././@LongLink", std::string(100 * kMiB, 'a'), 'L'}, {"a", "x"}}), "gzip");
       }},
      {"8 MB of nothing.7z", "ok",
       [] {
         const made::TestFolder folder;
         return read_file(made::write_7z(folder / "0.7z", {{"0", zeros(8)}}));
       }},
      {"400 MB of nothing.7z", "too_large",
       [] {
         const made::TestFolder folder;
         return read_file(made::write_7z(folder / "0.7z", {{"0", zeros(400)}}));
       },
       true},
  };
}

std::vector<Recipe> locked_files(const fs::path& folder) {
  return {
      {"locked the old way.zip", "encrypted",
       [folder] { return by_seven_zip(folder, "-tzip -mem=ZipCrypto -psecret", "l.zip"); }},
      {"locked by AES.zip", "encrypted",
       [folder] { return by_seven_zip(folder, "-tzip -mem=AES256 -psecret", "m.zip"); }},
      {"locked.7z", "encrypted", [folder] { return by_seven_zip(folder, "-psecret", "n.7z"); }},
      {"locked with its names.7z", "encrypted", [folder] { return by_seven_zip(folder, "-psecret -mhe=on", "o.7z"); }},
      {"a dictionary of 4 GB.7z", "too_large|ok", [folder] { return seven_zip_with_dictionary(folder, 40); }},
      {"locked.pdf", "encrypted", [folder] { return by_qpdf(folder, "--encrypt user owner 256"); }},
      {"locked by RC4.pdf", "encrypted",
       [folder] { return by_qpdf(folder, "--allow-weak-crypto --encrypt user owner 128 --use-aes=n"); }},
      {"locked for change alone.pdf", "ok", [folder] { return by_qpdf(folder, "--encrypt '' owner 256"); }},
      {"locked.docx", "encrypted",
       [] {
         return ole_with({"EncryptionInfo", "EncryptedPackage"});
       }},
      {"an entry that says it is locked.zip", "encrypted",
       [] {
         return zip_of({{"a", "hello", false, 1}});
       }},
  };
}

}  // namespace twofold::bad_files
