#include "scanner/remember.h"

#include "base/error.h"
#include "base/files.h"

namespace twofold::scanner {

void remember(const Job& job, const Answer& answer) {
  if (job.kind != JobKind::Page || job.cache.empty() || answer.failure || answer.pages.size() != 1) return;
  const Page& page = answer.pages[0];
  if (page.from_cache || page.picture_hash.empty()) return;
  const std::string recogniser = recogniser_version(job.accuracy);
  const auto path = cache_path(job.cache, page.picture_hash, recogniser);
  std::error_code ignored;
  std::filesystem::create_directories(path.parent_path(), ignored);
  try {
    write_at_once(path, encode_record(page, recogniser));
  } catch (const Error&) {
    std::filesystem::remove(path, ignored);
  }
}

}  // namespace twofold::scanner
