#include "indexer/index.h"

#include "base/error.h"
#include "base/files.h"
#include "indexer/columns.h"
#include "indexer/database_files.h"
#include "indexer/database_format.h"
#include "indexer/document_terms.h"
#include "indexer/names.h"

#include <charconv>
#include <xapian.h>

namespace twofold::indexer {
namespace fs = std::filesystem;
namespace {

Xapian::docid id_of(std::int64_t item_id) { return static_cast<Xapian::docid>(item_id); }

[[noreturn]] void rethrow(const fs::path& folder) {
  try {
    throw;
  } catch (const Xapian::DatabaseLockError&) {
    throw Error(ErrorKind::Conflict, msg("index.busy", folder.string()));
  } catch (const Xapian::Error& error) {
    throw_as_error(error, folder);
  }
}

// Written since the last compaction: then the index has grown by a third and more, and searching reads twice as many
// blocks.
constexpr std::uint64_t kLeastWritten = 20'000, kWrittenShare = 10;

// Room and row: as far as a person walks before looking.
std::string_view place_of(std::string_view shelf) {
  const auto room = shelf.find('-');
  return room == std::string_view::npos ? shelf : shelf.substr(0, shelf.find('-', room + 1));
}

// Documents with their rows, in one folder.
class Target {
 public:
  Target(const fs::path& folder, int flags) : folder_(folder), database_(folder.string(), flags), columns_(folder), names_(database_) {
    if (database_.get_doccount() == 0) database_.set_metadata(kFormatKey, std::string(kFormat));
    require_format(database_, folder);
    written_ = number_in(database_.get_metadata(kWrittenKey));
  }

  void put(const Document& document) {
    columns_.put(id_of(document.item_id), row_of_document(document));
    database_.replace_document(id_of(document.item_id), document_terms(document));
    ++written_;
  }

  void remove(std::int64_t item_id) {
    try {
      database_.delete_document(id_of(item_id));
    } catch (const Xapian::DocNotFoundError&) {
      return;
    }
    columns_.put(id_of(item_id), {});
    ++written_;
  }

  bool worth_compacting() const { return written_ >= kLeastWritten && written_ >= count() / kWrittenShare; }

  // Rows first: a document is never visible without its row.
  void commit() {
    columns_.sync();
    database_.set_metadata(kWrittenKey, std::to_string(written_));
    database_.commit();
    // Xapian renames its root file without syncing the folder.
    sync_folder(folder_);
  }

  void compact_to(const fs::path& fresh) {
    written_ = 0;
    commit();
    database_.compact(fresh.string(), Xapian::DBCOMPACT_NO_RENUMBER);
    fs::copy_file(folder_ / kColumnsFile, fresh / kColumnsFile);
    database_.close();
  }

  std::uint64_t count() const { return database_.get_doccount(); }

 private:
  static constexpr const char* kWrittenKey = "written";

  static std::uint64_t number_in(const std::string& text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  template <class Small>
  static Small narrow(std::uint32_t ordinal) {
    return static_cast<Small>(std::min<std::uint32_t>(ordinal, std::numeric_limits<Small>::max()));
  }

  Row row_of_document(const Document& document) {
    Row row;
    row.customer = names_.ordinal(NameKind::Customer, document.customer_name);
    row.client = names_.client(document.customer_number, document.customer_name);
    row.customer_id = static_cast<std::uint32_t>(document.customer_id);
    row.chapter_id = static_cast<std::uint32_t>(document.chapter_id);
    if (document.date) {
      const std::string day = document.date->compact();
      std::from_chars(day.data(), day.data() + day.size(), row.date);
    }
    row.place = names_.ordinal(NameKind::Place, place_of(document.shelf));
    row.manager = narrow<std::uint16_t>(names_.ordinal(NameKind::Manager, document.manager));
    row.type = narrow<std::uint16_t>(names_.ordinal(NameKind::Type, document.document_type));
    row.year = static_cast<std::uint16_t>(document.year);
    row.category = static_cast<std::uint8_t>(document.category);
    row.state = narrow<std::uint8_t>(names_.ordinal(NameKind::State, document.state));
    return row;
  }

  fs::path folder_;
  Xapian::WritableDatabase database_;
  ColumnWriter columns_;
  NameWriter names_;
  std::uint64_t written_ = 0;
};

}  // namespace

struct IndexWriter::State {
  fs::path folder;
  std::unique_ptr<Target> target;
};

IndexWriter::IndexWriter(const fs::path& folder) {
  recover_swap(folder);
  try {
    state_ = std::make_unique<State>(State{folder, std::make_unique<Target>(folder, Xapian::DB_CREATE_OR_OPEN)});
  } catch (const Xapian::Error&) {
    rethrow(folder);
  }
}
IndexWriter::~IndexWriter() = default;

void IndexWriter::put(const Document& document) {
  try {
    state_->target->put(document);
  } catch (const Xapian::Error&) {
    rethrow(state_->folder);
  }
}

void IndexWriter::remove(std::int64_t item_id) {
  try {
    state_->target->remove(item_id);
  } catch (const Xapian::Error&) {
    rethrow(state_->folder);
  }
}

void IndexWriter::commit() {
  try {
    state_->target->commit();
  } catch (const Xapian::Error&) {
    rethrow(state_->folder);
  }
}

void IndexWriter::compact_when_worth_it() {
  if (!state_->target->worth_compacting()) return;
  const fs::path fresh = state_->folder.string() + ".new";
  fs::remove_all(fresh);
  try {
    state_->target->compact_to(fresh);
    state_->target.reset();
    swap_in(state_->folder);
    state_->target = std::make_unique<Target>(state_->folder, Xapian::DB_OPEN);
  } catch (const Xapian::Error&) {
    rethrow(state_->folder);
  }
}

std::uint64_t IndexWriter::count() const { return state_->target->count(); }

struct IndexRebuild::State {
  fs::path folder, loose;
  std::unique_ptr<Target> target;
};

IndexRebuild::IndexRebuild(const fs::path& folder) {
  recover_swap(folder);
  const fs::path loose = folder.string() + ".building";
  fs::remove_all(loose);
  try {
    state_ = std::make_unique<State>(State{folder, loose, std::make_unique<Target>(loose, Xapian::DB_CREATE_OR_OVERWRITE)});
  } catch (const Xapian::Error&) {
    rethrow(loose);
  }
}
IndexRebuild::~IndexRebuild() {
  std::error_code ignored;
  if (!state_) return;
  state_->target.reset();
  fs::remove_all(state_->loose, ignored);
}

void IndexRebuild::put(const Document& document) {
  try {
    state_->target->put(document);
  } catch (const Xapian::Error&) {
    rethrow(state_->loose);
  }
}

void IndexRebuild::finish() {
  const fs::path fresh = state_->folder.string() + ".new";
  fs::remove_all(fresh);
  try {
    state_->target->compact_to(fresh);
  } catch (const Xapian::Error&) {
    rethrow(state_->loose);
  }
  swap_in(state_->folder);
}

}  // namespace twofold::indexer
