#include "samples/packs.h"

#include "base/error.h"
#include "base/files.h"
#include "samples/image_files.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <memory>

namespace twofold::samples {
namespace {

constexpr std::time_t kPackedAt = 1735689600;  // fixed, so that packs repeat byte for byte

struct Free {
  void operator()(struct archive* pack) const { archive_write_free(pack); }
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using Pack = std::unique_ptr<struct archive, Free>;

void check(const Pack& pack, int result, const std::filesystem::path& target) {
  if (result < ARCHIVE_WARN)
    throw Error(ErrorKind::Io, msg("file.cannot_write", target.string(), archive_error_string(pack.get())));
}

Pack open_pack(const std::filesystem::path& target, Carrier carrier) {
  Pack pack(archive_write_new());
  if (carrier == Carrier::Zip) {
    archive_write_set_format_zip(pack.get());
    archive_write_set_options(pack.get(), "hdrcharset=UTF-8");
  } else if (carrier == Carrier::TarGz) {
    archive_write_set_format_pax_restricted(pack.get());
    archive_write_add_filter_gzip(pack.get());
    archive_write_set_options(pack.get(), "gzip:!timestamp");
  } else {
    archive_write_set_format_7zip(pack.get());
  }
  check(pack, archive_write_open_filename(pack.get(), target.c_str()), target);
  return pack;
}

void add(const Pack& pack, const std::string& name, const std::string& bytes, const std::filesystem::path& target) {
  const std::unique_ptr<archive_entry, Free> entry(archive_entry_new());
  archive_entry_set_pathname_utf8(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), kPackedAt, 0);
  check(pack, archive_write_header(pack.get(), entry.get()), target);
  if (archive_write_data(pack.get(), bytes.data(), bytes.size()) < 0) check(pack, ARCHIVE_FATAL, target);
}

}  // namespace

std::vector<std::string> write_pack(const std::filesystem::path& target, Carrier carrier,
                                    const std::vector<cv::Mat>& pages) {
  const ScratchFolder scratch(std::filesystem::temp_directory_path());
  const Pack pack = open_pack(target, carrier);
  Random random(0, target.filename().string());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool fax = i % 2 == 0;
    names.push_back(fmt::format("第{}页.{}", i + 1, fax ? "tif" : "jpg"));
    const auto page = scratch.path() / names.back();
    write_images(page, fax ? Carrier::TiffFax : Carrier::Jpeg, {pages[i]}, random);
    add(pack, names.back(), read_file(page), target);
  }
  check(pack, archive_write_close(pack.get()), target);
  return names;
}

}  // namespace twofold::samples
