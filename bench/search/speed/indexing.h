#pragma once
// How fast papers become an index, and how large it is.

#include "bench/search/clock.h"
#include "bench/search/customer_files.h"

#include <filesystem>
#include <string>

namespace twofold::bench {

struct Indexing {
  std::string name;
  int documents = 0;
  Seconds spent;                  // without the making of the papers
  std::uintmax_t bytes = 0;       // of the folder afterwards
  std::uintmax_t text_bytes = 0;  // of what was indexed
};

// Through IndexWriter, committing every 10,000 papers.
Indexing write_index(const CustomerFiles& files, int documents, const std::filesystem::path& folder);
// Through IndexRebuild; `documents` may be many.
Indexing rebuild_index(const CustomerFiles& files, int documents, const std::filesystem::path& folder);
// What any index on Xapian costs at least: the same terms, counts and data, read back from the index `of`, handed to
// add_document.
Indexing add_same_postings(const std::filesystem::path& of, const std::filesystem::path& folder);
// TermGenerator with FLAG_CJK_NGRAM, without positions.
Indexing write_ngrams(const CustomerFiles& files, int documents, const std::filesystem::path& folder);

std::uintmax_t bytes_below(const std::filesystem::path& folder);

}  // namespace twofold::bench
