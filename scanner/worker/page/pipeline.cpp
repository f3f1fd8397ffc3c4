#include "scanner/worker/page/pipeline.h"

#include "base/files.h"
#include "scanner/worker/failure.h"
#include "scanner/worker/page/clean.h"
#include "scanner/worker/page/deskew.h"
#include "scanner/worker/page/image.h"
#include "scanner/worker/page/page_picture.h"
#include "scanner/worker/page/page_text.h"
#include "scanner/worker/page/pdf_page.h"
#include "scanner/worker/page/recogniser.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace twofold::scanner {
namespace {

constexpr double kLevelEnough = 0.1;         // degrees left as they are: the warp costs more than it helps
constexpr double kReadsWell = 70;            // mean confidence from which a page is surely upright
constexpr double kTrustedOrientation = 7;
constexpr std::size_t kFewLetters = 120;     // up to so many the orientation model may know nothing
constexpr double kClearlyBetter = 25;        // confidence by which an untrusted turn must win
constexpr int kOrientationCrop = 1100;       // pixels of the reading picture
constexpr std::size_t kFewestGlyphs = 4, kSurelyWritten = 16;

// The same page, for the eye and for the recogniser.
struct Straight {
  cv::Mat picture, reading;
  double scale = 1;               // reading pixels per picture pixel
  std::vector<cv::Rect> letters;  // in reading pixels, roughly where they are
};

double han_share(const std::vector<Word>& words) {
  double wide = 0, all = 0;
  for (const Word& word : words) {
    for (std::size_t i = 0; i < word.text.size();) {
      const auto lead = static_cast<unsigned char>(word.text[i]);
      const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      wide += length >= 3 ? 1 : 0;
      all += 1;
      i += length;
    }
  }
  return all > 0 ? wide / all : 0;
}

cv::Rect scaled(const cv::Rect& box, double by) {
  return {static_cast<int>(std::lround(box.x * by)), static_cast<int>(std::lround(box.y * by)),
          std::max(1, static_cast<int>(std::lround(box.width * by))),
          std::max(1, static_cast<int>(std::lround(box.height * by)))};
}

// Where a box of the crooked page is on the straight one, near enough to find dense places.
cv::Rect moved(const cv::Rect& box, double degrees, const cv::Size& from, const cv::Size& to) {
  const double angle = degrees * CV_PI / 180;
  const double x = box.x + box.width / 2.0 - from.width / 2.0, y = box.y + box.height / 2.0 - from.height / 2.0;
  const double turned_x = std::cos(angle) * x - std::sin(angle) * y;
  const double turned_y = std::sin(angle) * x + std::cos(angle) * y;
  return {static_cast<int>(turned_x + to.width / 2.0 - box.width / 2.0),
          static_cast<int>(turned_y + to.height / 2.0 - box.height / 2.0), box.width, box.height};
}

Straight make_straight(const PageImage& image, cv::Mat reading, const Glyphs& glyphs, double degrees) {
  Straight result;
  const bool turn = std::abs(degrees) >= kLevelEnough;
  result.picture = turn ? straighten(image.pixels, degrees, paper_colour(image.pixels)) : image.pixels;
  if (image.pixels.channels() == 1) reading = result.picture;
  else if (turn) reading = straighten(reading, degrees, paper_colour(reading));
  despeckle(reading, glyphs);
  result.scale = reading_scale(glyphs, image.dpi);
  if (result.scale < 0.95) cv::resize(reading, reading, {}, result.scale, result.scale, cv::INTER_AREA);
  else result.scale = 1;
  result.reading = reading;
  const cv::Rect whole({}, reading.size());
  for (const cv::Rect& box : glyphs.boxes) {
    const cv::Rect place = turn ? moved(box, degrees, image.pixels.size(), result.picture.size()) : box;
    const cv::Rect inside = scaled(place, result.scale) & whole;
    if (inside.area() > 0) result.letters.push_back(inside);
  }
  return result;
}

void turn_clockwise(Straight& page, int quarter_turns) {
  if (quarter_turns == 0) return;
  const int codes[] = {0, cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
  const cv::Size before = page.reading.size();
  cv::Mat turned;
  cv::rotate(page.picture, turned, codes[quarter_turns]);
  page.picture = turned;
  turned = cv::Mat();
  cv::rotate(page.reading, turned, codes[quarter_turns]);
  page.reading = turned;
  for (cv::Rect& box : page.letters) {
    const int from_right = before.width - box.x - box.width, from_below = before.height - box.y - box.height;
    if (quarter_turns == 1) box = {from_below, box.x, box.height, box.width};
    if (quarter_turns == 2) box = {from_right, from_below, box.width, box.height};
    if (quarter_turns == 3) box = {box.y, from_right, box.height, box.width};
  }
}

bool nothing_written(const Glyphs& glyphs) { return glyphs.boxes.size() < kFewestGlyphs && glyphs.drawings == 0; }

}  // namespace

struct PagePipeline::State {
  explicit State(const std::filesystem::path& tessdata) : recogniser(tessdata) {}

