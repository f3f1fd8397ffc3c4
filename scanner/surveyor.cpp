#include "scanner/surveyor.h"

#include "base/error.h"
#include "scanner/pool.h"
#include "scanner/protocol.h"
#include "scanner/refusal.h"

#include <algorithm>

namespace twofold::scanner {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kTogether = 16;  // pages of one job: a look at one takes a moment only

// Where the worker, which reaches nothing but the scratch folder, finds it.
void lend(const fs::path& file, const fs::path& to) {
  std::error_code other_disk;
  fs::create_hard_link(file, to, other_disk);
  if (other_disk) fs::copy_file(file, to, fs::copy_options::overwrite_existing);
}

std::vector<Pick> lent(const std::vector<PagePick>& wanted, const fs::path& scratch) {
  fs::remove_all(scratch / "enclosed");
  fs::create_directories(scratch / "enclosed");
  std::vector<fs::path> files;
  std::vector<Pick> picks;
  for (const PagePick& one : wanted) {
    auto known = std::ranges::find(files, one.file);
    if (known == files.end()) {
      lend(one.file, enclosed_path(scratch, files.size()));
      known = files.insert(files.end(), one.file);
    }
    picks.push_back({static_cast<int>(known - files.begin()), Reader::detect(one.file), one.page, one.quarter_turns});
  }
  return picks;
}

// One file under survey.
class SurveyRun {
 public:
  SurveyRun(Pool& pool, const fs::path& source, const fs::path& scratch, SurveyOptions options, ProgressSink& progress)
      : pool_(pool), progress_(progress), budget_(pool.options.limits) {
    job_.kind = JobKind::Survey;
    job_.source = fs::absolute(source);
    job_.scratch = fs::absolute(scratch);
    job_.thorough = options.thorough;
    job_.blanks = options.blanks;
    job_.limits = pool.options.limits;
  }

  Survey run(FileType type) {
    survey_.type = job_.type = type;
    const Answer planned = ask({});
    const std::vector<int>& wanted = planned.image_pages;
    const auto most = static_cast<std::size_t>(job_.limits.most_pages);
    if (wanted.size() + planned.surveyed.size() > most) fail(Failure::TooLarge, "too many pages");
    survey_.pages = planned.surveyed;
    budget_.add_pages(wanted.size());
    for (std::size_t first = 0; first < wanted.size() && !survey_.failure; first += kTogether) {
      const auto at = wanted.begin() + static_cast<std::ptrdiff_t>(first);
      look_at({at, at + static_cast<std::ptrdiff_t>(std::min(kTogether, wanted.size() - first))});
      progress_.report({"progress.pages", survey_.pages.size(), wanted.size() + planned.surveyed.size(), job_.source.filename().string()});
    }
    if (survey_.failure) survey_.pages.clear();
    std::ranges::sort(survey_.pages, {}, &SurveyedPage::number);
    return std::move(survey_);
  }

 private:
  void look_at(const std::vector<int>& pages) {
    Answer looked = ask(pages);
    if (survey_.failure) return;
    if (!std::ranges::equal(looked.surveyed, pages, {}, &SurveyedPage::number)) {
      return fail(Failure::Crashed, "the worker answered for other pages");
    }
    std::ranges::move(looked.surveyed, std::back_inserter(survey_.pages));
  }

  Answer ask(const std::vector<int>& pages) {
    job_.pages = pages;
    Answer answer = pool_.run(job_, budget_, progress_);
    if (answer.failure) fail(*answer.failure, answer.detail);
    return answer;
  }

  void fail(Failure failure, const std::string& detail) {
    survey_.failure = failure;
    survey_.detail = detail;
  }

  Pool& pool_;
  ProgressSink& progress_;
  TimeBudget budget_;
  Job job_;
  Survey survey_;
};

}  // namespace

Surveyor::Surveyor(ReaderOptions options) : pool_(std::make_unique<Pool>(std::move(options))) {}
Surveyor::~Surveyor() = default;

Survey Surveyor::survey(const fs::path& source, const fs::path& scratch, ProgressSink& progress, SurveyOptions options) {
  stop_if_cancelled(progress);
  std::error_code problem;
  const std::uintmax_t size = fs::file_size(source, problem);
  if (problem) throw Error(ErrorKind::Io, msg("file.cannot_read", source.string(), problem.message()));
  const FileType type = size == 0 ? FileType::Unknown : Reader::detect(source);
  Survey nothing;
  nothing.type = type;
  if (!paged(type)) return nothing;
  return SurveyRun(*pool_, source, scratch, options, progress).run(type);
}

fs::path Surveyor::take_pages(const std::vector<PagePick>& picks, const fs::path& given_scratch, ProgressSink& progress) {
  const fs::path scratch = fs::absolute(given_scratch);
  Job job;
  job.kind = JobKind::TakePages;
  job.scratch = job.source = scratch;
  job.picks = lent(picks, scratch);
  job.limits = pool_->options.limits;
  const bool tiffs = std::ranges::all_of(job.picks, [](const Pick& pick) { return pick.type == FileType::Tiff; });
  job.type = tiffs ? FileType::Tiff : FileType::Pdf;
  TimeBudget budget(job.limits);
  const Answer answer = pool_->run(job, budget, progress);
  fs::remove_all(scratch / "enclosed");
  const fs::path made = taken_path(scratch, job.type);
  if (!answer.failure && fs::is_regular_file(fs::symlink_status(made))) return made;
  const std::string name = picks.empty() ? "" : picks.front().file.filename().string();
  throw Error(ErrorKind::Invalid, msg("pages.cannot_take", name, answer.failure ? answer.detail : "nothing was written"));
}

}  // namespace twofold::scanner
