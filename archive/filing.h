#pragma once
// Signing and filing of many items at once (R9, R10): one transaction each batch, a refusal costs its item alone.

#include "archive/archive.h"
#include "catalog/filing.h"

namespace twofold::archive {

struct FilingRefusal {
  std::string number;
  Message message;
  bool of_person = false;   // because of who asked
};
struct FilingReport {
  std::size_t done = 0, already = 0;   // already: filed before
  std::vector<FilingRefusal> refusals;
};

// The items that the rows of an ingested manifest became, members of containers included. A row whose file was never
// ingested: Error{Refused, "filing.not_ingested"}.
std::vector<catalog::Item> items_of_manifest(Archive& archive, const std::filesystem::path& manifest);

FilingReport sign_items(Archive& archive, const std::vector<catalog::Item>& items, catalog::SignatureKind kind,
                        const std::string& person, const catalog::Evidence& evidence = {});
// Items that are filed or bound already are passed over.
FilingReport file_items(Archive& archive, const std::vector<catalog::Item>& items);

}  // namespace twofold::archive
