#include "scanner/reader.h"

#include "base/error.h"
#include "base/text.h"
#include "scanner/pool.h"
#include "scanner/refusal.h"

#include <algorithm>

namespace twofold::scanner {

namespace {

bool needs_converter(FileType type) {
  return type == FileType::Doc || type == FileType::Xls || type == FileType::Ppt || type == FileType::Rtf;
}

constexpr std::size_t kMostEmbedded = 200;  // pictures of one document
constexpr double kReadsAsText = 55;         // mean confidence below which a picture holds no writing

bool is_file(const std::filesystem::path& path) {
  return std::filesystem::is_regular_file(std::filesystem::symlink_status(path));
}

}  // namespace

namespace {

// One file on its way through the pool.
template <class Pool>
class FileRun {
 public:
  FileRun(Pool& pool, const std::filesystem::path& source, const std::filesystem::path& scratch, ProgressSink& progress)
      : pool_(pool), source_(source), scratch_(scratch), progress_(progress),
        budget_(pool.options.limits) {}

  Reading read(FileType type, const Nesting& inside) {
    reading_.type = type;
    if (paged(type)) read_paged();
    else if (reading_.container()) unpack(inside);
    else take(pool_run(job(needs_converter(type) ? JobKind::Convert : JobKind::Extract)));
    read_embedded();
    if (!reading_.failure && !reading_.enclosed.empty()) account(inside);
    return result();
  }

  Reading deskew(FileType type) {
    reading_.type = type;
    if (!paged(type)) fail(Failure::Unsupported, "not a scan");
    else deskew_paged();
    return result();
  }

 private:
  Reading result() {
    const FileType type = reading_.type;
    if (!reading_.failure) return std::move(reading_);
    Reading failed;
    failed.type = type;
    failed.failure = reading_.failure;
    failed.detail = reading_.detail;
    return failed;
  }

  Job job(JobKind kind) const {
    Job made;
    made.kind = kind;
    made.source = source_;
    made.scratch = scratch_;
    made.type = reading_.type;
    made.accuracy = pool_.options.accuracy;
    made.pictures = pool_.options.pictures;
    made.cache = pool_.options.cache;
    made.limits = pool_.options.limits;
    return made;
  }

  Answer pool_run(const Job& one) { return pool_.run(one, budget_, progress_); }

  void fail(Failure failure, const std::string& detail) {
    reading_.failure = failure;
    reading_.detail = detail;
  }

  // Everything but the pages' images out of an answer.
  void take(Answer answer) {
    if (answer.failure) return fail(*answer.failure, answer.detail);
    reading_.detail = std::move(answer.detail);
    reading_.title = std::move(answer.title);
    reading_.pages = std::move(answer.pages);
    embedded_ = std::move(answer.embedded);
    for (std::size_t i = 0; i < answer.enclosed.size(); ++i) {
      const std::filesystem::path path = enclosed_path(scratch_, i);
      if (!is_file(path)) {
        return fail(Failure::Crashed, "the worker names a file it has not written");
      }
      reading_.enclosed.push_back({std::move(answer.enclosed[i]), path});
    }
  }

  void unpack(const Nesting& inside) {
    Job one = job(JobKind::Unpack);
    one.limits = inside.left_of(one.limits);
    take(pool_run(one));
  }

  // By what lies on the disk. Several files of one container may have been unpacked at once, each within what was left.
  void account(const Nesting& inside) {
    std::uint64_t bytes = 0;
    for (const Enclosed& file : reading_.enclosed) bytes += std::filesystem::file_size(file.path);
    if (inside.depth() > pool_.options.limits.most_depth) {
      fail(Failure::TooLarge, "files nested too deeply");
    } else if (!inside.charge(reading_.enclosed.size(), bytes, pool_.options.limits)) {
      fail(Failure::TooLarge, "too much comes out of the outermost file");
    }
    reading_.inside = inside;
  }

  void read_paged() {
    Answer probed = pool_run(job(JobKind::Probe));
    const std::vector<int> images = probed.image_pages;
    if (!in_order(images)) return fail(Failure::Crashed, "the worker gave a malformed answer");
    take(std::move(probed));
    if (reading_.failure || images.empty()) return;
    std::filesystem::create_directories(scratch_ / "pieces");
    read_images(JobKind::Page, images);
    if (!reading_.failure) make_reading_copy();
    std::filesystem::remove_all(scratch_ / "pieces");
  }

  void deskew_paged() {
    Answer probed = pool_run(job(JobKind::Probe));
    std::vector<int> pages = probed.image_pages;
    for (const Page& page : probed.pages) pages.push_back(page.number);
    std::ranges::sort(pages);
    if (!in_order(pages)) return fail(Failure::Crashed, "the worker gave a malformed answer");
    if (probed.failure) return fail(*probed.failure, probed.detail);
    read_images(JobKind::Deskew, pages);
  }

  bool in_order(const std::vector<int>& images) const {
    return images.size() <= static_cast<std::size_t>(pool_.options.limits.most_pages) &&
           std::adjacent_find(images.begin(), images.end(), std::greater_equal<>()) == images.end();
  }

