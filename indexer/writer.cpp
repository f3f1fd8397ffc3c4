#include "indexer/index.h"

#include "base/error.h"
#include "base/files.h"
#include "indexer/database_files.h"
#include "indexer/fields.h"
#include "indexer/record.h"
#include "indexer/tokens.h"

#include <fmt/format.h>
#include <xapian.h>

namespace twofold::indexer {
namespace fs = std::filesystem;
namespace {

// How much more a word in the catalogue's fields counts than one in the text.
constexpr unsigned kTitleWeight = 5, kCustomerWeight = 4, kNumberWeight = 4;

void add_text(Xapian::Document& target, std::string_view text, unsigned weight, std::string_view prefix = {}) {
  if (text.empty()) return;
  index_terms(fold(text), [&](const std::string& term) {
    target.add_term(term, weight);
    if (!prefix.empty()) target.add_boolean_term(std::string(prefix) + term);
  });
}

void add_exact(Xapian::Document& target, Field field, std::string_view value) {
  if (value.empty()) return;
  target.add_boolean_term(std::string(row_of(field).prefix) + compact_text(value));
}

void add_number(Xapian::Document& target, std::string_view number) {
  if (number.empty()) return;
  add_text(target, number, kNumberWeight);
  const std::string compact = compact_text(number);
  target.add_boolean_term(std::string(row_of(Field::Number).prefix) + compact);
  target.add_term(std::string(kCodePrefix) + compact);
}

void add_dates(Xapian::Document& target, const Document& document) {
  if (document.year > 0) target.add_boolean_term(fmt::format("{}{}", row_of(Field::Year).prefix, document.year));
  if (document.date) target.add_value(kDateSlot, document.date->compact());
}

Xapian::Document built(const Document& document) {
  Xapian::Document target;
  add_text(target, document.title, kTitleWeight, row_of(Field::Title).prefix);
  add_text(target, document.customer_name, kCustomerWeight, row_of(Field::Customer).prefix);
  add_text(target, document.customer_number, kNumberWeight, row_of(Field::Customer).prefix);
  add_text(target, document.manager, 1, row_of(Field::Manager).prefix);
  add_text(target, document.responsible, 1);
  add_text(target, document.document_type_name, 1);
  for (const auto* number : {&document.number, &document.earlier_number, &document.storage_id, &document.document_number})
    add_number(target, *number);
  add_exact(target, Field::Category, std::to_string(document.category));
  add_exact(target, Field::Type, document.document_type);
  add_exact(target, Field::Type, document.document_type_name);
  add_exact(target, Field::Shelf, document.shelf);
  add_dates(target, document);
  for (const auto& page : document.pages) add_text(target, page.text, 1);
  target.set_data(write_record(document));
  return target;
}

Xapian::docid id_of(std::int64_t item_id) { return static_cast<Xapian::docid>(item_id); }

[[noreturn]] void rethrow(const fs::path& folder) {
  try {
    throw;
  } catch (const Xapian::DatabaseLockError&) {
    throw Error(ErrorKind::Conflict, msg("index.busy", folder.string()));
  } catch (const Xapian::Error& error) {
    throw Error(ErrorKind::Corrupt, msg("index.damaged", folder.string(), error.get_description()));
  }
}

}  // namespace

struct IndexWriter::State {
  fs::path folder;
  Xapian::WritableDatabase database;
};

IndexWriter::IndexWriter(const fs::path& folder) {
  recover_swap(folder);
  try {
    state_ = std::make_unique<State>(State{folder, Xapian::WritableDatabase(folder.string(), Xapian::DB_CREATE_OR_OPEN)});
  } catch (const Xapian::Error&) {
    rethrow(folder);
  }
}
IndexWriter::~IndexWriter() = default;

void IndexWriter::put(const Document& document) {
  try {
    state_->database.replace_document(id_of(document.item_id), built(document));
  } catch (const Xapian::Error&) {
    rethrow(state_->folder);
  }
}

void IndexWriter::remove(std::int64_t item_id) {
  try {
    state_->database.delete_document(id_of(item_id));
  } catch (const Xapian::DocNotFoundError&) {
  } catch (const Xapian::Error&) {
    rethrow(state_->folder);
  }
}

void IndexWriter::commit() {
  try {
    state_->database.commit();
  } catch (const Xapian::Error&) {
    rethrow(state_->folder);
  }
  // Xapian renames its root file without syncing the folder.
  sync_folder(state_->folder);
}

std::uint64_t IndexWriter::count() const { return state_->database.get_doccount(); }

struct IndexRebuild::State {
  fs::path folder, loose;
  Xapian::WritableDatabase database;
};

IndexRebuild::IndexRebuild(const fs::path& folder) {
  recover_swap(folder);
  const fs::path loose = folder.string() + ".building";
  fs::remove_all(loose);
  try {
    state_ = std::make_unique<State>(
        State{folder, loose, Xapian::WritableDatabase(loose.string(), Xapian::DB_CREATE_OR_OVERWRITE)});
  } catch (const Xapian::Error&) {
    rethrow(loose);
  }
}
IndexRebuild::~IndexRebuild() {
  std::error_code ignored;
  if (state_) fs::remove_all(state_->loose, ignored);
}

void IndexRebuild::put(const Document& document) {
  try {
    state_->database.replace_document(id_of(document.item_id), built(document));
  } catch (const Xapian::Error&) {
    rethrow(state_->loose);
  }
}

void IndexRebuild::finish() {
  const fs::path fresh = state_->folder.string() + ".new";
  fs::remove_all(fresh);
  try {
    state_->database.commit();
    state_->database.compact(fresh.string(), Xapian::DBCOMPACT_NO_RENUMBER);
    state_->database.close();
  } catch (const Xapian::Error&) {
    rethrow(state_->loose);
  }
  swap_in(state_->folder);
}

}  // namespace twofold::indexer
