// twofold-reader: reads foreign files for its owner, in a sandbox, one job after the other. Started by the pool only,
// with the channel as descriptor 3: twofold-reader MEMORY_BYTES FILE_BYTES [--converter]
#include "scanner/worker/jobs.h"
#include "scanner/worker/sandbox.h"

#include <clocale>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>

namespace {

constexpr int kChannel = 3;
constexpr int kUsage = 2;

}  // namespace

int main(int count, char** arguments) try {
  if (count < 3) return kUsage;
  std::setlocale(LC_ALL, "C.UTF-8");
  twofold::scanner::SandboxLimits limits;
  limits.memory_bytes = std::stoull(arguments[1]);
  limits.file_bytes = std::stoull(arguments[2]);
  limits.converter = count > 3 && std::string_view(arguments[3]) == "--converter";
  twofold::scanner::enter_sandbox(limits);
  twofold::scanner::die_with(kChannel);
  twofold::scanner::serve(kChannel);
  // Destructors of the decoders' libraries have nothing left to do.
  std::_Exit(0);
} catch (const std::exception&) {
  return 1;
}
