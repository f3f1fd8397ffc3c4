#include "bench/search/speed/fts_peer.h"

#include <array>

namespace twofold::bench {
namespace fs = std::filesystem;
namespace {

constexpr int kBatch = 10'000;
constexpr std::array kFacets = {"category", "year", "manager", "type", "customer", "place", "state"};

fs::path file_in(const fs::path& folder) {
  fs::create_directories(folder);
  return folder / "fts.sqlite";
}

}  // namespace

FtsPeer::FtsPeer(const fs::path& folder) : folder_(folder), database_(file_in(folder)) {
  database_.run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -200000;"
      "CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize='unicode61');"
      "CREATE TABLE facts(id INTEGER PRIMARY KEY, category INTEGER, year INTEGER, date TEXT, manager TEXT, type TEXT, "
      "customer TEXT,"
      " customer_id INTEGER, place TEXT, state TEXT);"
      "CREATE TEMP TABLE seen(customer_id INTEGER PRIMARY KEY);");
}

Indexing FtsPeer::index(const CustomerFiles& files, int documents) {
  Indexing result{"FTS5, bigrams", documents, {}, 0, 0};
  auto words = database_.prepare("INSERT INTO words(rowid, title, body) VALUES(?, ?, ?)");
  auto facts = database_.prepare("INSERT INTO facts VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (int first = 1; first <= documents; first += kBatch) {
    std::vector<Paper> papers;
    for (int id = first; id < first + kBatch && id <= documents; ++id) {
      papers.push_back(files.paper(id));
      result.text_bytes += text_of(papers.back()).size();
    }
    const Seconds before = now();
    database_.run("BEGIN");
    for (const auto& paper : papers) {
      const auto& made = paper.document;
      words.bind(1, made.item_id).bind(2, in_bigrams(made.title)).bind(3, in_bigrams(text_of(paper)));
      words.step();
      words.reset();
      facts.bind(1, made.item_id)
          .bind(2, std::int64_t{made.category})
          .bind(3, std::int64_t{made.year})
          .bind(4, made.date->text());
      facts.bind(5, made.manager).bind(6, made.document_type).bind(7, made.customer_name).bind(8, made.customer_id);
      facts.bind(9, made.shelf.substr(0, 5)).bind(10, made.state);
      facts.step();
      facts.reset();
    }
    database_.run("COMMIT");
    result.spent += now() - before;
  }
  database_.run("PRAGMA wal_checkpoint(TRUNCATE)");
  result.bytes = bytes_below(folder_);
  return result;
}

void FtsPeer::set_rights(const indexer::Rights& rights) {
  auto insert = database_.prepare("INSERT OR IGNORE INTO seen VALUES(?)");
  for (const auto customer : rights.customers) {
    insert.bind(1, customer);
    insert.step();
    insert.reset();
  }
}

std::size_t FtsPeer::run(const Search& search) {
  const std::string only_seen = search.rights ? " AND customer_id IN (SELECT customer_id FROM seen)" : "";
  const bool joins = search.rights || search.by_date || !search.conditions.empty();
  const std::string from = joins || search.facets ? " FROM words JOIN facts ON facts.id = words.rowid" : " FROM words";
  const std::string hits = from + " WHERE words MATCH ?" + search.conditions + only_seen;
  const std::string order = search.by_date ? " ORDER BY date DESC" : " ORDER BY bm25(words, 5.0, 1.0)";
  auto select = database_.prepare("SELECT words.rowid" + hits + order + " LIMIT 20");
  select.bind(1, search.fts);
  std::size_t found = 0;
  while (select.step()) ++found;
  return search.facets ? found + facets(hits, search.fts) : found;
}

// The hits once, then counted by each column.
std::size_t FtsPeer::facets(const std::string& hits, const std::string& question) {
  database_.run("CREATE TEMP TABLE IF NOT EXISTS hits(id INTEGER PRIMARY KEY); DELETE FROM hits;");
  auto fill = database_.prepare("INSERT INTO hits SELECT words.rowid" + hits);
  fill.bind(1, question);
  fill.step();
  std::size_t values = 0;
  for (const std::string column : kFacets) {
    auto count = database_.prepare(
        "SELECT " + column + ", count(*) AS n FROM hits JOIN facts USING (id) GROUP BY 1 ORDER BY n DESC LIMIT 20");
    while (count.step()) ++values;
  }
  return values;
}

}  // namespace twofold::bench
