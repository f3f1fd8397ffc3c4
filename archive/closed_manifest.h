#pragma once
// The manifest of a closed volume: what belongs to it, with digests and sizes, as one canonical JSON text that is signed.

#include "archive/archive.h"
#include "catalog/volumes.h"

namespace twofold::archive {

// Reads through the archive's own connection, so that it sees what an open transaction has numbered.
std::string closed_manifest(Archive& archive, const catalog::Volume& volume);
// Compares every object that the manifest names with the store: what is missing, of another size or of other bytes.
// What a disposition list has destroyed is lawfully absent.
std::vector<Message> check_manifest(Archive& archive, std::string_view manifest);

}  // namespace twofold::archive
