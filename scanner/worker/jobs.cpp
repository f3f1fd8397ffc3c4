#include "scanner/worker/jobs.h"

#include "scanner/worker/compare/page_comparison.h"
#include "scanner/worker/containers/unpack.h"
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/failure.h"
#include "scanner/worker/page/pipeline.h"
#include "scanner/worker/page/survey.h"
#include "scanner/worker/page/take_pages.h"
#include "scanner/worker/page/view.h"
#include "scanner/worker/pdf.h"
#include "scanner/worker/print/twin_file.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <new>
#include <numeric>

namespace twofold::scanner {
namespace {

Answer probe(const Job& job) {
  if (job.type == FileType::Pdf) return probe_pdf(job);
  Answer answer;
  answer.image_pages.resize(static_cast<std::size_t>(count_pages(job.source, job.type, job.limits)));
  std::iota(answer.image_pages.begin(), answer.image_pages.end(), 1);
  return answer;
}

PageTask task_of(const Job& job) {
  PageTask task{job.source, job.type, job.page, job.limits, job.accuracy, {}, {}, job.cache};
  if (job.pictures == Pictures::None) return task;
  const bool alone = job.kind == JobKind::Deskew;
  if (!alone && job.pictures == Pictures::All) task.before = picture_path(job.scratch, job.page, PictureKind::Before);
  task.after = picture_path(job.scratch, job.page, alone ? PictureKind::Straight : PictureKind::After);
  return task;
}

Answer deskew(const Job& job) {
  Answer answer;
  answer.pages.push_back(deskew_page(task_of(job)));
  return answer;
}

Answer assemble_copy(const Job& job) {
  std::vector<std::filesystem::path> pieces;
  for (const int number : job.pages) pieces.push_back(piece_path(job.scratch, number));
  const std::filesystem::path out = reading_copy_path(job.scratch);
  const bool complete = std::ranges::all_of(pieces, [](const auto& piece) { return std::filesystem::exists(piece); });
  if (complete) assemble(pieces, out, job.title);
  else assemble_mixed(job, out);
  return {};
}

}  // namespace

Desk::Desk() = default;
Desk::~Desk() = default;

void Desk::prepare(JobKind kind) {
  if (kind != JobKind::Page || pipeline_) return;
  auto pipeline = std::make_unique<PagePipeline>();
  pipeline->warm();
  pipeline_ = std::move(pipeline);
}

Answer Desk::page(const Job& job) {
  prepare(JobKind::Page);
  Answer answer;
  const auto piece = job.text_only ? std::filesystem::path() : piece_path(job.scratch, job.page);
  answer.pages.push_back(pipeline_->process(task_of(job), piece));
  return answer;
}

Answer Desk::dispatch(const Job& job) {
  switch (job.kind) {
    case JobKind::Probe: return probe(job);
    case JobKind::Page: return page(job);
    case JobKind::Deskew: return deskew(job);
    case JobKind::Extract: return extract_document(job);
    case JobKind::Convert: return convert_document(job);
    case JobKind::Unpack: return unpack(job);
    case JobKind::Assemble: return assemble_copy(job);
    case JobKind::Compare: return compare_pages(job);
    case JobKind::Survey: return survey(job);
    case JobKind::TakePages: return take_pages(job);
    case JobKind::Typeset: return typeset_document(job);
    case JobKind::Room: return find_print_room(job);
    case JobKind::Overlay: return overlay_marks(job);
    case JobKind::View: return view_page(job);
  }
  throw ReadFailure(Failure::Unsupported, "no such job");
}

// The border: whatever a decoder throws about its input, the owner gets a typed failure.
Answer Desk::work(const Job& job) try {
  return dispatch(job);
} catch (const ReadFailure& failure) {
  return failed(failure.failure(), failure.detail());
} catch (const std::bad_alloc&) {
  return failed(Failure::TooLarge, "more memory needed than a worker may have");
} catch (const cv::Exception& error) {
  return failed(error.code == cv::Error::StsNoMem ? Failure::TooLarge : Failure::Corrupt, error.err);
} catch (const std::filesystem::filesystem_error& error) {
  return failed(Failure::Crashed, error.what());
} catch (const std::exception& error) {
  return failed(Failure::Corrupt, error.what());
}

Answer failed(Failure failure, const std::string& detail) {
  Answer answer;
  answer.failure = failure;
  answer.detail = detail;
  return answer;
}

}  // namespace twofold::scanner