  Recogniser recogniser;
  std::string font;

  // A few lines from the densest place tell the script, and whether the page reads at all this way up.
  Recognised probe(const Straight& page, double dpi, Script script) {
    constexpr int kWidth = 900, kHeight = 192;
    const cv::Rect part = densest_part(page.letters, page.reading.size(), kWidth, kHeight);
    return recogniser.read_block(page.reading(part), dpi, script);
  }

  // Turns a page that does not read upright, and returns the turns made; `sample` becomes the probe of the result.
  // A few words are too little for the orientation model: then the side that reads clearly better wins.
  int turn_upright(Straight& page, double dpi, Recognised& sample) {
    const cv::Rect part = densest_part(page.letters, page.reading.size(), kOrientationCrop, kOrientationCrop);
    const Orientation found = recogniser.find_orientation(page.reading(part), dpi);
    if (found.confidence >= kTrustedOrientation) {
      turn_clockwise(page, found.quarter_turns);
      if (found.quarter_turns != 0) sample = probe(page, dpi, Script::Han);
      return found.quarter_turns;
    }
    if (page.letters.size() > kFewLetters) return 0;
    int best = 0;
    double to_beat = sample.confidence + kClearlyBetter;
    for (const int turns : {2, 1, 3}) {
      Straight turned = page;
      turn_clockwise(turned, turns);
      Recognised other = probe(turned, dpi, Script::Han);
      if (other.quarter_turns != 0 || other.confidence < to_beat) continue;
      to_beat = other.confidence;
      sample = std::move(other);
      best = turns;
      if (to_beat >= kReadsWell) break;
    }
    turn_clockwise(page, best);
    return best;
  }

