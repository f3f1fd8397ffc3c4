#pragma once
// The fonds file (全宗卷, R46): what documents the fonds itself, by kind, numbered within its kind and never thrown away. Closings,
// disposition lists and transfers stand in it by themselves.

#include "catalog/database.h"

#include <optional>
#include <string>
#include <vector>

namespace twofold::catalog {

enum class FondsDocumentKind { History, Collecting, Arrangement, Appraisal, Preservation, Statistics, Use, Transfer };
std::string text(FondsDocumentKind kind);  // "history" …
std::optional<FondsDocumentKind> try_parse_fonds_document_kind(std::string_view text);

struct FondsDocument {
  FondsDocumentKind kind = FondsDocumentKind::History;
  int number = 0;            // within its kind; 0: stands here by itself
  std::string title;         // of what stands here by itself: its number
  Date day;
  std::string item_number;   // of the item that holds it; may be empty
  std::string recorded_by;
};

// Usage "fonds_file.title_missing", NotFound "fonds_file.unknown_item".
FondsDocument add_fonds_document(Transaction& transaction, FondsDocumentKind kind, const std::string& title, const Date& day,
                                 const std::string& item_number);
// Of one kind or all; in the order of the kinds and their days. Skips `skip`.
std::vector<FondsDocument> list_fonds_file(const Database& database, const std::optional<FondsDocumentKind>& kind, std::size_t skip,
                                           std::size_t most);

}  // namespace twofold::catalog
