#include "scanner/worker/page/survey.h"

#include "scanner/worker/page/blank.h"
#include "scanner/worker/page/codes.h"
#include "scanner/worker/page/image.h"
#include "scanner/worker/page/pipeline.h"
#include "scanner/worker/pdf_extras.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace twofold::scanner {
namespace {

// A scan is a picture over most of its page; what a program wrote has smaller ones.
bool is_scan(const PageExtras& page) {
  constexpr double kLeastShare = 0.5;
  double covered = 0;
  for (const PlacedPicture& picture : page.pictures) covered += (picture.right - picture.left) * (picture.bottom - picture.top);
  return covered >= kLeastShare * page.width * page.height;
}

Answer plan(const Job& job) {
  Answer answer;
  const int pages = count_pages(job.source, job.type, job.limits);
  const bool all = job.type != FileType::Pdf || job.thorough;
  PdfExtras* extras = nullptr;
  std::optional<PdfExtras> document;
  if (!all) extras = &document.emplace(job.source);
  for (int number = 1; number <= pages; ++number) {
    if (all || extras->pages() != pages || is_scan(extras->page(number))) answer.image_pages.push_back(number);
    else answer.surveyed.emplace_back().number = number;
  }
  return answer;
}

cv::Mat grey_of(const PageImage& image) {
  if (image.pixels.channels() == 1) return image.pixels;
  cv::Mat grey;
  cv::cvtColor(image.pixels, grey, cv::COLOR_BGR2GRAY);
  return grey;
}

SurveyedPage look_at(const Job& job, int number) {
  constexpr double kQuickDpi = 150;
  const Search search = job.thorough ? Search::Thorough : Search::Quick;
  PageImage image = page_image(job.source, job.type, number, job.limits, kQuickDpi);
  PageCodes found = find_codes(grey_of(image), image.dpi, search);
  if (found.codes.empty() && (found.perhaps || job.thorough) && job.type == FileType::Pdf) {
    image = page_image(job.source, job.type, number, job.limits);
    found = find_codes(grey_of(image), image.dpi, search);
  }
  SurveyedPage page;
  page.number = number;
  page.dpi = image.dpi;
  page.width = image.pixels.cols;
  page.height = image.pixels.rows;
  page.codes = std::move(found.codes);
  page.patch_t = found.patch_t;
  page.unread_code = found.unread;
  page.blank = job.blanks && page.codes.empty() && !page.patch_t && is_blank(image);
  return page;
}

}  // namespace

Answer survey(const Job& job) {
  if (job.pages.empty()) return plan(job);
  Answer answer;
  for (const int number : job.pages) answer.surveyed.push_back(look_at(job, number));
  return answer;
}

}  // namespace twofold::scanner
