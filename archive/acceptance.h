#pragma once
// From an arrival to its records: filed as a draft, linked to the item it duplicates, or put into quarantine. Batches
// transactions; a result is told only once it is durable.

#include "archive/arrival.h"

#include <chrono>

namespace twofold::archive {

class Acceptance {
 public:
  Acceptance(Archive& archive, const std::function<void(const FileResult&)>& take);

  void accept(Arrival arrival);
  // Commits when a batch is full or old, and brings the index up to date when that is a second ago.
  void settle();
  void commit();
  bool in_transaction() const { return transaction_.has_value(); }
  // Commits and indexes whatever is left.
  void finish();
  const IngestSummary& summary() const { return summary_; }

 private:
  FileResult file(catalog::Transaction& transaction, const Arrival& arrival);
  void record_container(catalog::Transaction& transaction, const Arrival& arrival);
  FileResult link(catalog::Transaction& transaction, const Arrival& arrival, const catalog::Item& item);
  FileResult quarantine(catalog::Transaction& transaction, const Arrival& arrival, const std::string& reason, const Message& message);
  catalog::Item receive(catalog::Transaction& transaction, const Arrival& arrival);
  std::optional<Message> place_paper(catalog::Transaction& transaction, const catalog::Item& item, const Description& description);
  void index();

  Archive& archive_;
  const std::function<void(const FileResult&)>& take_;
  const IndexingRest rest_;
  std::optional<catalog::Transaction> transaction_;
  std::unique_ptr<indexer::IndexWriter> writer_;
  std::vector<FileResult> unreported_;
  std::chrono::steady_clock::time_point begun_, indexed_;
  IngestSummary summary_;
};

}  // namespace twofold::archive
