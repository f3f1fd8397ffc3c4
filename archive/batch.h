#pragma once
// One feeder's batch of scanned pages, parted at its sheets (分件页). A sheet's data holds for the pages up to the next mark and
// never longer; what no sheet speaks for, or what a sheet contradicts, is set aside with the reason and filed as nothing.

#include "base/message.h"
#include "base/sheet_code.h"
#include "scanner/surveyor.h"

#include <optional>
#include <string>
#include <vector>

namespace twofold::archive {

// What parts a batch, beside separator sheets: a Patch-T always, blank pages where asked.
enum class Splitting { Nowhere, AtSheets, AtSheetsAndBlanks };

// Why a part is not filed: a stable name for the receipt and a message for people.
struct SetAside {
  std::string reason;  // "before_first_sheet", "unreadable_sheet", "page_count", "empty_part", "binder_sheet",
                       // "sheet_refused", "cannot_take_pages"
  Message message;
};

struct BatchPart {
  std::vector<std::size_t> pages;                // places in the batch, from 0, ascending; never empty
  std::optional<SeparatorTarget> sheet;          // none: nothing is said of these pages
  std::optional<SetAside> trouble;
};

struct BatchSplit {
  std::vector<BatchPart> parts;  // none: nothing parts these pages, they are one document
  // A sheet's count fits neither all its pages nor is it known which of them are blank backs: survey with `blanks` and ask again.
  bool blanks_wanted = false;
};

// `shown` names the batch in messages. `blanks_known`: the survey told blank pages.
BatchSplit split_batch(const std::vector<scanner::SurveyedPage>& pages, Splitting how, bool blanks_known, const std::string& shown);

// What the sheets on one page say.
struct SheetsOnPage {
  std::vector<SheetCode> separators, binders;  // different ones
  bool misread = false;                        // a code that begins as ours and is none, or two that contradict each other
};
SheetsOnPage sheets_on(const scanner::SurveyedPage& page);

}  // namespace twofold::archive
