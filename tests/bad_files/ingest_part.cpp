#include "tests/bad_files/ingest_part.h"

#include "archive/archive.h"
#include "catalog/items.h"
#include "tests/faults/program.h"
#include "tests/scanner/made_files.h"

#include <fmt/format.h>

namespace twofold::bad_files {
namespace fs = std::filesystem;
namespace {

constexpr const char* kClerk = "陈档案员";
constexpr std::size_t kAtOnce = 1000;
const Date kDay{2024, 3, 1};

std::map<std::string, catalog::Receipt> receipts_of(archive::Archive& archive, Ingested& ingested) {
  std::map<std::string, catalog::Receipt> all;
  for (const char* outcome : {"draft", "duplicate", "quarantined", "unpacked"}) {
    std::int64_t after = 0;
    for (;;) {
      const auto some = catalog::list_receipts(archive.database(), outcome, after, kAtOnce);
      if (some.empty()) break;
      after = some.back().id;
      ingested.outcomes[outcome] += some.size();
      for (const auto& receipt : some) all[receipt.path] = receipt;
    }
  }
  return all;
}

bool in_quarantine(const archive::Archive& archive, const Sha256& sha256) {
  const fs::path folder = archive.layout().quarantine() / sha256.text().substr(0, 16);
  if (!fs::exists(folder)) return false;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file() && sha256_file(entry.path()) == sha256) return true;
  return false;
}

void check_receipts(const fs::path& root, const std::vector<fs::path>& files, Ingested& ingested) {
  archive::OpenOptions options;
  options.actor = kClerk;
  archive::Archive archive(root, options);
  const auto receipts = receipts_of(archive, ingested);
  for (const fs::path& file : files) {
    const auto found = receipts.find(file.string());
    const Sha256 digest = sha256_file(file);
    const bool kept = archive.store().size_of(digest) == fs::file_size(file);
    if (found == receipts.end()) ingested.faults.push_back("silently skipped: " + file.filename().string());
    else if (found->second.outcome == "quarantined" ? !in_quarantine(archive, digest) : !kept)
      ingested.faults.push_back("bytes lost: " + file.filename().string());
    else if (found->second.outcome == "quarantined" && found->second.reason.empty())
      ingested.faults.push_back("quarantined without a reason: " + file.filename().string());
  }
}

}  // namespace

Ingested ingest(const std::vector<BadFile>& files, const fs::path& folder) {
  const fs::path root = folder / "档案 archive", sources = folder / "来件 sources";
  fs::create_directories(sources);
  Ingested ingested;
  ingested.files = files.size();
  std::vector<fs::path> paths;
  for (std::size_t i = 0; i < files.size(); ++i)
    paths.push_back(scanner::testing::write(sources / fmt::format("{:05}", i), files[i].bytes));
  faults::must_end(root, folder,
                   {{"init", root.string(), "--fonds", "A001", "--profile", "club", "--rehearsal"}, kClerk, kDay});
  const auto ended = faults::run_program(
      root, folder,
      {{"ingest", sources.string(), "--customer", "10000001", "--customer-name", "王府饭店", "--manager", "李经理",
        "--category", "4", "--type", "complaint_reason", "--date", "2024-02-20"},
       kClerk,
       kDay});
  if (ended.code != 0 && ended.code != 1)
    ingested.faults.push_back(fmt::format("ingest ended with {}: {}", ended.code, ended.complaint));
  check_receipts(root, paths, ingested);
  for (const char* what : {"audit", "xref"}) {
    const auto verified = faults::run_program(root, folder, {{what, "verify"}, kClerk, kDay});
    if (verified.code != 0)
      ingested.faults.push_back(fmt::format("{} verify: {}{}", what, verified.answer, verified.complaint));
  }
  return ingested;
}

}  // namespace twofold::bad_files
