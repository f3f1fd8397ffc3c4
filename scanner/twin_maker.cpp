#include "scanner/twin_maker.h"

#include "scanner/pool.h"
#include "scanner/protocol.h"
#include "scanner/refusal.h"

namespace twofold::scanner {
namespace {

Job job_for(JobKind kind, const std::filesystem::path& source, FileType type, const std::filesystem::path& scratch, const ReaderLimits& limits) {
  Job job;
  job.kind = kind;
  job.source = std::filesystem::absolute(source);
  job.type = type;
  job.scratch = std::filesystem::absolute(scratch);
  job.limits = limits;
  return job;
}

}  // namespace

bool is_office_document(FileType type) {
  switch (type) {
    case FileType::Docx:
    case FileType::Xlsx:
    case FileType::Pptx:
    case FileType::Odt:
    case FileType::Ods:
    case FileType::Odp:
    case FileType::Rtf:
    case FileType::Doc:
    case FileType::Xls:
    case FileType::Ppt: return true;
    default: return false;
  }
}

TwinMaker::TwinMaker(ReaderOptions options) : pool_(std::make_unique<Pool>(std::move(options))) {}
TwinMaker::~TwinMaker() = default;

std::optional<Failure> TwinMaker::typeset(const std::filesystem::path& source, const std::filesystem::path& scratch, ProgressSink& progress) {
  stop_if_cancelled(progress);
  const ReaderLimits& limits = pool_->options.limits;
  FileType type = FileType::Unknown;
  if (const auto no = refusal(source, type)) return no->failure;
  if (!is_office_document(type)) return Failure::Unsupported;
  TimeBudget budget;
  return pool_->run(job_for(JobKind::Typeset, source, type, scratch, limits), budget, progress).failure;
}

PrintRooms TwinMaker::rooms(const std::filesystem::path& source, const std::filesystem::path& scratch, ProgressSink& progress) {
  stop_if_cancelled(progress);
  const ReaderLimits& limits = pool_->options.limits;
  FileType type = FileType::Unknown;
  if (const auto no = refusal(source, type)) return {no->failure, no->detail, {}};
  if (!paged(type)) return {Failure::Unsupported, "has no pages to print", {}};
  TimeBudget budget;
  const Answer probed = pool_->run(job_for(JobKind::Probe, source, type, scratch, limits), budget, progress);
  if (probed.failure) return {probed.failure, probed.detail, {}};
  std::vector<Job> jobs(probed.pages.size() + probed.image_pages.size(), job_for(JobKind::Room, source, type, scratch, limits));
  for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i].page = static_cast<int>(i) + 1;
  PrintRooms rooms;
  const auto answers = pool_->run_all(jobs, budget, true, source.filename().string(), progress);
  for (const Answer& answer : answers) {
    if (answer.failure) return {answer.failure, answer.detail, {}};
    if (!answer.room) return {Failure::Crashed, "the worker gave a malformed answer", {}};
    rooms.pages.push_back(*answer.room);
  }
  return rooms;
}

std::optional<Failure> TwinMaker::overlay(const std::filesystem::path& source, const std::filesystem::path& marks,
                                       const std::filesystem::path& scratch, ProgressSink& progress) {
  const ReaderLimits& limits = pool_->options.limits;
  Job job = job_for(JobKind::Overlay, source, Reader::detect(source), scratch, limits);
  job.other = std::filesystem::absolute(marks);
  TimeBudget budget;
  return pool_->run(job, budget, progress).failure;
}

}  // namespace twofold::scanner
