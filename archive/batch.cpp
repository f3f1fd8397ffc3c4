#include "archive/batch.h"

#include "base/error.h"

#include <algorithm>

namespace twofold::archive {
namespace {

struct Mark {
  enum class Kind { None, Sheet, Plain, Unreadable, Binder } kind = Kind::None;
  SeparatorTarget target;
  int pages = 0;  // expected; 0: not said
};

void add(std::vector<SheetCode>& codes, SheetCode code) {
  if (std::ranges::find(codes, code) == codes.end()) codes.push_back(std::move(code));
}

Mark mark_of(const scanner::SurveyedPage& page, Splitting how) {
  const SheetsOnPage found = sheets_on(page);
  if (!found.misread && found.separators.size() == 1) {
    const auto target = SeparatorTarget::try_parse(found.separators.front().code);
    if (target) return {Mark::Kind::Sheet, *target, found.separators.front().pages};
  }
  if (!found.misread && found.binders.size() == 1) return {Mark::Kind::Binder, {}, 0};
  if (found.misread || !found.separators.empty() || page.unread_code) return {Mark::Kind::Unreadable, {}, 0};
  if (page.patch_t || (how == Splitting::AtSheetsAndBlanks && page.blank)) return {Mark::Kind::Plain, {}, 0};
  return {};
}

class Splitter {
 public:
  Splitter(const std::vector<scanner::SurveyedPage>& pages, bool blanks_known, const std::string& shown)
      : pages_(pages), blanks_known_(blanks_known), shown_(shown) {}

  BatchSplit split(const std::vector<Mark>& marks) {
    strict_ = std::ranges::any_of(marks, [](const Mark& mark) { return mark.kind == Mark::Kind::Sheet || mark.kind == Mark::Kind::Binder; });
    for (std::size_t at = 0; at < marks.size(); ++at) {
      if (marks[at].kind == Mark::Kind::None) {
        part_.pages.push_back(at);
        continue;
      }
      close();
      begin(marks[at], at);
    }
    close();
    return std::move(split_);
  }

 private:
  void begin(const Mark& mark, std::size_t at) {
    part_ = {};
    mark_at_ = at;
    expected_ = static_cast<std::size_t>(mark.pages);
    if (mark.kind == Mark::Kind::Sheet) part_.sheet = mark.target;
    if (mark.kind != Mark::Kind::Unreadable && mark.kind != Mark::Kind::Binder) return;
    part_.pages.push_back(at);  // somebody must look at it
    part_.trouble = mark.kind == Mark::Kind::Binder
                        ? SetAside{"binder_sheet", msg("separators.binder_in_batch", shown_, at + 1)}
                        : SetAside{"unreadable_sheet", msg("separators.unreadable_sheet", shown_, at + 1)};
  }

  void close() {
    if (!mark_at_ && strict_ && !part_.pages.empty()) {
      part_.trouble = SetAside{"before_first_sheet", msg("separators.before_first_sheet", shown_, part_.pages.size())};
    }
    if (part_.sheet) check_pages();
    if (!part_.pages.empty()) split_.parts.push_back(std::move(part_));
    part_ = {};
  }

  void check_pages() {
    if (part_.pages.empty()) {
      part_.pages.push_back(*mark_at_);
      part_.trouble = SetAside{"empty_part", msg("separators.empty_part", shown_, *mark_at_ + 1)};
      return;
    }
    if (expected_ == 0 || expected_ == part_.pages.size()) return;
    const auto written = std::ranges::count_if(part_.pages, [&](std::size_t at) { return !pages_[at].blank; });
    if (blanks_known_ && expected_ == static_cast<std::size_t>(written)) {
      // A duplex feeder gives the backs too; that of the sheet itself goes with the sheet.
      if (pages_[part_.pages.front()].blank) part_.pages.erase(part_.pages.begin());
      return;
    }
    split_.blanks_wanted = !blanks_known_;
    part_.trouble = SetAside{"page_count", msg("separators.page_count", shown_, *mark_at_ + 1, expected_, part_.pages.size())};
  }

  const std::vector<scanner::SurveyedPage>& pages_;
  const bool blanks_known_;
  const std::string& shown_;
  bool strict_ = false;  // sheets speak here: pages that none speaks for are set aside
  BatchSplit split_;
  BatchPart part_;
  std::optional<std::size_t> mark_at_;
  std::size_t expected_ = 0;
};

}  // namespace

BatchSplit split_batch(const std::vector<scanner::SurveyedPage>& pages, Splitting how, bool blanks_known, const std::string& shown) {
  if (how == Splitting::Nowhere) return {};
  std::vector<Mark> marks;
  bool parted = false, sheets = false;
  for (const auto& page : pages) {
    marks.push_back(mark_of(page, how));
    sheets = sheets || marks.back().kind == Mark::Kind::Sheet;
  }
  for (Mark& mark : marks) {
    // Where no sheet speaks, a code that cannot be read is some invoice's, not a sheet's.
    if (!sheets && mark.kind == Mark::Kind::Unreadable) mark.kind = Mark::Kind::None;
    parted = parted || mark.kind != Mark::Kind::None;
  }
  if (!parted) return {};
  return Splitter(pages, blanks_known, shown).split(marks);
}

SheetsOnPage sheets_on(const scanner::SurveyedPage& page) {
  SheetsOnPage found;
  for (const auto& code : page.codes) {
    if (!code.text.starts_with("TF")) continue;
    auto sheet = SheetCode::try_parse(code.text);
    if (!sheet) found.misread = true;
    else if (sheet->kind == SheetKind::Separator) add(found.separators, *std::move(sheet));
    else if (sheet->kind == SheetKind::Binder) add(found.binders, *std::move(sheet));
  }
  // Two sheets in one feed: nobody may guess which of them holds.
  found.misread = found.misread || found.separators.size() + found.binders.size() > 1;
  return found;
}

}  // namespace twofold::archive
