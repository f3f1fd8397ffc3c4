#pragma once
// Containers and packages through libarchive: zip, tar with its usual compressions, 7z; nothing else is compiled in.

#include "scanner/protocol.h"

#include <functional>
#include <map>
#include <string>

namespace twofold::scanner {

// Writes the files of a container to enclosed_path(job.scratch, n). Links, devices and the droppings of operating
// systems are left out. Throws ReadFailure: Corrupt, Encrypted, Unsupported, TooLarge.
Answer unpack(const Job& job);

// The entries of a zip-based document whose names `wanted` accepts, whole. Throws as unpack.
std::map<std::string, std::string> read_package(const std::filesystem::path& file, const ReaderLimits& limits,
                                                const std::function<bool(const std::string&)>& wanted);

// The same one by one: the next is unpacked when `take` has returned.
void for_each_part(const std::filesystem::path& file, const ReaderLimits& limits,
                   const std::function<bool(const std::string&)>& wanted,
                   const std::function<void(const std::string& name, std::string bytes)>& take);

// A name out of a container as a relative path that stays below its folder: '/'-separated UTF-8, no "..", no drive.
std::string safe_name(std::string_view raw);

}  // namespace twofold::scanner
