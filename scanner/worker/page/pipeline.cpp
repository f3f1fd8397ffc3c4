#include "scanner/worker/page/pipeline.h"

#include "base/files.h"
#include "scanner/worker/failure.h"
#include "scanner/worker/page/bed.h"
#include "scanner/worker/page/blank.h"
#include "scanner/worker/page/clean.h"
#include "scanner/worker/page/deskew.h"
#include "scanner/worker/page/image.h"
#include "scanner/worker/page/page_picture.h"
#include "scanner/worker/page/page_text.h"
#include "scanner/worker/page/pdf_page.h"
#include "scanner/worker/page/reading_order.h"
#include "scanner/worker/page/recogniser.h"
#include "scanner/worker/page/recognition_cache.h"
#include "scanner/worker/page/second_look.h"
#include "scanner/worker/page/straight_page.h"
#include "scanner/worker/page/upright.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace twofold::scanner {
namespace {

constexpr double kReadsWell = 82;      // mean confidence of a page that needs no second look
constexpr double kMostPuzzles = 0.06;  // of the words, with confidence below a half: writing of another script
constexpr double kHardlyHan = 0.03;

class Lap;

Script script_of(const Recognised& read) {
  return han_share(read.words) > kHardlyHan ? Script::Han : Script::Latin;
}

double puzzled_share(const std::vector<ReadWord>& words) {
  const auto puzzled = std::ranges::count_if(words, [](const Word& word) { return word.confidence < 50; });
  return words.empty() ? 0 : static_cast<double>(puzzled) / static_cast<double>(words.size());
}

}  // namespace

struct PagePipeline::State {
  explicit State(const std::filesystem::path& tessdata) : recogniser(tessdata) {}

  Recogniser recogniser;
  std::string font;

  cv::Mat recognise(const PageImage& image, Accuracy accuracy, Page& page, Lap& lap);

  Recognised read(const StraightPage& page, bool latin) {
    Recognised words = recogniser.read_page(page.reading, page.reading_dpi, latin ? Script::Latin : Script::Han);
    if (!latin || (words.confidence >= kReadsWell && puzzled_share(words.words) < kMostPuzzles)) return words;
    Recognised other = recogniser.read_page(page.reading, page.reading_dpi, Script::Han);
    return han_share(other.words) > kHardlyHan || other.confidence > words.confidence ? other : words;
  }

  // The layout analysis may read well what no sample could tell to lie on its side: then the page is turned after all.
  Recognised read_upright(StraightPage& page, Upright& upright) {
    Recognised found = read(page, upright.latin);
    if (!upright.unknown || found.quarter_turns == 0 || found.confidence < kReadsWell) return found;
    upright = {found.quarter_turns, false, upright.latin};
    turn_clockwise(page, upright.quarter_turns);
    return read(page, upright.latin);
  }
};

PagePipeline::PagePipeline(const std::filesystem::path& tessdata) : state_(std::make_unique<State>(tessdata)) {
  state_->font = read_file(state_->recogniser.tessdata() / "pdf.ttf");
}

PagePipeline::~PagePipeline() = default;

void PagePipeline::warm() { state_->recogniser.warm(); }

namespace {

void take_words(Page& page, Recognised read, const StraightPage& straight, const std::vector<cv::Rect>& cells) {
  page.confidence = read.confidence;
  page.words = in_reading_order(std::move(read.words), cells);
  const double scale = straight.scale;
  for (Word& word : page.words) {
    word.text = without_spaces_between_wide(word.text);
    const cv::Rect box = scaled({word.box.left, word.box.top, word.box.width, word.box.height}, 1 / scale) &
                         cv::Rect(0, 0, page.width, page.height);
    word.box = {box.x, box.y, box.width, box.height};
  }
  widen_punctuation(page.words);
  page.text = page_text(page.words);
  page.recognised = true;
  const double share = han_share(page.words);
  if (!page.words.empty()) page.language = share > 0.9 ? "zh" : share < 0.03 ? "en" : "zh+en";
}

}  // namespace

namespace {

PageImage image_of(const PageTask& task) { return page_image(task.file, task.type, task.number, task.limits); }

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

// Where this picture was recognised before: `page` becomes what was found then, and the straightened picture comes back.
cv::Mat recall(const PageTask& task, const PageImage& image, Page& page) {
  if (task.cache.empty()) return {};
  page.picture_hash = picture_hash(image);
  auto known = find_recognised(task.cache, page.picture_hash, recogniser_version(task.accuracy));
  if (!known) return {};
  cv::Mat picture = straight_picture(image, known->skew_degrees, known->quarter_turns);
  if (picture.cols != known->width || picture.rows != known->height) return {};
  known->number = page.number;
  known->dpi = page.dpi;
  known->cpu = page.cpu;
  known->from_cache = true;
  page = *std::move(known);
  return picture;
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

// Everything from the picture to its words; the straightened picture comes back.
cv::Mat PagePipeline::State::recognise(const PageImage& image, Accuracy accuracy, Page& page, Lap& lap) {
  const cv::Mat grey = grey_for_reading(image.pixels, image.dpi);
  const Ink ink = find_ink(grey, image.dpi);
  const cv::Mat bed = find_bed(ink.small, ink.coarse.dpi);
  const Glyphs glyphs = find_glyphs(ink.fine, grey.size(), bed);
  page.blank = is_blank(image, glyphs, bed);
  if (!page.blank) take_skew(page, find_skew(ink));
  page.cpu.analyse = lap.next();
  StraightPage straight =
      make_straight(image, clean_for_reading(grey, image.bilevel, ink, bed), glyphs, page.skew_degrees);
  page.cpu.straighten = lap.next();
  Upright upright;
  Recognised found;
  if (!page.blank) {
    upright = turn_upright(straight, recogniser);
    found = read_upright(straight, upright);
  }
  page.quarter_turns = upright.quarter_turns;
  page.turn_unknown = upright.unknown;
  page.width = straight.picture.cols;
  page.height = straight.picture.rows;
  if (!page.blank) {
    const std::vector<cv::Rect> cells = find_cells(straight.reading, straight.reading_dpi);
    look_again(found, straight, cells, accuracy, script_of(found), recogniser);
    take_words(page, std::move(found), straight, cells);
  }
  page.cpu.recognise = lap.next();
  return straight.picture;
}

Page PagePipeline::process(const PageTask& task, const std::filesystem::path& piece) {
  Lap lap;
  const PageImage image = image_of(task);
  Page page;
  page.number = task.number;
  page.dpi = image.dpi;
  page.cpu.decode = lap.next();
  cv::Mat picture = recall(task, image, page);
  if (page.from_cache) page.cpu.straighten = lap.next();
  else picture = state_->recognise(image, task.accuracy, page, lap);
  keep(task.before, image.pixels, image.dpi);
  keep(task.after, picture, image.dpi);
  if (!page.blank && !piece.empty()) write_pdf_page(picture, image.bilevel, page, state_->font, piece);
  page.cpu.write = lap.next();
  return page;
}

}  // namespace twofold::scanner
