#pragma once
// SQLite as an archive would use it: FTS5 over bigrams without its content, and an ordinary table for everything that
// is no word.

#include "bench/search/engines/sqlite.h"
#include "bench/search/speed/indexing.h"
#include "bench/search/speed/searches.h"

namespace twofold::bench {

class FtsPeer {
 public:
  explicit FtsPeer(const std::filesystem::path& folder);
  Indexing index(const CustomerFiles& files, int documents);
  void set_rights(const indexer::Rights& rights);
  // The best twenty by bm25 (or the newest), and the facets where they are asked for. Does not count all hits, which
  // Twofold does.
  std::size_t run(const Search& search);

 private:
  std::size_t facets(const std::string& hits, const std::string& question);

  std::filesystem::path folder_;
  Sqlite database_;
};

}  // namespace twofold::bench
