#pragma once
// The files of one ingest, one after the other: folders walked in name order, containers opened as they come up.

#include "archive/batch.h"
#include "archive/ingest.h"
#include "archive/manifest.h"
#include "scanner/reader.h"

#include <deque>
#include <memory>
#include <mutex>

namespace twofold::archive {

struct Source {
  std::size_t index = 0;             // its turn, from 0, without gaps
  std::filesystem::path path;
  std::string shown;                 // "box.zip!/a/b.tif" for members
  Description description;
  scanner::Nesting nesting;          // of containers around it
  std::shared_ptr<ScratchFolder> keeps;          // where a member was unpacked, until it has been read
  std::optional<scanner::Reading> unreadable;    // a container that could not be opened: why
  bool opened = false;                           // a container whose members have been given out already
  std::vector<std::filesystem::path> batch;      // a folder's files that are one batch; `path` is the folder then
  bool part = false;                             // of a batch
  std::optional<SetAside> set_aside;             // not to be filed: why

  // The file, or the files of its batch in order.
  std::vector<std::filesystem::path> files() const { return batch.empty() ? std::vector{path} : batch; }
};

class Sources {
 public:
  // Validates every manifest and the defaults first; nothing is read or written before that.
  Sources(Archive& archive, scanner::Reader& reader, const std::vector<std::filesystem::path>& paths,
          const IngestDefaults& defaults, ProgressSink& progress);

  // The next one; nothing at the end or once cancelled. Safe from several threads; opening a container holds the others up.
  std::optional<Source> next();
  std::size_t known_total() const;   // grows as containers are opened

 private:
  const Manifest* add_manifest(const std::filesystem::path& file);
  void add_path(const std::filesystem::path& path);
  void add_folder(const std::filesystem::path& folder);
  void add_file(const std::filesystem::path& file, const Manifest* manifest);
  void add_batch(const std::filesystem::path& folder);
  // Replaces a container at the front by its members.
  void open(Source container);
  // Replaces a batch at the front by its parts; false when it is a document, or known.
  bool open_parts(const Source& batch);
  // Its files one by one, recorded only or to be read.
  void put_back(const Source& batch, bool opened);

  Archive& archive_;
  scanner::Reader& reader_;
  scanner::Surveyor surveyor_;
  ProgressSink& progress_;
  std::optional<catalog::Database> database_;  // to look up what a sheet names; opened when first needed
  const std::filesystem::path shown_from_;
  const Splitting splitting_;
  Description defaults_;
  bool defaults_used_ = false;
  std::vector<std::unique_ptr<Manifest>> manifests_;
  mutable std::mutex mutex_;
  std::deque<Source> waiting_;
  std::size_t given_ = 0;
};

bool is_container(scanner::FileType type);
// .DS_Store, Thumbs.db, @eaDir, __MACOSX, hidden and half-written files, manifests.
bool is_left_out(const std::filesystem::path& path);
// What of these may be thrown away with the files it lay beside.
bool is_litter(const std::filesystem::path& path);

}  // namespace twofold::archive
