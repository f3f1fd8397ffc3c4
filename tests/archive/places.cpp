#include "tests/archive/places.h"

#include <Poco/Checksum.h>

namespace twofold::archive {
namespace {

std::string little_endian(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
  return out;
}

// The fields that the local header and the directory entry of a member share.
std::string common_fields(const std::string& name, const std::string& content) {
  Poco::Checksum crc(Poco::Checksum::TYPE_CRC32);
  crc.update(content);
  return little_endian(20, 2) + little_endian(0x0800, 2) + little_endian(0, 2) + little_endian(0, 2) +
         little_endian(0x5821, 2) + little_endian(crc.checksum(), 4) + little_endian(content.size(), 4) +
         little_endian(content.size(), 4) + little_endian(name.size(), 2) + little_endian(0, 2);
}

}  // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string body, directory;
  for (const auto& [name, content] : members) {
    directory += "PK\x01\x02" + little_endian(20, 2) + common_fields(name, content) + little_endian(0, 2) +
                 little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 4) + little_endian(body.size(), 4) + name;
    body += "PK\x03\x04" + common_fields(name, content) + name + content;
  }
  return body + directory + "PK\x05\x06" + little_endian(0, 4) + little_endian(members.size(), 2) +
         little_endian(members.size(), 2) + little_endian(directory.size(), 4) + little_endian(body.size(), 4) +
         little_endian(0, 2);
}

}  // namespace twofold::archive
