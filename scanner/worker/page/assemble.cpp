// The pieces of a document, page by page, into its reading copy.
#include "scanner/worker/failure.h"
#include "scanner/worker/page/archival.h"
#include "scanner/worker/page/glyphless_font.h"
#include "scanner/worker/page/pipeline.h"

#include <qpdf/ClosedFileInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace twofold::scanner {
void assemble(const std::vector<std::filesystem::path>& pieces, const std::filesystem::path& out,
              const std::string& title) {
  QPDF whole;
  whole.emptyPDF();
  QPDFPageDocumentHelper pages(whole);
  std::vector<std::unique_ptr<QPDF>> sources;  // must outlive the writing; their files stay closed meanwhile
  for (const auto& piece : pieces) {
    sources.push_back(std::make_unique<QPDF>());
    try {
      sources.back()->processInputSource(std::make_shared<ClosedFileInputSource>(piece.c_str()));
      for (const auto& page : QPDFPageDocumentHelper(*sources.back()).getAllPages()) pages.addPage(page, false);
    } catch (const QPDFExc& error) {
      throw ReadFailure(Failure::Corrupt, error.what());
    }
  }
  SharedFont font;
  for (auto& page : pages.getAllPages()) font.share(page.getObjectHandle());
  dress_as_pdf_a(whole, title);
  QPDFWriter writer(whole, out.c_str());
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setDeterministicID(true);
  writer.write();
}

}  // namespace twofold::scanner
