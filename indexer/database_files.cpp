#include "indexer/database_files.h"

#include "base/files.h"

namespace twofold::indexer {
namespace fs = std::filesystem;

void swap_in(const fs::path& folder) {
  const fs::path fresh = folder.string() + ".new", old = folder.string() + ".old";
  for (const auto& entry : fs::directory_iterator(fresh)) sync_file(entry.path());
  sync_folder(fresh);
  fs::remove_all(old);
  if (fs::exists(folder)) fs::rename(folder, old);
  fs::rename(fresh, folder);
  sync_folder(folder.parent_path());
  fs::remove_all(old);
}

void recover_swap(const fs::path& folder) {
  const fs::path old = folder.string() + ".old";
  if (!fs::exists(old)) return;
  if (fs::exists(folder)) fs::remove_all(old);
  else fs::rename(old, folder);
}

}  // namespace twofold::indexer
