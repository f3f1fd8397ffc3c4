#include "scanner/worker/documents/pictures.h"

#include "base/digest.h"
#include "scanner/worker/containers/unpack.h"
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/failure.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <memory>

namespace twofold::scanner {
namespace {

constexpr char kOpen = '\1', kClose = '\2';  // no XML may hold them
constexpr std::size_t kMostPictures = 200;   // of one document
constexpr int kLeastLong = 200, kLeastShort = 50;  // pixels: less is an icon or a rule

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

const l_uint8* data_of(std::string_view bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

bool write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  return static_cast<bool>(out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush());
}

bool pipeline_reads(int format) {
  return format == IFF_PNG || format == IFF_JFIF_JPEG || format == IFF_JP2 ||
         (format >= IFF_TIFF && format <= IFF_TIFF_ZIP);
}

std::string as_png(std::string_view bytes) {
  const PixPtr pix(pixReadMem(data_of(bytes), bytes.size()));
  l_uint8* made = nullptr;
  std::size_t size = 0;
  if (!pix || pixWriteMemPng(&made, &size, pix.get(), 0) != 0) return {};
  std::string png(reinterpret_cast<const char*>(made), size);
  lept_free(made);
  return png;
}

// The pages on which marks stand, by the number of the picture.
std::map<std::size_t, int> take_marks(std::vector<Page>& pages, std::size_t pictures) {
  std::map<std::size_t, int> places;
  for (Page& page : pages) {
    if (page.text.find(kOpen) == std::string::npos) continue;
    std::vector<std::size_t> found;
    page.text = tidy(without_marks(page.text, found));
    for (const std::size_t index : found) {
      if (index < pictures) places.emplace(index, page.number);
    }
  }
  while (places.size() > kMostPictures) places.erase(std::prev(places.end()));
  return places;
}

}  // namespace

std::string PictureList::mark(Source source, std::string key) {
  if (!known_.insert(std::move(key)).second) return {};
  sources_.push_back(std::move(source));
  return kOpen + std::to_string(sources_.size() - 1) + kClose;
}

std::string PictureList::mark_part(const std::string& part) { return mark({part, {}}, part); }

std::string PictureList::mark_bytes(std::string bytes) {
  std::string key = sha256(bytes).text();
  return mark({{}, std::move(bytes)}, std::move(key));
}

std::string without_marks(const std::string& text, std::vector<std::size_t>& found) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const auto open = std::min(text.find(kOpen, at), text.size());
    clean.append(text, at, open - at);
    std::size_t index = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, problem] = std::from_chars(text.data() + std::min(open + 1, text.size()), end, index);
    const bool whole = problem == std::errc() && rest != end && *rest == kClose;
    if (whole) found.push_back(index);
    at = whole ? static_cast<std::size_t>(rest - text.data()) + 1 : open + 1;
    const bool alone = whole && (clean.empty() || clean.back() == '\n') && at < text.size() && text[at] == '\n';
    if (alone) ++at;  // no line is left of it
  }
  return clean;
}

bool may_hold_text(std::string_view bytes, const ReaderLimits& limits, std::string& usable) {
  int format = 0, width = 0, height = 0;
  setMsgSeverity(L_SEVERITY_NONE);
  if (bytes.size() < 16 || pixReadHeaderMem(data_of(bytes), bytes.size(), &format, &width, &height, nullptr, nullptr,
                                            nullptr) != 0) {
    return false;
  }
  if (std::max(width, height) < kLeastLong || std::min(width, height) < kLeastShort) return false;
  if (static_cast<std::uint64_t>(height) > limits.most_pixels / static_cast<std::uint64_t>(width)) return false;
  usable = pipeline_reads(format) ? std::string(bytes) : as_png(bytes);
  return !usable.empty();
}

void keep_pictures(const PictureList& pictures, const std::filesystem::path& package, const Job& job, Answer& answer) {
  const auto places = take_marks(answer.pages, pictures.sources().size());
  if (places.empty()) return;
  std::filesystem::remove_all(job.scratch / "embedded");
  std::filesystem::create_directories(job.scratch / "embedded");
  const auto waiting = [&](std::size_t index) {
    return job.scratch / "embedded" / ("source-" + std::to_string(index));
  };
  std::map<std::string, std::size_t> by_part;
  std::set<std::string> contents;  // one picture may be in a package under several names
  const auto keep = [&](std::size_t index, std::string_view bytes) {
    std::string usable;
    if (!contents.insert(sha256(bytes).text()).second || !may_hold_text(bytes, job.limits, usable)) return;
    write_bytes(waiting(index), usable);
  };
  for (const auto& [index, page] : places) {
    const PictureList::Source& source = pictures.sources()[index];
    if (source.part.empty()) keep(index, source.bytes);
    else by_part.emplace(source.part, index);
  }
  try {
    if (!by_part.empty()) {
      for_each_part(package, job.limits, [&](const std::string& name) { return by_part.contains(name); },
                    [&](const std::string& name, const std::string& bytes) { keep(by_part.at(name), bytes); });
    }
  } catch (const ReadFailure&) {
    // The text was read: a damaged picture behind it costs that picture.
  }
  for (const auto& [index, page] : places) {
    if (!std::filesystem::exists(waiting(index))) continue;
    std::filesystem::rename(waiting(index), embedded_path(job.scratch, answer.embedded.size()));
    answer.embedded.push_back(page);
  }
}

}  // namespace twofold::scanner
