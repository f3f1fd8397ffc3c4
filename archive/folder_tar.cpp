#include "archive/folder_tar.h"

#include "base/error.h"
#include "base/files.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace twofold::archive {
namespace {

namespace fs = std::filesystem;
using Write = std::function<void(std::string_view)>;

struct Closed {
  void operator()(struct archive* tar) const { archive_write_free(tar); }
};
struct Freed {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

// What the receiver throws must not fly through a C library: it is kept and thrown once the library has returned.
struct Sink {
  const Write& write;
  std::exception_ptr failure;
};

la_ssize_t take(struct archive*, void* data, const void* bytes, size_t count) {
  auto& sink = *static_cast<Sink*>(data);
  try {
    sink.write({static_cast<const char*>(bytes), count});
    return static_cast<la_ssize_t>(count);
  } catch (...) {
    sink.failure = std::current_exception();
    return -1;
  }
}

void require(int code, struct archive* tar, const Sink& sink, const fs::path& file) {
  if (sink.failure) std::rethrow_exception(sink.failure);
  if (code < ARCHIVE_WARN)
    throw Error(ErrorKind::Io, msg("file.cannot_read", file.string(), archive_error_string(tar)));
}

}  // namespace

void write_tar(const fs::path& folder, const Write& write) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  Sink sink{write, nullptr};
  const std::unique_ptr<struct archive, Closed> tar(archive_write_new());
  archive_write_set_format_pax(tar.get());
  // Names are UTF-8 already; the library would translate them from the locale, and has none to translate from in a service.
  archive_write_set_format_option(tar.get(), "pax", "hdrcharset", "BINARY");
  require(archive_write_open(tar.get(), &sink, nullptr, take, nullptr), tar.get(), sink, folder);
  for (const auto& file : files) {
    const std::unique_ptr<archive_entry, Freed> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), file.lexically_relative(folder).string().c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(fs::file_size(file)));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    require(archive_write_header(tar.get(), entry.get()), tar.get(), sink, file);
    read_in_pieces(file, [&](std::string_view piece) {
      const auto wrote = archive_write_data(tar.get(), piece.data(), piece.size());
      require(wrote < 0 ? ARCHIVE_FATAL : ARCHIVE_OK, tar.get(), sink, file);
    });
  }
  require(archive_write_close(tar.get()), tar.get(), sink, folder);
}

}  // namespace twofold::archive
