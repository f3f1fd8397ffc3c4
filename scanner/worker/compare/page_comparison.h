#pragma once
// One electronic page and one scanned page, compared.

#include "scanner/protocol.h"
#include "scanner/worker/page/image.h"

namespace twofold::scanner {

ComparedPage compare_images(const PageImage& electronic, const PageImage& scan, const std::vector<Area>& left_out,
                            const std::filesystem::path& picture);

// The job: `job.page` of the scan `job.source` with `job.other_page` of the electronic `job.other`; with `job.pictures` a picture
// of both side by side, with frames about what differs, is left where picture_path() says. Throws ReadFailure.
Answer compare_pages(const Job& job);

}  // namespace twofold::scanner
