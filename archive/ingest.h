#pragma once
// From files to filed drafts: receipt → pages → item with numbers and notes → outbox. Each file ends in one of three ways:
// filed as a draft, duplicate of an item, or quarantined with a reason; the original bytes are always kept.

#include "archive/archive.h"
#include "archive/batch.h"
#include "base/progress.h"
#include "catalog/items.h"
#include "indexer/index.h"

#include <functional>

namespace twofold::archive {

// What the caller says about files that no manifest describes; empty means: not said.
struct IngestDefaults {
  std::string customer, customer_name, manager;
  int category = 0;                 // 0 and no manifest: a daily record
  std::string document_type;        // key or name
  std::string title, document_number, responsible;
  std::optional<Date> date;
  std::optional<catalog::ShelfCode> paper_place;
  bool paper = false;
  std::filesystem::path shown_from; // files below it are shown and kept by their path from there; empty: as they were named
  Splitting splitting = Splitting::AtSheets;
  bool feeder = false;              // the image files and PDFs of a folder are the pages of one batch, in name order
};

enum class Outcome { Draft, Duplicate, Quarantined };
std::string text(Outcome outcome);

struct FileResult {
  std::string path;                 // as given; members of containers as "box.zip!/a/b.tif"
  Outcome outcome = Outcome::Draft;
  std::string number, storage_id;   // of the item, or of the one it duplicates
  int pages = 0;
  bool twin_removed = false;        // it duplicates an item that was removed and not destroyed yet
  std::string reason;               // failure name, or why a part of a batch was set aside; empty unless quarantined
  Message message;                  // why and what to do, for people
};

struct IngestSummary {
  std::size_t drafts = 0, duplicates = 0, quarantined = 0, pages = 0;
  bool cancelled = false;
};

// Walks the paths (folders recursively, in name order; .DS_Store, Thumbs.db, @eaDir, __MACOSX and manifest.csv itself left
// out), validates every manifest whole before anything is written (Error{Invalid, "manifest.invalid"} listing all bad rows with
// their lines), then reads in parallel and files one after the other. `take` is told each file's result after it is durable.
// A TIFF or PDF with separator sheets among its pages is a batch: it is kept whole, and each of its parts is a file of its own,
// "batch.tif!/part-003.tif", filed under what its sheet says, or quarantined (see batch.h).
// A rerun skips what was already filed from the same path and bytes silently reporting it as Duplicate.
// Cancelled: returns with what was done; nothing half-done.
IngestSummary ingest(Archive& archive, const std::vector<std::filesystem::path>& paths, const IngestDefaults& defaults,
                     ProgressSink& progress, const std::function<void(const FileResult&)>& take);

// The inbox: takes what has stood still for config.stability_seconds, files it, and only then removes the source. With `once`
// returns when nothing is left; otherwise until cancelled.
void watch_inbox(Archive& archive, bool once, ProgressSink& progress, const std::function<void(const FileResult&)>& take);

// Writes what the outbox holds into the index; safe to call at any time by the writer. Returns how many items.
std::size_t index_pending(Archive& archive);
std::size_t index_pending(Archive& archive, indexer::IndexWriter& writer);  // with an index already open
// Rebuilds the index from the catalogue, without OCR, beside the old one.
std::size_t reindex(Archive& archive, ProgressSink& progress);

}  // namespace twofold::archive
