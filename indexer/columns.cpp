#include "indexer/columns.h"

#include "base/error.h"
#include "base/files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace twofold::indexer {
namespace fs = std::filesystem;

struct ColumnWriter::State {
  fs::path file;
  int descriptor = -1;
  ~State() {
    if (descriptor >= 0) ::close(descriptor);
  }
};

ColumnWriter::ColumnWriter(const fs::path& folder) : state_(std::make_unique<State>(State{folder / kColumnsFile})) {
  state_->descriptor = ::open(state_->file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (state_->descriptor < 0) throw Error(ErrorKind::Io, msg("file.cannot_write", state_->file.string(), std::strerror(errno)));
}
ColumnWriter::~ColumnWriter() = default;

void ColumnWriter::put(std::uint32_t id, const Row& row) {
  const auto place = static_cast<off_t>(id) * static_cast<off_t>(sizeof row);
  if (::pwrite(state_->descriptor, &row, sizeof row, place) != static_cast<ssize_t>(sizeof row))
    throw Error(ErrorKind::Io, msg("file.cannot_write", state_->file.string(), std::strerror(errno)));
}

void ColumnWriter::sync() { sync_file(state_->file); }

const Row ColumnReader::kNone{};

ColumnReader::ColumnReader(const fs::path& folder) : file_(folder / kColumnsFile) { refresh(); }
ColumnReader::~ColumnReader() { unmap(); }

void ColumnReader::unmap() {
  if (!rows_.empty()) ::munmap(const_cast<Row*>(rows_.data()), rows_.size_bytes());
  rows_ = {};
}

void ColumnReader::refresh() {
  const int descriptor = ::open(file_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  struct stat facts {};
  const std::size_t count = ::fstat(descriptor, &facts) == 0 ? static_cast<std::size_t>(facts.st_size) / sizeof(Row) : 0;
  if (count > rows_.size()) {
    void* mapped = ::mmap(nullptr, count * sizeof(Row), PROT_READ, MAP_SHARED, descriptor, 0);
    if (mapped != MAP_FAILED) {
      unmap();
      rows_ = {static_cast<const Row*>(mapped), count};
    }
  }
  ::close(descriptor);
}

}  // namespace twofold::indexer
