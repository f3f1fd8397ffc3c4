#include "archive/sources.h"

#include "archive/batch_opening.h"
#include "base/error.h"

#include <algorithm>
#include <array>

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kManifestName = "manifest.csv";

Description described(const IngestDefaults& defaults) {
  Description description;
  // A customer is named by number or by name; numbers are plain ASCII, names of ours are not only that.
  const bool number = std::ranges::all_of(defaults.customer, [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != ' '; });
  (number ? description.customer_number : description.customer) = defaults.customer;
  if (!defaults.customer_name.empty()) description.customer = defaults.customer_name;
  description.manager = defaults.manager;
  description.category = defaults.category;
  description.document_type = defaults.document_type;
  description.title = defaults.title;
  description.document_number = defaults.document_number;
  description.responsible = defaults.responsible;
  description.date = defaults.date;
  description.shelf = defaults.paper_place;
  description.paper = defaults.paper;
  return description;
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
  std::ranges::sort(entries);
  return entries;
}

}  // namespace

bool is_container(scanner::FileType type) {
  using scanner::FileType;
  return type == FileType::Zip || type == FileType::Tar || type == FileType::SevenZip;
}

bool is_left_out(const fs::path& path) {
  const std::string name = path.filename().string();
  constexpr std::array<std::string_view, 4> known = {"Thumbs.db", "@eaDir", "__MACOSX", kManifestName};
  return name.starts_with('.') || name.starts_with("~$") || name.ends_with(".part") || name.ends_with(".partial") ||
         name.ends_with(".crdownload") || name.ends_with(".tmp") ||
         std::ranges::find(known, name) != known.end();
}

bool is_litter(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == kManifestName || name == ".DS_Store" || name == "Thumbs.db";
}

Sources::Sources(Archive& archive, scanner::Reader& reader, const std::vector<fs::path>& paths, const IngestDefaults& defaults,
                 ProgressSink& progress)
    : archive_(archive), reader_(reader), surveyor_(archive.reader_options()), progress_(progress),
      shown_from_(defaults.shown_from), splitting_(defaults.splitting), defaults_(described(defaults)) {
  std::string reasons = complete(defaults_, archive.profile());
  if (reasons.empty()) reasons = contradiction(archive.database(), defaults_);
  for (const auto& path : paths) {
    if (defaults.feeder && fs::is_directory(path)) add_batch(path);
    else add_path(path);
  }
  if (!reasons.empty() && defaults_used_) throw Error(ErrorKind::Usage, msg("ingest.bad_defaults", reasons));
}

const Manifest* Sources::add_manifest(const fs::path& file) {
  auto manifest = std::make_unique<Manifest>(load_manifest(file, archive_.profile()));
  check_against(archive_.database(), file, *manifest);
  manifests_.push_back(std::move(manifest));
  return manifests_.back().get();
}

void Sources::add_path(const fs::path& path) {
  if (fs::is_directory(path)) add_folder(path);
  else if (fs::is_regular_file(path)) {
    const fs::path manifest = path.parent_path() / kManifestName;
    if (path.filename() == kManifestName) return add_folder(path.parent_path());
    add_file(path, fs::is_regular_file(manifest) ? add_manifest(manifest) : nullptr);
  } else {
    throw Error(ErrorKind::NotFound, msg("ingest.no_such_path", path.string()));
  }
}

void Sources::add_folder(const fs::path& folder) {
  // A manifest speaks for the folders below it too; a nearer one speaks louder.
  const Manifest* manifest = fs::is_regular_file(folder / kManifestName) ? add_manifest(folder / kManifestName) : nullptr;
  struct Pending {
    fs::path folder;
    const Manifest* manifest;
  };
  const auto walk = [&](const auto& self, const Pending& at) -> void {
    for (const auto& entry : sorted_entries(at.folder)) {
      if (is_left_out(entry) || fs::is_symlink(entry)) continue;
      if (!fs::is_directory(entry)) {
        add_file(entry, at.manifest);
        continue;
      }
      const bool described = fs::is_regular_file(entry / kManifestName);
      self(self, {entry, described ? add_manifest(entry / kManifestName) : at.manifest});
    }
  };
  walk(walk, {folder, manifest});
}

