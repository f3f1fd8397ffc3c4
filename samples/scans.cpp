#include "samples/scans.h"

#include "base/error.h"
#include "samples/degrade.h"
#include "samples/image_files.h"
#include "samples/packs.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <memory>

namespace twofold::samples {
namespace {

struct DestroyDrawing {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroyDrawing>;
using Context = std::unique_ptr<cairo_t, DestroyDrawing>;

constexpr int kSheetColumns = 2480, kSheetRows = 3508;  // A4 at 300 dpi

struct Sheet {
  cv::Mat image;
  std::string text;
};

Sheet paint(const PagePlan& plan, bool colour, Random& random) {
  Sheet sheet{cv::Mat(kSheetRows, kSheetColumns, CV_8UC4, cv::Scalar::all(255)), ""};
  if (plan.paint) {
    const Surface surface(cairo_image_surface_create_for_data(sheet.image.data, CAIRO_FORMAT_RGB24, kSheetColumns,
                                                              kSheetRows, static_cast<int>(sheet.image.step)));
    const Context cairo(cairo_create(surface.get()));
    Canvas canvas(cairo.get());
    plan.paint(canvas, random);
    cairo_surface_flush(surface.get());
    sheet.text = canvas.text();
  }
  cv::cvtColor(sheet.image, sheet.image, colour ? cv::COLOR_BGRA2BGR : cv::COLOR_BGRA2GRAY);
  return sheet;
}

bool keeps_colour(Carrier carrier) { return carrier != Carrier::TiffFax && carrier != Carrier::TiffGrey; }

}  // namespace

std::vector<Truth> write_scan(const Document& document, const std::filesystem::path& binder, std::uint64_t seed) {
  Random random(seed, document.path);
  std::vector<Truth> truth;
  std::vector<cv::Mat> worn;
  cv::Mat previous;
  // The pages of one file keep one mode, as one run of the feeder does.
  bool colour = false;
  for (const auto& plan : document.pages) colour = colour || (plan.colour && keeps_colour(document.carrier));
  for (const auto& plan : document.pages) {
    const Sheet sheet = paint(plan, colour, random);
    Wear wear = draw_wear(random);
    if (!plan.paint) wear.bleed = 0.12;  // a blank back shows its front
    worn.push_back(degrade(sheet.image, previous, wear, random));
    previous = sheet.image;
    truth.push_back({document.path, static_cast<int>(truth.size()) + 1, sheet.text, wear.angle, wear.upside_down,
                     !plan.paint, plan.kind});
  }
  const std::filesystem::path target = binder / document.path;
  if (document.carrier >= Carrier::Zip) {
    const auto names = write_pack(target, document.carrier, worn);
    for (std::size_t i = 0; i < truth.size(); ++i) {
      truth[i].file += "/" + names[i];
      truth[i].page = 1;
    }
  } else {
    write_images(target, document.carrier, worn, random);
  }
  return truth;
}

std::vector<Truth> write_born_pdf(const Document& document, const std::filesystem::path& binder, std::uint64_t seed) {
  Random random(seed, document.path);
  std::vector<Truth> truth;
  const std::string target = (binder / document.path).string();
  const Surface surface(cairo_pdf_surface_create(target.c_str(), kSheetWidth / 25.4 * 72, kSheetHeight / 25.4 * 72));
  const std::string stamp = document.date + "T09:00:00Z";
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, stamp.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.title.c_str());
  const Context cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), 72 / kDrawingDpi, 72 / kDrawingDpi);
  for (const auto& plan : document.pages) {
    Canvas canvas(cairo.get());
    if (plan.paint) plan.paint(canvas, random);
    cairo_show_page(cairo.get());
    truth.push_back({document.path, static_cast<int>(truth.size()) + 1, canvas.text(), 0, false,
                     !plan.paint, plan.kind});
  }
  cairo_surface_finish(surface.get());
  if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
    throw Error(ErrorKind::Io, msg("file.cannot_write", target, cairo_status_to_string(status)));
  return truth;
}

}  // namespace twofold::samples
