#pragma once
// What was recognised before, as the worker sees it: it looks records up and never writes one; the pool does that.

#include "scanner/reader.h"
#include "scanner/worker/page/image.h"

#include <optional>
#include <string>

namespace twofold::scanner {

// SHA-256, in hexadecimal, of all that the recogniser's answer depends on: pixels, size, channels, resolution.
std::string picture_hash(const PageImage& image);

// What that recogniser made of that picture, in pixels of the straightened page; nothing where there is no record, or one that
// is torn, too large, of another picture or another recogniser, or that names places outside its page.
std::optional<Page> find_recognised(const std::filesystem::path& cache, const std::string& picture_hash,
                                    const std::string& recogniser);

}  // namespace twofold::scanner
