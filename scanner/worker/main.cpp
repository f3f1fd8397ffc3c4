// twofold-reader: reads foreign files for its owner, in a sandbox, one job after the other. Started by the pool only,
// with the channel as descriptor 3: twofold-reader [--converter]
#include "scanner/worker/zygote.h"

#include <malloc.h>
#include <omp.h>
#include <opencv2/core.hpp>

#include <clocale>
#include <cstdlib>
#include <exception>
#include <string_view>

namespace {

constexpr int kChannel = 3;

// Parallel over pages, one thread for each. Tesseract asks for four threads by name, so their number cannot be set;
// that no level may be parallel can.
void use_one_thread() {
  omp_set_max_active_levels(0);
  cv::setNumThreads(1);
}

// Pages are large blocks that come and go: keep their memory instead of having the system clear it afresh each time.
void keep_memory() {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
}

}  // namespace

int main(int count, char** arguments) try {
  using namespace twofold::scanner;
  std::setlocale(LC_ALL, "C.UTF-8");
  use_one_thread();
  keep_memory();
  const bool converter = count > 1 && std::string_view(arguments[1]) == "--converter";
  const MayStart may_start = converter ? MayStart::OfficeSuite : MayStart::Nothing;
  give_up_privileges(may_start);
  serve(kChannel, may_start);
  // Destructors of the decoders' libraries have nothing left to do.
  std::_Exit(0);
} catch (const std::exception&) {
  return 1;
}
