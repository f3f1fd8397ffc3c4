#pragma once
// What facets, rights and sorting need of every item, as rows of fixed size in one file beside the index, found by
// document id. The file is mapped, not loaded: a search that needs no column costs nothing, and one million rows are
// looked through in milliseconds. Rows are written before the index commits and are as derived as it is; a row
// without its document is never looked at.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace twofold::indexer {

// Names are ordinals of the index's name table (indexer/names.h); 0: none.
struct Row {
  std::uint32_t customer = 0;      // by name
  std::uint32_t client = 0;        // by number and name
  std::uint32_t customer_id = 0;   // the catalogue's, for rights
  std::uint32_t chapter_id = 0;    // the catalogue's, for rights
  std::uint32_t date = 0;          // YYYYMMDD
  std::uint32_t place = 0;
  std::uint16_t manager = 0, type = 0, year = 0;
  std::uint8_t category = 0, state = 0;
};
static_assert(sizeof(Row) == 32);

inline constexpr const char* kColumnsFile = "columns";

class ColumnWriter {
 public:
  explicit ColumnWriter(const std::filesystem::path& folder);
  ~ColumnWriter();
  void put(std::uint32_t id, const Row& row);
  void sync();  // durable

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Rows as they are in the file now; those of items that are written meanwhile may be newer than the index.
class ColumnReader {
 public:
  explicit ColumnReader(const std::filesystem::path& folder);
  ~ColumnReader();
  ColumnReader(const ColumnReader&) = delete;
  ColumnReader& operator=(const ColumnReader&) = delete;
  void refresh();                  // sees rows added since
  std::span<const Row> rows() const { return rows_; }  // by document id; may be shorter than the last one
  const Row& row(std::uint32_t id) const { return id < rows_.size() ? rows_[id] : kNone; }

 private:
  void unmap();
  static const Row kNone;
  std::filesystem::path file_;
  std::span<const Row> rows_;
};

}  // namespace twofold::indexer
