#pragma once
// Recognition once more, when a better recogniser is there: the original is read again, and a page whose new text differs and is
// no less sure than the older gets it; the older text stays as a revision. Original, reading copy and catalogue do not change,
// so that closed volumes take part as well; see docs/decisions/0006.

#include "archive/archive.h"
#include "base/progress.h"
#include "catalog/items.h"

#include <functional>

namespace twofold::archive {

enum class Again {
  Replaced,  // at least one page has a newer text
  Kept,      // nothing better was found; it is not tried again with this recogniser
  Current,   // all its texts are this recogniser's, or it was tried before; not read
  Failed,    // the original could not be read; tried again at the next run
};
std::string text(Again outcome);  // "replaced" …; stable

struct AgainResult {
  std::string number, title;
  Again outcome = Again::Current;
  int pages = 0;                  // replaced
  int revision = 0;               // that keeps the older texts; 0: none
  double before = 0, after = 0;   // mean confidence of the pages replaced
  std::string reason;             // failure name; empty unless failed
};

struct AgainSummary {
  std::size_t items = 0, replaced = 0, kept = 0, current = 0, failed = 0, pages = 0;
  bool cancelled = false;
};

// The items named, or all whose pages another recogniser has read; several are read at a time. One transaction each, in the order
// of their numbers, and then `take` is told. Killed or cancelled, a rerun goes on with what is left.
AgainSummary recognise_again(Archive& archive, const std::vector<catalog::Item>& items, scanner::Accuracy accuracy,
                             ProgressSink& progress, const std::function<void(const AgainResult&)>& take);
AgainSummary recognise_all_again(Archive& archive, scanner::Accuracy accuracy, ProgressSink& progress,
                                 const std::function<void(const AgainResult&)>& take);

}  // namespace twofold::archive
