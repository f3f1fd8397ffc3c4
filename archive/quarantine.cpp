#include "archive/quarantine.h"

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

std::string note(const Arrival& arrival, const Message& message) {
  std::string text = arrival.shown + '\n';
  for (const auto language : {Language::Chinese, Language::English})
    text += render(message, language) + '\n' + render_remedy(message, language) + '\n';
  return text + arrival.reading.detail + '\n';
}

}  // namespace

void put_into_quarantine(Archive& archive, const Arrival& arrival, const Message& message) {
  const fs::path folder = archive.layout().quarantine() / arrival.original.sha256.text().substr(0, 16);
  create_folders_durably(folder);
  const ScratchFolder scratch(archive.layout().tmp());
  const fs::path copy = scratch.path() / "bytes";
  const fs::path stored = archive.store().path_of(arrival.original.sha256);
  // The store keeps them too: another file of the run may be reading the same bytes.
  fs::copy_file(stored, copy);
  move_durably(copy, folder / arrival.source_name);
  write_durably(folder / "reason.txt", note(arrival, message));
}

}  // namespace twofold::archive
