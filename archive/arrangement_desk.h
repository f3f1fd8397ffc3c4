#pragma once
// The binder on the table: pages of drafts parted, joined, turned and put in order, with who may do it. Each is one transaction after
// the new files are in the store, can be undone, and reads nothing anew.

#include "archive/archive.h"
#include "archive/authority.h"
#include "catalog/arrangements.h"
#include "scanner/surveyor.h"

namespace twofold::archive {

class ArrangementDesk {
 public:
  ArrangementDesk(Archive& archive, Authority& authority, ProgressSink& progress)
      : archive_(archive), authority_(authority), progress_(progress), surveyor_(archive.reader_options()) {}

  // The pages after `last_page` become a draft of their own. Throws Error{Usage, "arrange.no_such_page"}.
  catalog::Arrangement split(const catalog::Item& item, int last_page);
  // The pages of the others follow those of the first, whose number stays. Throws Error{Usage, "arrange.needs_two"}.
  catalog::Arrangement merge(const std::vector<catalog::Item>& items);
  // By 90, 180 or 270 degrees clockwise. Throws Error{Usage, "arrange.no_such_page" | "arrange.not_a_turn"}.
  catalog::Arrangement rotate(const catalog::Item& item, const std::vector<int>& pages, int degrees);
  // Every page exactly once. Throws Error{Usage, "arrange.not_an_order"}.
  catalog::Arrangement reorder(const catalog::Item& item, const std::vector<int>& order);
  catalog::Arrangement undo(std::int64_t id);

 private:
  void require(const catalog::Item& item);
  catalog::Arrangement record(const catalog::ArrangementPlan& plan);

  Archive& archive_;
  Authority& authority_;
  ProgressSink& progress_;
  scanner::Surveyor surveyor_;
};

}  // namespace twofold::archive
