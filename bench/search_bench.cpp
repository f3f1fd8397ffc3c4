// Indexing and searching beside bare Xapian, in one process: bench-search SEED.txt [ITEMS]
// Prints documents per second of the writer and of a bare loop over the same text, and CPU time of searches.

#include "base/files.h"
#include "base/text.h"
#include "indexer/index.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <iostream>
#include <random>
#include <xapian.h>

namespace fs = std::filesystem;
using namespace twofold;

namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// Paragraphs of the seed, mixed anew for each item, with a customer of its own.
class Library {
 public:
  explicit Library(const fs::path& seed) {
    for (const auto& line : split(read_file(seed), '\n'))
      if (trim(line).size() > 60) paragraphs_.emplace_back(trim(line));
  }

  indexer::Document item(int id) {
    indexer::Document made;
    made.item_id = id;
    made.title = to_utf8(to_code_points(paragraph()).substr(0, 14));
    made.customer_number = fmt::format("K{:06}", id % 5000);
    made.customer_name = to_utf8(to_code_points(paragraph()).substr(2, 4)) + "集团";
    made.category = id % 6 + 1;
    made.chapter = fmt::format("C{:02}", id % 12 + 1);
    made.manager = "张建国";
    made.document_type = "contract";
    made.year = 2015 + id % 10;
    made.date = Date(made.year, static_cast<unsigned>(id % 12 + 1), static_cast<unsigned>(id % 28 + 1));
    made.number = fmt::format("A001-KH·{:02}·{}-D30-{}-001-{:04}", made.category, made.year, made.chapter, id % 9999 + 1);
    made.storage_id = fmt::format("EA001-{}-{:08}-L", made.year, id);
    made.shelf = "K1-02-05-3-12";
    made.pages = {{1, paragraph() + "\n" + paragraph()}, {2, paragraph()}};
    return made;
  }
  const std::string& paragraph() { return paragraphs_[random_() % paragraphs_.size()]; }

 private:
  std::vector<std::string> paragraphs_;
  std::mt19937 random_{1};
};

double index_with_twofold(const fs::path& folder, const fs::path& seed, int items) {
  Library library(seed);
  const double before = cpu_seconds();
  indexer::IndexWriter writer(folder);
  for (int id = 1; id <= items; ++id) {
    writer.put(library.item(id));
    if (id % 10'000 == 0) writer.commit();
  }
  writer.commit();
  return cpu_seconds() - before;
}

double index_with_bare_xapian(const fs::path& folder, const fs::path& seed, int items) {
  Library library(seed);
  const double before = cpu_seconds();
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  generator.set_stemmer(Xapian::Stem("english"));
  for (int id = 1; id <= items; ++id) {
    const auto item = library.item(id);
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text_without_positions(item.title, 5);
    generator.index_text_without_positions(item.customer_name, 4);
    std::string text;
    for (const auto& page : item.pages) text += page.text + '\n';
    generator.index_text_without_positions(text);
    document.set_data(text);
    database.add_document(document);
    if (id % 10'000 == 0) database.commit();
  }
  database.commit();
  return cpu_seconds() - before;
}

void time_queries(indexer::IndexReader& reader, const std::string& label, const std::vector<std::string>& queries) {
  std::vector<double> costs;
  std::size_t hits = 0;
  for (const auto& query : queries) {
    const double before = cpu_seconds();
    hits += reader.search({query, 0, 20}).total;
    costs.push_back((cpu_seconds() - before) * 1000);
  }
  std::ranges::sort(costs);
  std::cout << fmt::format("{:24} p50 {:7.2f} ms   p99 {:7.2f} ms   mean hits {}\n", label, costs[costs.size() / 2],
                           costs[costs.size() * 99 / 100], hits / queries.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "bench-search SEED.txt [ITEMS]\n";
    return 2;
  }
  const fs::path seed = argv[1];
  const int items = argc > 2 ? std::stoi(argv[2]) : 100'000;
  const ScratchFolder scratch(fs::temp_directory_path());
  const double ours = index_with_twofold(scratch.path() / "ours", seed, items);
  const double bare = index_with_bare_xapian(scratch.path() / "bare", seed, items);
  std::cout << fmt::format("indexing {} items: twofold {:.0f}/s, bare Xapian with n-grams {:.0f}/s of CPU, ratio {:.2f}\n", items,
                           items / ours, items / bare, bare / ours);
  Library library(seed);
  std::vector<std::string> words, pairs, phrases, filtered, numbers;
  for (int i = 0; i < 300; ++i) {
    const auto one = to_code_points(library.paragraph()), two = to_code_points(library.paragraph());
    words.push_back(to_utf8(one.substr(4, 2)));
    pairs.push_back(to_utf8(one.substr(4, 2)) + " " + to_utf8(two.substr(6, 2)));
    phrases.push_back("\"" + to_utf8(one.substr(4, 6)) + "\"");
    filtered.push_back(words.back() + fmt::format(" category:{} year:{}..2024 after:2016-05", i % 6 + 1, 2015 + i % 9));
    numbers.push_back(fmt::format("no:EA001-{}-{:08}", 2015 + (i * 331) % 10, i * 331));
  }
  indexer::IndexReader reader(scratch.path() / "ours");
  time_queries(reader, "one word", words);
  time_queries(reader, "two words", pairs);
  time_queries(reader, "phrase of six", phrases);
  time_queries(reader, "word and three filters", filtered);
  time_queries(reader, "number", numbers);
  return 0;
}
