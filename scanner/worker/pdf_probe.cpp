// Which pages of a PDF carry text of their own, and that text; what a page holds besides it.
#include "base/text.h"
#include "scanner/worker/containers/unpack.h"
#include "scanner/worker/failure.h"
#include "scanner/worker/pdf.h"
#include "scanner/worker/pdf_extras.h"
#include "scanner/worker/pdf_layout.h"
#include "scanner/worker/pdf_text.h"

#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <memory>
#include <set>

namespace twofold::scanner {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t kMostText = 64U << 20U;           // of one document
constexpr std::size_t kMostPictures = 200;              // of one document
constexpr std::uint64_t kMostAttached = 512U << 20U;    // bytes of one document
constexpr double kPictureDpi = 300;
constexpr double kLeastShare = 0.05;                    // of the page, for a picture to be looked at
constexpr int kLeastLong = 200, kLeastShort = 50;       // pixels of it

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return scrub_utf8({bytes.data(), bytes.size()});
}

std::unique_ptr<poppler::document> open_document(const Job& job) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  std::unique_ptr<poppler::document> document(poppler::document::load_from_file(job.source.string()));
  if (!document) throw ReadFailure(Failure::Corrupt, "the PDF cannot be opened");
  if (document->is_locked()) throw ReadFailure(Failure::Encrypted, "the PDF asks for a password");
  if (document->pages() <= 0) throw ReadFailure(Failure::Corrupt, "the PDF has no pages");
  if (document->pages() > job.limits.most_pages) throw ReadFailure(Failure::TooLarge, "too many pages");
  return document;
}

std::string without_page_ends(std::string text) {
  std::erase(text, '\f');
  std::erase(text, '\r');
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.empty() ? text : text + '\n';
}

class Probe {
 public:
  Probe(const Job& job, poppler::document& document)
      : job_(job), document_(document), extras_(job.source),
        stop_drawing_(steady_clock::now() + std::chrono::seconds(job.limits.seconds_per_page) / 4) {}

  Answer run() {
    answer_.title = std::string(trim(utf8(document_.get_title())));
    for (int number = 1; number <= document_.pages(); ++number) read_page(number);
    attach_files();
    return std::move(answer_);
  }

 private:
  void read_page(int number) {
    const std::unique_ptr<poppler::page> page(document_.create_page(number - 1));
    if (!page) throw ReadFailure(Failure::Corrupt, "a page of the PDF cannot be read");
    const PageExtras extras = extras_.pages() == document_.pages() ? extras_.page(number) : PageExtras();
    const std::vector<PlacedWord> words = words_of(*page);
    const bool placed = set_in_lines(words);
    std::string text = without_page_ends(
        placed ? in_reading_order(words)
               : utf8(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout)));
    if (!readable_text(text) || is_scan(extras, words, text)) return answer_.image_pages.push_back(number);
    add_missing(text, extras.notes);
    total_ += text.size();
    if (total_ > kMostText) throw ReadFailure(Failure::TooLarge, "too much text");
    Page made;
    made.number = number;
    made.text = std::move(text);
    answer_.pages.push_back(std::move(made));
    for (const PlacedPicture& picture : joined(extras.pictures)) draw(*page, number, extras, picture, words);
  }

  static std::vector<PlacedWord> words_of(const poppler::page& page) {
    std::vector<PlacedWord> words;
    for (const poppler::text_box& box : page.text_list()) {
      const poppler::rectf place = box.bbox();
      PlacedWord word{utf8(box.text()), place.left(),          place.top(),       place.right(),
                      place.bottom(),   box.has_space_after(), box.rotation() & 3};
      if (!trim(word.text).empty()) words.push_back(std::move(word));
    }
    return words;
  }

  // A picture on a page of text: drawn as it is shown, for the recogniser, unless the page's own text lies on it.
  void draw(poppler::page& page, int number, const PageExtras& extras, const PlacedPicture& picture,
            const std::vector<PlacedWord>& words) {
    const bool icon = picture.pixels_across > 0 &&
                      (std::max(picture.pixels_across, picture.pixels_down) < kLeastLong ||
                       std::min(picture.pixels_across, picture.pixels_down) < kLeastShort);
    if (icon || share_of(extras, picture) < kLeastShare || letters_on(picture, words) > kFewLetters) return;
    if (!picture.name.empty() && !drawn_.insert(picture.name).second) return;
    if (answer_.embedded.size() >= kMostPictures || steady_clock::now() > stop_drawing_) return;
    const double square = (picture.right - picture.left) * (picture.bottom - picture.top) / (72 * 72);
    const double dpi = std::min(kPictureDpi, std::sqrt(static_cast<double>(job_.limits.most_pixels) / square));
    const auto pixels = [&](double points) { return static_cast<int>(std::lround(points / 72 * dpi)); };
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
    const poppler::image drawn =
        renderer.render_page(&page, dpi, dpi, pixels(picture.left), pixels(picture.top),
                             pixels(picture.right - picture.left), pixels(picture.bottom - picture.top));
    std::filesystem::create_directories(job_.scratch / "embedded");
    const auto path = embedded_path(job_.scratch, answer_.embedded.size());
    if (drawn.is_valid() && drawn.save(path.string(), "png", static_cast<int>(dpi))) answer_.embedded.push_back(number);
  }

  void attach_files() {
    if (!document_.has_embedded_files()) return;
    std::filesystem::create_directories(job_.scratch / "enclosed");
    std::uint64_t bytes = 0;
    for (poppler::embedded_file* file : document_.embedded_files()) {
      if (!file || !file->is_valid() || answer_.enclosed.size() >= job_.limits.most_entries) continue;
      const poppler::byte_array content = file->data();
      bytes += content.size();
      if (bytes > std::min(kMostAttached, job_.limits.most_unpacked_bytes)) {
        throw ReadFailure(Failure::TooLarge, "too much is attached");
      }
      const auto path = enclosed_path(job_.scratch, answer_.enclosed.size());
      std::ofstream out(path, std::ios::binary | std::ios::trunc);
      out.write(content.data(), static_cast<std::streamsize>(content.size()));
      if (!out.flush()) {
        throw std::filesystem::filesystem_error("cannot write", path, std::make_error_code(std::errc::io_error));
      }
      answer_.enclosed.push_back(safe_name(file->name()));
    }
  }

  const Job& job_;
  poppler::document& document_;
  PdfExtras extras_;
  const steady_clock::time_point stop_drawing_;
  Answer answer_;
  std::set<std::string> drawn_;
  std::size_t total_ = 0;
};

}  // namespace

Answer probe_pdf(const Job& job) {
  const auto document = open_document(job);
  return Probe(job, *document).run();
}

}  // namespace twofold::scanner
