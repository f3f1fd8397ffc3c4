#pragma once
// Files that were never sound: bombs, polyglots, path tricks, locked files, empty husks. Each says which answers are
// right.

#include "tests/bad_files/damage.h"

#include <filesystem>
#include <functional>

namespace twofold::bad_files {

// Small in bytes, so that many can be held; made one by one, because some take a moment.
struct Recipe {
  std::string name;
  std::string expected;
  std::function<std::string()> make;
  bool slow = false;  // takes seconds to be refused: not in a short run
};

std::vector<Recipe> picture_bombs();
std::vector<Recipe> pdf_bombs();
std::vector<Recipe> illustrated_bombs();
std::vector<Recipe> mail_bombs();
std::vector<Recipe> text_bombs();
std::vector<Recipe> document_bombs();
std::vector<Recipe> pack_bombs();
// Entries try to be written below `target`, a folder that nothing may change.
std::vector<Recipe> path_tricks(const std::filesystem::path& target);
std::vector<Recipe> polyglots(const std::vector<Seed>& seeds);
// Locked by the tools that people use; `folder` is theirs to work in.
std::vector<Recipe> locked_files(const std::filesystem::path& folder);
std::vector<Recipe> husks(const std::vector<Seed>& seeds);

}  // namespace twofold::bad_files
