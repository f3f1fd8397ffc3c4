#include "scanner/page_viewer.h"

#include "base/error.h"
#include "scanner/pool.h"
#include "scanner/protocol.h"
#include "scanner/refusal.h"

namespace twofold::scanner {
namespace {

Error not_shown(Failure failure, const std::filesystem::path& source) {
  return {ErrorKind::Invalid, Message{"failure." + std::string(name_of(failure)), {source.filename().string()}}};
}

}  // namespace

PageViewer::PageViewer(ReaderOptions options) : pool_(std::make_unique<Pool>(std::move(options))) {}
PageViewer::~PageViewer() = default;

void PageViewer::get_ready() { pool_->get_ready(); }

std::filesystem::path PageViewer::view(const std::filesystem::path& source, int number, const PageView& view,
                                       const std::filesystem::path& scratch) {
  Job job;
  job.kind = JobKind::View;
  job.source = std::filesystem::absolute(source);
  job.scratch = std::filesystem::absolute(scratch);
  job.page = number;
  job.view = view;
  job.limits = pool_->options.limits;
  if (const auto no = refusal(source, job.type)) throw not_shown(*no->failure, source);
  if (!paged(job.type)) throw not_shown(Failure::Unsupported, source);
  TimeBudget budget;
  const Answer answer = pool_->run(job, budget, SilentProgress());
  if (answer.failure) throw not_shown(*answer.failure, source);
  const auto made = view_path(job.scratch);
  if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(made))) throw not_shown(Failure::Crashed, source);
  return made;
}

}  // namespace twofold::scanner