  void read_images(JobKind kind, const std::vector<int>& images) {
    if (pool_.options.pictures != Pictures::None) std::filesystem::create_directories(scratch_ / "pictures");
    std::vector<Job> jobs(images.size(), job(kind));
    for (std::size_t i = 0; i < images.size(); ++i) jobs[i].page = images[i];
    merge(images, run_all(jobs, true));
  }

  // All at once, as far as workers are free; the first failure stops the rest if they `stand_together`.
  std::vector<Answer> run_all(const std::vector<Job>& jobs, bool stand_together) {
    budget_.add_pages(jobs.size());
    return pool_.run_all(jobs, budget_, stand_together, source_.filename().string(), progress_);
  }

  // The text of a page's pictures goes to its end. One that cannot be read costs the document nothing.
  void read_embedded() {
    if (reading_.failure || embedded_.empty()) return;
    std::vector<Job> jobs;
    std::vector<Page*> owners;
    for (std::size_t i = 0; i < std::min(embedded_.size(), kMostEmbedded); ++i) {
      const auto owner = std::ranges::find(reading_.pages, embedded_[i], &Page::number);
      Job one = job(JobKind::Page);
      one.source = embedded_path(scratch_, i);
      if (owner == reading_.pages.end() || !is_file(one.source)) continue;
      one.type = Reader::detect(one.source);
      if (!paged(one.type) || one.type == FileType::Pdf) continue;
      one.page = 1;
      one.pictures = Pictures::None;
      one.text_only = true;
      // What a page's picture gave is told by that page's own hash alone, so that destruction finds it; there is none here.
      one.cache.clear();
      jobs.push_back(one);
      owners.push_back(&*owner);
    }
    if (!jobs.empty()) append(owners, run_all(jobs, false));
    std::filesystem::remove_all(scratch_ / "embedded");
  }

  static void append(const std::vector<Page*>& owners, const std::vector<Answer>& answers) {
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const Answer& answer = answers[i];
      if (answer.failure || answer.pages.size() != 1 || answer.pages[0].confidence < kReadsAsText) continue;
      std::string& text = owners[i]->text;
      if (!text.empty() && text.back() != '\n') text += '\n';
      for (const std::string& line : split(answer.pages[0].text, '\n')) {
        if (!trim(line).empty()) text += line + '\n';
      }
    }
  }

  void merge(const std::vector<int>& images, std::vector<Answer> answers) {
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (answers[i].failure) return fail(*answers[i].failure, answers[i].detail);
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (answers[i].pages.size() != 1 || answers[i].pages[0].number != images[i]) {
        return fail(Failure::Crashed, "the worker answered for another page");
      }
      reading_.pages.push_back(std::move(answers[i].pages[0]));
    }
    std::ranges::sort(reading_.pages, {}, &Page::number);
  }

  // Blank pages stay out; a file of nothing but blank pages has no reading copy.
  void make_reading_copy() {
    Job one = job(JobKind::Assemble);
    one.title = reading_.title;
    for (const Page& page : reading_.pages) {
      if (!page.blank) one.pages.push_back(page.number);
    }
    if (one.pages.empty()) return;
    const Answer answer = pool_run(one);
    if (answer.failure) return fail(*answer.failure, answer.detail);
    reading_.reading_copy = reading_copy_path(scratch_);
  }

  Pool& pool_;
  const std::filesystem::path& source_;
  const std::filesystem::path& scratch_;
  ProgressSink& progress_;
  TimeBudget budget_;
  Reading reading_;
  std::vector<int> embedded_;  // the page of each
};

}  // namespace

Reader::Reader(ReaderOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Reader::~Reader() = default;

Reading Reader::read(const std::filesystem::path& source, const std::filesystem::path& scratch, ProgressSink& progress,
                     const Nesting& nesting) {
  stop_if_cancelled(progress);
  FileType type = FileType::Unknown;
  if (auto no = refusal(source, type)) return std::move(*no);
  const ReaderLimits& limits = state_->options.limits;
  Reading kind;
  kind.type = type;
  // A mail holds files too, and who reads those goes as deep as it is let.
  if ((kind.container() || type == FileType::Eml) && nesting.depth() >= limits.most_depth) {
    return refused(type, Failure::TooLarge, "containers or mails nested too deeply");
  }
  const Nesting inside = nesting.inside(std::filesystem::file_size(source));
  const auto absolute = std::filesystem::absolute(source), folder = std::filesystem::absolute(scratch);
  return FileRun<State>(*state_, absolute, folder, progress).read(type, inside);
}

Reading Reader::deskew(const std::filesystem::path& source, const std::filesystem::path& scratch,
                       ProgressSink& progress) {
  stop_if_cancelled(progress);
  FileType type = FileType::Unknown;
  if (auto no = refusal(source, type)) return std::move(*no);
  const auto absolute = std::filesystem::absolute(source), folder = std::filesystem::absolute(scratch);
  return FileRun<State>(*state_, absolute, folder, progress).deskew(type);
}

}  // namespace twofold::scanner
