#pragma once
// How files are read: limits on what one file may cost, and how carefully its pages are looked at. Apart from scanner/reader.h, so that
// whoever only configures reading is not rebuilt when reading itself changes.

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace twofold::scanner {

struct ReaderLimits {
  std::uint64_t worker_memory_bytes = 600ULL << 20U;  // of data, in any one process
  int seconds_per_page = 120;      // of one job; what it waits for a processor does not count (job_time.h)
  int seconds_per_file = 600;      // of one about the whole file; of all jobs of a file, beside 10 for each page
  std::uint64_t most_pixels = 200'000'000;  // of one page
  int most_pages = 5'000;
  // Containers: per outermost file, over all nesting.
  std::uint64_t most_entries = 10'000;
  std::uint64_t most_unpacked_bytes = 4ULL << 30U;
  int most_ratio = 200;            // unpacked : packed, once more than 10 MiB came out
  int most_depth = 4;              // of a file that holds others: container, mail, or document with attachments
};

// How pages are recognised: Fast loses no accuracy that a second look would not cost dearly; Best looks again.
enum class Accuracy { Fast, Best };
std::string_view name_of(Accuracy accuracy);  // "fast", "best"

// Which pictures of each page are left below the scratch folder, where picture_path() says: Shown the page alone as people look at
// it, upright and straight; All whatever the work has to show.
enum class Pictures { None, Shown, All };

struct ReaderOptions {
  std::filesystem::path worker;    // the twofold-reader binary
  int workers = 0;                 // 0: one per core
  ReaderLimits limits;
  Accuracy accuracy = Accuracy::Fast;
  Pictures pictures = Pictures::None;
  std::filesystem::path cache;     // folder of what was recognised before, by the hash of the picture; empty: none
};

}  // namespace twofold::scanner
