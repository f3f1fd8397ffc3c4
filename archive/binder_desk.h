#pragma once
// A binder scanned whole behind its binder sheet (案卷首页): its pages go to the volume's items by the catalogue's page counts, in the
// order of the catalogue, or nowhere at all.

#include "archive/archive.h"
#include "archive/authority.h"
#include "catalog/binders.h"
#include "scanner/surveyor.h"

namespace twofold::archive {

struct BinderPage {
  std::string number;  // of the item
  int page = 0;        // of the item, from 1
};

struct BinderReport {
  enum class Outcome { Filed, Known, Refused } outcome = Outcome::Refused;
  std::string volume;
  int expected = 0, scanned = 0;             // pages, without the sheet
  std::vector<catalog::BinderItem> items;    // that have their pages now
  // Where the counts do not fit: told by comparing the scan with the electronic side.
  bool matched = false;                      // false: that could not be compared
  std::vector<BinderPage> missing;           // in the catalogue, not in the scan
  std::vector<int> surplus;                  // pages of the scan, from 1 with the sheet, that no item has
};

class BinderDesk {
 public:
  BinderDesk(Archive& archive, Authority& authority, ProgressSink& progress)
      : archive_(archive), authority_(authority), progress_(progress), surveyor_(archive.reader_options()) {}

  // A blank back counts only where the counts fit with it. The same file again is Known. Files nothing and throws Error{Refused,
  // "binder.unreadable" | "binder.no_sheet" | "binder.another_sheet" | "binder.no_paper" | "binder.sheet_outdated"}, Error{NotFound,
  // "volume.unknown"}; where only the counts do not fit it answers Refused with what is missing and surplus.
  BinderReport ingest(const std::filesystem::path& file);

 private:
  scanner::Survey look(const std::filesystem::path& file);
  std::vector<catalog::BinderPart> take_parts(const std::filesystem::path& file, const std::vector<int>& pages,
                                              const std::vector<catalog::BinderItem>& items);
  void match(const std::filesystem::path& file, const std::vector<int>& pages, const std::vector<catalog::BinderItem>& items,
             BinderReport& report);

  Archive& archive_;
  Authority& authority_;
  ProgressSink& progress_;
  scanner::Surveyor surveyor_;
};

}  // namespace twofold::archive
