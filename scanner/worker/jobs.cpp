#include "scanner/worker/jobs.h"

#include "scanner/protocol.h"
#include "scanner/worker/containers/unpack.h"
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/failure.h"
#include "scanner/worker/page/pipeline.h"
#include "scanner/worker/pdf.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <new>
#include <numeric>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace twofold::scanner {
namespace {

constexpr char kReady = '+';

class Desk {
 public:
  Answer work(const Job& job) {
    switch (job.kind) {
      case JobKind::Probe: return probe(job);
      case JobKind::Page: return page(job);
      case JobKind::Deskew: return deskew(job);
      case JobKind::Extract: return extract_document(job);
      case JobKind::Convert: return convert_document(job);
      case JobKind::Unpack: return unpack(job);
      case JobKind::Assemble: return assemble_copy(job);
    }
    throw ReadFailure(Failure::Unsupported, "no such job");
  }

 private:
  static Answer probe(const Job& job) {
    if (job.type == FileType::Pdf) return probe_pdf(job);
    Answer answer;
    answer.image_pages.resize(static_cast<std::size_t>(count_pages(job.source, job.type, job.limits)));
    std::iota(answer.image_pages.begin(), answer.image_pages.end(), 1);
    return answer;
  }

  Answer page(const Job& job) {
    if (!pipeline_) pipeline_ = std::make_unique<PagePipeline>();
    Answer answer;
    const auto piece = job.text_only ? std::filesystem::path() : piece_path(job.scratch, job.page);
    answer.pages.push_back(pipeline_->process(task_of(job), piece));
    return answer;
  }

  static Answer deskew(const Job& job) {
    Answer answer;
    answer.pages.push_back(deskew_page(task_of(job)));
    return answer;
  }

  static PageTask task_of(const Job& job) {
    PageTask task{job.source, job.type, job.page, job.limits, job.accuracy, {}, {}, job.cache};
    if (!job.pictures) return task;
    const bool alone = job.kind == JobKind::Deskew;
    if (!alone) task.before = picture_path(job.scratch, job.page, PictureKind::Before);
    task.after = picture_path(job.scratch, job.page, alone ? PictureKind::Straight : PictureKind::After);
    return task;
  }

  static Answer assemble_copy(const Job& job) {
    std::vector<std::filesystem::path> pieces;
    for (const int number : job.pages) pieces.push_back(piece_path(job.scratch, number));
    const std::filesystem::path out = reading_copy_path(job.scratch);
    const bool complete = std::ranges::all_of(pieces, [](const auto& piece) { return std::filesystem::exists(piece); });
    if (complete) assemble(pieces, out, job.title);
    else assemble_mixed(job, out);
    return {};
  }

  std::unique_ptr<PagePipeline> pipeline_;
};

Answer failed(Failure failure, const std::string& detail) {
  Answer answer;
  answer.failure = failure;
  answer.detail = detail;
  return answer;
}

// The border: whatever a decoder throws about its input, the owner gets a typed failure.
Answer answer_to(Desk& desk, std::string_view line) try {
  const auto job = decode_job(line);
  if (!job) return failed(Failure::Crashed, "a malformed job");
  return desk.work(*job);
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

bool send_all(int channel, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = send(channel, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string encoded(const Answer& answer) try {
  return encode(answer) + '\n';
} catch (const std::bad_alloc&) {
  return encode(failed(Failure::TooLarge, "the text is too long")) + '\n';
}

}  // namespace

void serve(int channel) {
  cv::setNumThreads(1);
  Desk desk;
  std::string waiting;
  std::array<char, 1U << 16U> buffer{};
  if (!send_all(channel, std::string_view(&kReady, 1))) return;
  for (;;) {
    const ssize_t got = recv(channel, buffer.data(), buffer.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return;
    waiting.append(buffer.data(), static_cast<std::size_t>(got));
    for (auto end = waiting.find('\n'); end != std::string::npos; end = waiting.find('\n')) {
      const std::string line = waiting.substr(0, end);
      waiting.erase(0, end + 1);
      if (!send_all(channel, encoded(answer_to(desk, line)))) return;
    }
  }
}

}  // namespace twofold::scanner