void Sources::add_file(const fs::path& file, const Manifest* manifest) {
  Source source;
  source.path = file;
  source.shown = (shown_from_.empty() ? file : file.lexically_relative(shown_from_)).string();
  const Description* row = manifest ? manifest->row_of(file) : nullptr;
  source.description = row ? *row : defaults_;
  defaults_used_ = defaults_used_ || !row;
  waiting_.push_back(std::move(source));
}

void Sources::add_batch(const fs::path& folder) {
  Source source;
  source.path = folder;
  source.shown = folder.string();
  source.description = defaults_;
  defaults_used_ = true;
  for (const auto& entry : sorted_entries(folder)) {
    if (is_left_out(entry) || fs::is_symlink(entry)) continue;
    if (fs::is_directory(entry)) add_batch(entry);
    else if (has_pages(scanner::Reader::detect(entry))) source.batch.push_back(entry);
    else add_file(entry, nullptr);
  }
  if (!source.batch.empty()) waiting_.push_back(std::move(source));
}

void Sources::put_back(const Source& batch, bool opened) {
  const auto files = batch.files();
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    Source source = batch;
    source.batch.clear();
    source.path = *file;
    if (!batch.batch.empty()) source.shown = file->string();
    source.opened = opened;
    source.part = true;
    waiting_.push_front(std::move(source));
  }
}

bool Sources::open_parts(const Source& batch) {
  if (!database_) database_.emplace(archive_.layout().catalogue(), catalog::Database::Mode::ReadOnly);
  if (batch.batch.empty() && catalog::find_item_by_content(*database_, sha256_file(batch.path))) return false;
  auto parts = open_batch(archive_, *database_, surveyor_, batch, splitting_, progress_);
  if (parts.empty()) return false;
  put_back(batch, true);
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) waiting_.push_front(std::move(*part));
  return true;
}

void Sources::open(Source container) {
  auto scratch = std::make_shared<ScratchFolder>(archive_.layout().tmp());
  auto reading = reader_.read(container.path, scratch->path(), progress_, container.nesting);
  if (reading.failure || reading.enclosed.empty()) {
    if (!reading.failure) reading.failure = scanner::Failure::Empty;
    container.unreadable = std::move(reading);
    waiting_.push_front(std::move(container));
    return;
  }
  Source whole = container;
  whole.opened = true;
  waiting_.push_front(std::move(whole));
  for (auto member = reading.enclosed.rbegin(); member != reading.enclosed.rend(); ++member) {
    if (is_left_out(fs::path(member->name))) continue;
    Source source = container;
    source.path = member->path;
    source.shown = container.shown + "!/" + member->name;
    source.nesting = reading.inside;
    source.keeps = scratch;
    if (!source.description.title.empty()) source.description.title += "·" + fs::path(member->name).stem().string();
    waiting_.push_front(std::move(source));
  }
}

std::optional<Source> Sources::next() {
  const std::lock_guard guard(mutex_);
  while (!waiting_.empty() && !progress_.cancelled()) {
    Source source = std::move(waiting_.front());
    waiting_.pop_front();
    if (!source.unreadable && !source.opened && source.batch.empty() && !source.part &&
        is_container(scanner::Reader::detect(source.path))) {
      open(std::move(source));
      continue;
    }
    const bool whole = !source.part && !source.unreadable && !source.opened && splitting_ != Splitting::Nowhere;
    if (whole && (!source.batch.empty() || may_be_batch(scanner::Reader::detect(source.path)))) {
      if (!open_parts(source)) put_back(source, false);
      continue;
    }
    source.index = given_++;
    return source;
  }
  return std::nullopt;
}

std::size_t Sources::known_total() const {
  const std::lock_guard guard(mutex_);
  return given_ + waiting_.size();
}

}  // namespace twofold::archive
