// A scan with the electronic file: which page is which, and what differs.
#include "scanner/pool.h"
#include "scanner/refusal.h"

#include <algorithm>
#include <set>

namespace twofold::scanner {
namespace {

constexpr double kSamePage = 0.75;        // likeness below which two pages are not the same
constexpr double kClearlyLiker = 0.02;    // a page is another one only where that one is so much more like it
constexpr std::size_t kMostGuesses = 400; // comparisons made to find where displaced pages belong

struct Side {
  std::filesystem::path file;
  FileType type = FileType::Unknown;
  int pages = 0;
};

template <class Pool>
class ComparisonRun {
 public:
  ComparisonRun(Pool& pool, const std::filesystem::path& scratch, ProgressSink& progress, const std::vector<std::vector<Area>>& left_out)
      : pool_(pool), scratch_(scratch), progress_(progress), left_out_(left_out) {}

  Comparison compare(const std::filesystem::path& electronic, const std::filesystem::path& scan) {
    if (!open(electronic_, electronic, false) || !open(scan_, scan, true)) return result_;
    result_.electronic_pages = electronic_.pages;
    result_.scanned_pages = scan_.pages;
    compare_in_place();
    if (!result_.failure) find_displaced();
    if (!result_.failure) settle();
    return result_;
  }

 private:
  Job job(JobKind kind, const Side& side) const {
    Job made;
    made.kind = kind;
    made.source = side.file;
    made.type = side.type;
    made.scratch = scratch_;
    made.limits = pool_.options.limits;
    return made;
  }

  bool fail(bool of_scan, Failure failure, const std::string& detail) {
    result_.failure = failure;
    result_.scan_failed = of_scan;
    result_.detail = detail;
    return false;
  }

  bool open(Side& side, const std::filesystem::path& file, bool is_scan) {
    side.file = file;
    if (const auto no = refusal(file, side.type)) return fail(is_scan, *no->failure, no->detail);
    if (!paged(side.type)) return fail(is_scan, Failure::Unsupported, "has no pages to look at");
    const Answer probed = pool_.run(job(JobKind::Probe, side), budget_, progress_);
    if (probed.failure) return fail(is_scan, *probed.failure, probed.detail);
    side.pages = static_cast<int>(probed.pages.size() + probed.image_pages.size());
    return true;
  }

  Job comparing(int scanned, int electronic) const {
    Job made = job(JobKind::Compare, scan_);
    made.page = scanned;
    made.other = electronic_.file;
    made.other_type = electronic_.type;
    made.other_page = electronic;
    made.pictures = pool_.options.pictures;
    const auto index = static_cast<std::size_t>(electronic) - 1;
    if (index < left_out_.size()) made.left_out = left_out_[index];
    return made;
  }

  std::optional<ComparedPage> taken(const Answer& answer) {
    if (answer.failure) fail(true, *answer.failure, answer.detail);
    else if (!answer.compared) fail(true, Failure::Crashed, "the worker gave a malformed answer");
    return result_.failure ? std::nullopt : answer.compared;
  }

  // Each page with the one of its number.
  void compare_in_place() {
    std::vector<Job> jobs;
    for (int number = 1; number <= std::min(electronic_.pages, scan_.pages); ++number) jobs.push_back(comparing(number, number));
    const auto answers = pool_.run_all(jobs, budget_, true, scan_.file.filename().string(), progress_);
    for (const Answer& answer : answers) {
      const auto page = taken(answer);
      if (!page) return;
      result_.pages.push_back(*page);
    }
    for (int number = electronic_.pages + 1; number <= scan_.pages; ++number) {
      ComparedPage surplus;
      surplus.scanned = number;
      result_.pages.push_back(surplus);
    }
  }

  // Pages that are not as they should be are tried against the others of their kind: the one as far away as the last that was found
  // comes first, because a page left out moves all that follow.
  void find_displaced() {
    std::set<int> open;
    for (int number = 1; number <= electronic_.pages; ++number) open.insert(number);
    for (const auto& page : result_.pages)
      if (page.alike()) open.erase(page.electronic);
    int away = 0;
    std::size_t guesses = 0;
    for (auto& page : result_.pages) {
      if (page.alike()) continue;
      std::vector<int> order(open.begin(), open.end());
      std::ranges::sort(order, {}, [&](int number) { return std::abs(number - page.scanned - away); });
      for (const int number : order) {
        if (number == page.scanned || ++guesses > kMostGuesses) continue;
        const auto other = taken(pool_.run(comparing(page.scanned, number), budget_, progress_));
        if (!other) return;
        if (other->likeness < kSamePage || other->likeness < page.likeness + kClearlyLiker) continue;
        page = *other;
        if (page.alike()) break;
      }
      if (page.likeness < kSamePage) continue;
      away = page.electronic - page.scanned;
      if (page.alike()) open.erase(page.electronic);
    }
  }

  // A page that is like none has no number; of two that claim the same one the liker has it.
  void settle() {
    for (auto& page : result_.pages)
      if (page.likeness < kSamePage) page.electronic = 0;
    std::vector<ComparedPage*> owners(static_cast<std::size_t>(electronic_.pages) + 1, nullptr);
    for (auto& page : result_.pages) {
      if (page.electronic == 0) continue;
      ComparedPage*& owner = owners[static_cast<std::size_t>(page.electronic)];
      if (owner && owner->likeness >= page.likeness) {
        page.electronic = 0;
        continue;
      }
      if (owner) owner->electronic = 0;
      owner = &page;
    }
    for (int number = 1; number <= electronic_.pages; ++number)
      if (!owners[static_cast<std::size_t>(number)]) result_.missing.push_back(number);
  }

  Pool& pool_;
  const std::filesystem::path& scratch_;
  ProgressSink& progress_;
  const std::vector<std::vector<Area>>& left_out_;
  Side electronic_, scan_;
  TimeBudget budget_;
  Comparison result_;
};

}  // namespace

Comparison Reader::compare(const std::filesystem::path& electronic, const std::filesystem::path& scan, const std::filesystem::path& scratch,
                           ProgressSink& progress, const std::vector<std::vector<Area>>& left_out) {
  stop_if_cancelled(progress);
  const auto folder = std::filesystem::absolute(scratch);
  if (state_->options.pictures != Pictures::None) std::filesystem::create_directories(folder / "pictures");
  return ComparisonRun<State>(*state_, folder, progress, left_out)
      .compare(std::filesystem::absolute(electronic), std::filesystem::absolute(scan));
}

}  // namespace twofold::scanner
