#include "scanner/worker/print/twin_file.h"

#include "scanner/twin_maker.h"
#include "scanner/worker/failure.h"
#include "scanner/worker/page/image.h"
#include "scanner/worker/page/pdf_page.h"
#include "scanner/worker/page/pipeline.h"
#include "scanner/worker/print/find_room.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace twofold::scanner {
namespace {

// An image file as a PDF, each page of its own size.
std::filesystem::path pages_of_images(const Job& job) {
  std::filesystem::create_directories(job.scratch / "pieces");
  std::vector<std::filesystem::path> pieces;
  const int pages = count_pages(job.source, job.type, job.limits);
  for (int number = 1; number <= pages; ++number) {
    const PageImage image = page_image(job.source, job.type, number, job.limits);
    Page page;
    page.number = number;
    page.width = image.pixels.cols;
    page.height = image.pixels.rows;
    page.dpi = image.dpi;
    pieces.push_back(piece_path(job.scratch, number));
    write_pdf_page(image.pixels, image.bilevel, page, {}, pieces.back());
  }
  const std::filesystem::path whole = job.scratch / "pieces" / "whole.pdf";
  assemble(pieces, whole, job.title);
  return whole;
}

// The marks are drawn for the page as it is shown; a page that is shown turned, or whose corner is not its origin, is met where it lies.
void lay_over(QPDF& pdf, QPDFPageObjectHelper page, QPDFPageObjectHelper marks) {
  QPDFObjectHandle form = pdf.copyForeignObject(marks.getFormXObjectForPage());
  QPDFObjectHandle resources = page.getAttribute("/Resources", true);
  if (!resources.isDictionary()) resources = QPDFObjectHandle::newDictionary();
  page.getObjectHandle().replaceKey("/Resources", resources);
  resources.mergeResources(QPDFObjectHandle::parse("<< /XObject << >> >>"));
  int suffix = 1;
  const std::string name = resources.getUniqueResourceName("/Marks", suffix);
  resources.getKey("/XObject").replaceKey(name, form);
  const auto box = page.getTrimBox().getArrayAsRectangle();
  const std::string show = page.placeFormXObject(form, name, box);
  // What the page itself has left of its graphics state must not bend the marks.
  page.addPageContents(pdf.newStream("q\n"), true);
  page.addPageContents(pdf.newStream("\nQ\n" + show), false);
}

}  // namespace

Answer find_print_room(const Job& job) {
  Answer answer;
  answer.room = find_room(page_image(job.source, job.type, job.page, job.limits), job.page == 1);
  return answer;
}

Answer overlay_marks(const Job& job) try {
  QPDF pdf, marks;
  pdf.setSuppressWarnings(true);
  const std::filesystem::path own = job.type == FileType::Pdf ? job.source : pages_of_images(job);
  pdf.processFile(own.c_str());
  marks.processFile(job.other.c_str());
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  const auto overlays = QPDFPageDocumentHelper(marks).getAllPages();
  for (std::size_t i = 0; i < std::min(pages.size(), overlays.size()); ++i) lay_over(pdf, pages[i], overlays[i]);
  QPDFWriter writer(pdf, printed_path(job.scratch).c_str());
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setDeterministicID(true);
  writer.write();
  return {};
} catch (const QPDFExc& error) {
  throw ReadFailure(Failure::Corrupt, error.what());
}

}  // namespace twofold::scanner
