#pragma once
// An archive in a temporary folder with files beside it, for the tests of this folder.

#include "archive/ingest.h"
#include "base/error.h"

#include <algorithm>
#include <fmt/format.h>

namespace twofold::archive {

class Place {
 public:
  explicit Place(Date today = Date(2024, 3, 1)) : clock(today), folder_(std::filesystem::temp_directory_path()) {
    std::filesystem::create_directories(files());
    Archive::init(root(), "A001", "测试全宗", "club", "陈档案员", clock);
    const auto config = Layout{root()}.config();
    write_durably(config, read_file(config) + "\nworkers = 2\n");
  }

  std::filesystem::path root() const { return folder_.path() / "档案 1"; }
  std::filesystem::path files() const { return folder_.path() / "来件 box"; }

  std::filesystem::path write(const std::string& name, std::string_view content) const {
    const auto path = files() / name;
    std::filesystem::create_directories(path.parent_path());
    write_durably(path, content);
    return path;
  }

  std::unique_ptr<Archive> open(OpenOptions::Access access = OpenOptions::Access::Write) const {
    OpenOptions options;
    options.access = access;
    options.actor = "陈档案员";
    options.clock = &clock;
    options.worker = std::filesystem::path(TWOFOLD_BINARY_DIR) / "bin" / "twofold-reader";
    return std::make_unique<Archive>(root(), options);
  }

  FixedClock clock;

 private:
  ScratchFolder folder_;
};

inline std::vector<FileResult> ingest_all(Archive& archive, const std::vector<std::filesystem::path>& paths,
                                          const IngestDefaults& defaults = {}) {
  std::vector<FileResult> results;
  SilentProgress silent;
  ingest(archive, paths, defaults, silent, [&](const FileResult& result) { results.push_back(result); });
  return results;
}

inline IngestDefaults of_the_hotel() {
  IngestDefaults defaults;
  defaults.customer_name = "王府饭店";
  defaults.manager = "李经理";
  defaults.category = 2;
  defaults.date = Date(2024, 3, 1);
  return defaults;
}

// "draft draft duplicate …" in the order of the results.
inline std::string outcomes(const std::vector<FileResult>& results) {
  std::string all;
  for (const auto& result : results) {
    if (!all.empty()) all += ' ';
    all += text(result.outcome);
  }
  return all;
}

inline std::size_t hits(const Archive& archive, const std::string& query) {
  indexer::IndexReader reader(archive.layout().index());
  return reader.search({query, 0, 20}).total;
}

// A zip whose members are stored as they are.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members);

}  // namespace twofold::archive
