#include "tests/faults/scenarios.h"

#include "base/files.h"
#include "catalog/disposition.h"

#include <archive.h>
#include <archive_entry.h>
#include <map>
#include <stdexcept>

namespace twofold::faults {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kAll = 1000;
const char* const kClerk = "陈档案员";
const char* const kApprover = "赵主任";
const char* const kExecutor = "吴执行";
const char* const kWitnesses = "钱监销,孙监销";

Date day_of(const std::string& scenario) {
  if (scenario == "filing" || scenario == "closing") return {2025, 2, 1};
  if (scenario == "purge") return {2036, 2, 10};
  return {2024, 3, 1};
}

void write_zip(const fs::path& file, const std::map<std::string, std::string>& members) {
  ::archive* out = archive_write_new();
  archive_write_set_format_zip(out);
  archive_write_open_filename(out, file.c_str());
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
}

// Category 4 and kept for ten years, all of them signed. The broken file has no row: only what became an item can be
// filed.
void make_sources(const Place& place) {
  fs::create_directories(place.sources());
  const auto at = [&](const std::string& name) { return place.sources() / name; };
  write_durably(at("1 投诉.txt"), "投诉：王府饭店一号厅的水晶吊灯。\n");
  write_durably(at("2 明细.csv"), "品名,数量\n地毯,3\n窗帘,12\n");
  write_durably(at("3 letter.html"), "<html><body><p>A letter of our guests</p></body></html>");
  write_durably(at("4 投诉副本.txt"), "投诉：王府饭店一号厅的水晶吊灯。\n");
  write_zip(at("5 包.zip"), {{"a/补充.txt", "补充协议：交货期改为五月。\n"}, {"b.txt", "A note on the delivery.\n"}});
  write_durably(at("6 坏.pdf"), "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
  std::string manifest = "文件,客户,类别,客户经理,材料类型,日期,纸质库位,校对,客户签名,经办人,领导\n";
  for (const char* name : {"1 投诉.txt", "2 明细.csv", "3 letter.html", "4 投诉副本.txt", "5 包.zip"})
    manifest += std::string(name) + ",王府饭店,4,李经理,complaint_reason,2024-02-20,K1-01-01-1-1,李经理,王总,孙经办,周领导\n";
  write_durably(at("manifest.csv"), manifest);
}

void begin(const Place& place) {
  fs::create_directories(place.root);
  must_end(place.archive(), place.root,
           {{"init", place.archive().string(), "--fonds", "A001", "--profile", "club", "--rehearsal"},
            kClerk,
            Date(2024, 1, 1)});
  // One worker is enough for small files and starts faster.
  const auto config = archive::Layout{place.archive()}.config();
  write_durably(config, read_file(config) + "\nworkers = 1\n");
  make_sources(place);
}

std::string only_list(const Place& place) {
  const auto lists = catalog::list_dispositions(Opened("purge", place, Opened::Access::Read)->database());
  if (lists.size() != 1) throw std::runtime_error("there must be one disposition list");
  return lists.front().number;
}

void approve_everything(const Place& place) {
  const Date drawing(2036, 1, 2);
  std::vector<std::string> words = {"appraise", "draw"};
  for (const auto& volume : all_volumes(*Opened("closing", place))) words.push_back(volume.code.text());
  words.insert(words.end(), {"--as-of", drawing.text(), "--track", "both"});
  must_end(place.archive(), place.root, {words, kClerk, drawing});
  must_end(place.archive(), place.root, {{"dispose", "approve", only_list(place)}, kApprover, drawing});
}

}  // namespace

Opened::Opened(const std::string& scenario, const Place& place, Access access) : clock_(day_of(scenario)) {
  archive::OpenOptions options;
  options.access = access;
  options.actor = kClerk;
  options.clock = &clock_;
  archive_ = std::make_unique<archive::Archive>(place.archive(), options);
}

std::vector<catalog::Volume> all_volumes(archive::Archive& archive) {
  return catalog::list_volumes(archive.database(), {}, 0, kAll);
}

Command inquiry(const std::string& scenario, std::vector<std::string> words) {
  return {std::move(words), scenario == "purge" ? kExecutor : kClerk, day_of(scenario)};
}

Command command_of(const std::string& scenario, const Place& place) {
  if (scenario == "ingest") return inquiry(scenario, {"ingest", place.sources().string()});
  if (scenario == "filing")
    return inquiry(scenario, {"file", "--manifest", (place.sources() / "manifest.csv").string()});
  if (scenario == "closing") return inquiry(scenario, {"close", "2024"});
  return inquiry(scenario, {"dispose", "execute", only_list(place), "--witness", kWitnesses});
}

int code_of(const std::string& scenario) { return scenario == "ingest" ? 1 : 0; }  // 1: a file went to quarantine

void prepare(const std::string& scenario, const Place& place) {
  begin(place);
  for (const std::string earlier : kScenarios) {
    if (scenario == "purge" && earlier == "purge") approve_everything(place);
    if (earlier == scenario) return;
    must_end(place.archive(), place.root, command_of(earlier, place), code_of(earlier));
  }
}

void run_again(const std::string& scenario, const Place& place) {
  const auto command = command_of(scenario, place);
  const auto ended = run_program(place.archive(), place.root, command);
  // The opening may have finished the execution already; then the list is no longer one that waits for it.
  const bool was_over = scenario == "purge" && ended.answer.find("disposition.over") != std::string::npos;
  if (ended.code != code_of(scenario) && !was_over)
    throw std::runtime_error("the same command again ended with " + std::to_string(ended.code) + ": " +
                             ended.complaint);
}

}  // namespace twofold::faults
