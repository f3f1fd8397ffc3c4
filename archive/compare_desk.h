#pragma once
// The paper twin scanned back and compared with the electronic side (R22–R24): pages, their order, their ink and their text.

#include "archive/archive.h"
#include "base/progress.h"
#include "catalog/pairs.h"
#include "scanner/comparison.h"

namespace twofold::archive {

// What the scan's recognised text says beside the electronic page's own. It only informs: recognition errs, the ink decides.
struct PageReading {
  int scanned = 0;                          // page of the scan
  double likeness = 0;                      // see text_likeness.h
  std::vector<std::string> figures_unread;  // of the electronic page
};

struct CompareReport {
  catalog::PairState state = catalog::PairState::Unchecked;
  scanner::Comparison comparison;
  std::vector<PageReading> readings;
  std::vector<Message> findings;            // what is not the same, in plain words
};

// Two files without an archive. Pictures of pages that are not alike lie in `scratch`, see scanner::picture_path().
// Throws Error{Refused, "compare.unreadable"} naming the file.
CompareReport compare_files(const std::filesystem::path& electronic, const std::filesystem::path& scan, const std::filesystem::path& scratch,
                            scanner::ReaderOptions options, ProgressSink& progress);

// Compares the scan with the item's own file and records the result with the pictures, in one transaction. A scan that cannot be read is
// Error{Refused, "compare.unreadable"} and leaves the pair as it was; an electronic side that cannot, or whose bytes have changed,
// is recorded as Broken.
CompareReport compare_scan(Archive& archive, const catalog::Item& item, const std::filesystem::path& scan, ProgressSink& progress);

// Copies the pictures of the newest comparison to `folder`, which is made; returns their names. Error{NotFound,
// "compare.no_pictures"} where there are none.
std::vector<std::string> export_pictures(Archive& archive, const catalog::Item& item, const std::filesystem::path& folder);

}  // namespace twofold::archive
