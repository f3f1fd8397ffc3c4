#pragma once
// manifest.csv: what a folder says of its files. UTF-8 (with or without BOM) or GB18030; commas, semicolons or tabs; headings in
// Chinese or English in any order. Checked whole before anything is written.

#include "catalog/customers.h"
#include "catalog/filing.h"
#include "catalog/profile.h"

#include <filesystem>
#include <map>
#include <optional>

namespace twofold::archive {

struct GivenSignature {
  catalog::SignatureKind kind;
  std::string person;                     // empty with a waiver: it is its recorder's
  std::string reason;                     // of a waiver
};

// What is said of a file, by a manifest's row or by the command line.
struct Description {
  int line = 0;                           // of the manifest
  std::string customer_number, customer, manager;
  int category = 0;                       // 0: daily record
  std::optional<catalog::ChapterCode> chapter;
  std::string document_type;              // key; may be empty
  std::string title, document_number, responsible;
  std::optional<Date> date;
  std::optional<catalog::ShelfCode> shelf;
  bool paper = false;
  std::vector<GivenSignature> signatures;  // in the order in which they are given
};

struct Manifest {
  std::filesystem::path folder;
  std::map<std::string, Description> rows;  // by the file's path in the folder, '/'-separated

  const Description* row_of(const std::filesystem::path& file) const;
};

// Throws Error{Invalid, "manifest.invalid"} that lists every bad row with its line.
Manifest load_manifest(const std::filesystem::path& file, const catalog::Profile& profile);

// Completes a description from the profile (category by document type, paper by voucher) and says what is wrong with it, in
// words for a person, one reason a line; empty when nothing is.
std::string complete(Description& description, const catalog::Profile& profile);
// What it says against the customers and chapters on record, likewise; empty when nothing.
std::string contradiction(const catalog::Database& database, const Description& description);
// The same for every row, and the rows among themselves; throws Error{Invalid, "manifest.invalid"}.
void check_against(const catalog::Database& database, const std::filesystem::path& file, const Manifest& manifest);

}  // namespace twofold::archive