  // Reads the page, turning it upright first if need be; returns the turns made.
  int read(Straight& page, double dpi, Recognised& words) {
    constexpr double kHardlyHan = 0.03;
    Recognised sample = probe(page, dpi, Script::Han);
    const bool upright = sample.confidence >= kReadsWell && sample.quarter_turns == 0;
    const int turns = upright ? 0 : turn_upright(page, dpi, sample);
    const bool latin = !sample.words.empty() && han_share(sample.words) < kHardlyHan;
    words = recogniser.read_page(page.reading, dpi, latin ? Script::Latin : Script::Han);
    if (latin && words.confidence < kReadsWell) {
      Recognised other = recogniser.read_page(page.reading, dpi, Script::Han);
      if (other.confidence > words.confidence) words = std::move(other);
    }
    return turns;
  }
};

PagePipeline::PagePipeline(const std::filesystem::path& tessdata) : state_(std::make_unique<State>(tessdata)) {
  state_->font = read_file(state_->recogniser.tessdata() / "pdf.ttf");
}

PagePipeline::~PagePipeline() = default;

void PagePipeline::warm() { state_->recogniser.warm(); }

namespace {

void take_words(Page& page, const Recognised& read, double scale) {
  page.words = read.words;
  for (Word& word : page.words) {
    word.text = without_spaces_between_wide(word.text);
    const cv::Rect box = scaled({word.box.left, word.box.top, word.box.width, word.box.height}, 1 / scale) &
                         cv::Rect(0, 0, page.width, page.height);
    word.box = {box.x, box.y, box.width, box.height};
  }
  widen_punctuation(page.words);
  page.text = page_text(page.words);
  page.confidence = read.confidence;
  page.recognised = true;
}

}  // namespace

namespace {

PageImage image_of(const PageTask& task) {
  if (task.type == FileType::Pdf) return render_pdf_page(task.file, task.number, task.limits);
  return decode_image(task.file, task.type, task.number, task.limits);
}

void keep(const std::filesystem::path& where, const cv::Mat& picture, double dpi) {
  if (!where.empty()) write_page_picture(where, picture, dpi);
}

// CPU time since it was last asked.
class Lap {
 public:
  double next() {
    const double now = thread_milliseconds(), passed = now - last_;
    last_ = now;
    return passed;
  }

 private:
  double last_ = thread_milliseconds();
};

void take_skew(Page& page, const SkewEstimate& skew) {
  page.skew_degrees = skew.degrees;
  page.skew_confidence = skew.confidence;
  page.skew_unknown = skew.abstained;
}

}  // namespace

Page deskew_page(const PageTask& task) {
  Lap lap;
  const PageImage image = image_of(task);
  Page page;
  page.number = task.number;
  page.dpi = image.dpi;
  page.cpu.decode = lap.next();
  cv::Mat grey = image.pixels;
  if (grey.channels() == 3) cv::cvtColor(image.pixels, grey, cv::COLOR_BGR2GRAY);
  take_skew(page, find_skew(grey, image.dpi));
  page.cpu.analyse = lap.next();
  cv::Mat straight = image.pixels;
  if (!task.after.empty() && page.skew_degrees != 0) {
    straight = straighten(image.pixels, page.skew_degrees, paper_colour(image.pixels));
    page.cpu.straighten = lap.next();
  }
  page.width = straight.cols;
  page.height = straight.rows;
  keep(task.before, image.pixels, image.dpi);
  keep(task.after, straight, image.dpi);
  page.cpu.write = lap.next();
  return page;
}

Page PagePipeline::process(const PageTask& task, const std::filesystem::path& piece) {
  Lap lap;
  const PageImage image = image_of(task);
  Page page;
  page.number = task.number;
  page.dpi = image.dpi;
  page.cpu.decode = lap.next();
  const cv::Mat grey = grey_for_reading(image.pixels, image.dpi);
  const Ink ink = find_ink(grey, image.dpi);
  const Glyphs glyphs = find_glyphs(ink.fine, grey.size());
  page.blank = nothing_written(glyphs);
  if (!page.blank) take_skew(page, find_skew(ink));
  page.cpu.analyse = lap.next();
  Straight straight = make_straight(image, grey, glyphs, page.skew_degrees);
  page.cpu.straighten = lap.next();
  Recognised words;
  if (!page.blank) page.quarter_turns = state_->read(straight, image.dpi * straight.scale, words);
  page.width = straight.picture.cols;
  page.height = straight.picture.rows;
  if (!page.blank) take_words(page, words, straight.scale);
  const bool doubtful = glyphs.boxes.size() < kSurelyWritten && glyphs.drawings == 0;
  if (doubtful && page.words.empty()) page.blank = true;
  page.cpu.recognise = lap.next();
  keep(task.before, image.pixels, image.dpi);
  keep(task.after, straight.picture, image.dpi);
  if (!page.blank && !piece.empty()) write_pdf_page(straight.picture, image.bilevel, page, state_->font, piece);
  page.cpu.write = lap.next();
  return page;
}

}  // namespace twofold::scanner
