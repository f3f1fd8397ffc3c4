#pragma once
// Which files a process may still reach, by the kernel's Landlock: everything that is not granted is refused.

#include <filesystem>
#include <vector>

namespace twofold::scanner {

enum class Access {
  Read,     // a file, or a folder with all below it
  Execute,  // read, and start programs
  Write,    // read, change, make and remove whatever is below
};

struct Grant {
  std::filesystem::path path;
  Access access = Access::Read;
};

// Confines this thread and all it starts, for good, to what is granted; what does not exist is left out. Where the
// kernel knows how, TCP, devices' controls, abstract sockets and signals to processes outside are refused as well. Returns the
// version of the kernel's interface, 0 when it has none and nothing was done. Needs "no new privileges". Throws
// std::runtime_error when the kernel knows Landlock and refuses.
int confine_files(const std::vector<Grant>& grants);

}  // namespace twofold::scanner
