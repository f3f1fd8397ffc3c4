#include "bench/search/speed/indexing.h"

#include "indexer/index.h"

#include <xapian.h>

#include <algorithm>
#include <functional>

namespace twofold::bench {
namespace fs = std::filesystem;
namespace {

constexpr int kBatch = 10'000;

// Papers in batches of ten thousand: the making of them stays out of what is measured.
void in_batches(const CustomerFiles& files, Indexing& result,
                const std::function<void(const std::vector<Paper>&)>& take) {
  for (int first = 1; first <= result.documents; first += kBatch) {
    std::vector<Paper> papers;
    for (int id = first; id < first + kBatch && id <= result.documents; ++id) {
      papers.push_back(files.paper(id));
      result.text_bytes += text_of(papers.back()).size();
    }
    const Seconds before = now();
    take(papers);
    result.spent += now() - before;
  }
}

}  // namespace

std::uintmax_t bytes_below(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

Indexing write_index(const CustomerFiles& files, int documents, const fs::path& folder) {
  Indexing result{"twofold, IndexWriter", documents, {}, 0, 0};
  indexer::IndexWriter writer(folder);
  in_batches(files, result, [&](const std::vector<Paper>& papers) {
    for (const auto& paper : papers) writer.put(paper.document);
    writer.commit();
  });
  result.bytes = bytes_below(folder);
  return result;
}

Indexing rebuild_index(const CustomerFiles& files, int documents, const fs::path& folder) {
  Indexing result{"twofold, IndexRebuild", documents, {}, 0, 0};
  indexer::IndexRebuild rebuild(folder);
  in_batches(files, result, [&](const std::vector<Paper>& papers) {
    for (const auto& paper : papers) rebuild.put(paper.document);
  });
  const Seconds before = now();
  rebuild.finish();
  result.spent += now() - before;
  result.bytes = bytes_below(folder);
  return result;
}

Indexing add_same_postings(const fs::path& of, const fs::path& folder) {
  const Xapian::Database source(of.string());
  Indexing result{"bare add_document, same postings", static_cast<int>(source.get_doccount()), {}, 0, 0};
  Xapian::WritableDatabase target(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  std::vector<Xapian::Document> documents;
  const auto add = [&] {
    const Seconds before = now();
    for (const auto& document : documents) target.add_document(document);
    target.commit();
    result.spent += now() - before;
    documents.clear();
  };
  for (auto id = source.postlist_begin(""); id != source.postlist_end(""); ++id) {
    Xapian::Document copy;
    for (auto term = source.termlist_begin(*id); term != source.termlist_end(*id); ++term) {
      if (term.get_wdf() == 0) copy.add_boolean_term(*term);
      else copy.add_term(*term, term.get_wdf());
    }
    copy.set_data(source.get_document(*id).get_data());
    documents.push_back(std::move(copy));
    if (documents.size() == kBatch) add();
  }
  if (!documents.empty()) add();
  result.bytes = bytes_below(folder);
  return result;
}

Indexing write_ngrams(const CustomerFiles& files, int documents, const fs::path& folder) {
  Indexing result{"TermGenerator, n-grams", documents, {}, 0, 0};
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  generator.set_stemmer(Xapian::Stem("english"));
  in_batches(files, result, [&](const std::vector<Paper>& papers) {
    for (const auto& paper : papers) {
      Xapian::Document document;
      generator.set_document(document);
      const std::string text = text_of(paper);
      generator.index_text_without_positions(text);
      document.set_data(text);
      database.add_document(document);
    }
    database.commit();
  });
  result.bytes = bytes_below(folder);
  return result;
}

}  // namespace twofold::bench
