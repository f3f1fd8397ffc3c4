#include "scanner/worker/pdf.h"

#include "scanner/worker/failure.h"
#include "scanner/worker/page/archival.h"
#include "scanner/worker/page/glyphless_font.h"

#include <qpdf/ClosedFileInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>

namespace twofold::scanner {

void assemble_mixed(const Job& job, const std::filesystem::path& out) try {
  QPDF original, whole;
  original.setSuppressWarnings(true);
  original.processFile(job.source.c_str());
  whole.emptyPDF();
  const auto own = QPDFPageDocumentHelper(original).getAllPages();
  QPDFPageDocumentHelper pages(whole);
  std::vector<std::size_t> from_pieces;
  std::vector<std::unique_ptr<QPDF>> pieces;  // must outlive the writing
  for (std::size_t placed = 0; placed < job.pages.size(); ++placed) {
    const int number = job.pages[placed];
    const std::filesystem::path piece = piece_path(job.scratch, number);
    if (!std::filesystem::exists(piece)) {
      pages.addPage(own.at(static_cast<std::size_t>(number) - 1), false);
      continue;
    }
    pieces.push_back(std::make_unique<QPDF>());
    pieces.back()->processInputSource(std::make_shared<ClosedFileInputSource>(piece.c_str()));
    pages.addPage(QPDFPageDocumentHelper(*pieces.back()).getAllPages().at(0), false);
    from_pieces.push_back(placed);
  }
  SharedFont font;
  const auto all = pages.getAllPages();
  for (const std::size_t i : from_pieces) font.share(all.at(i).getObjectHandle());
  set_title(whole, job.title);
  QPDFWriter writer(whole, out.c_str());
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setDeterministicID(true);
  writer.write();
} catch (const QPDFExc& error) {
  throw ReadFailure(Failure::Corrupt, error.what());
} catch (const std::out_of_range&) {
  throw ReadFailure(Failure::Corrupt, "the PDF's page tree is damaged");
}

}  // namespace twofold::scanner
