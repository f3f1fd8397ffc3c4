// The pieces of a document, page by page, into its reading copy.
#include "scanner/worker/failure.h"
#include "scanner/worker/page/archival.h"
#include "scanner/worker/page/pipeline.h"

#include <qpdf/ClosedFileInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace twofold::scanner {
namespace {

// All pieces carry the same font without shapes; the first one serves all.
void share_font(QPDFObjectHandle page, QPDFObjectHandle& font) {
  QPDFObjectHandle fonts = page.getKey("/Resources").getKey("/Font");
  if (!fonts.isDictionary() || !fonts.hasKey("/F1")) return;
  if (font.isInitialized()) fonts.replaceKey("/F1", font);
  else font = fonts.getKey("/F1");
}

}  // namespace

void assemble(const std::vector<std::filesystem::path>& pieces, const std::filesystem::path& out,
              const std::string& title) {
  QPDF whole;
  whole.emptyPDF();
  QPDFPageDocumentHelper pages(whole);
  QPDFObjectHandle font;
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
  for (auto& page : pages.getAllPages()) share_font(page.getObjectHandle(), font);
  dress_as_pdf_a(whole, title);
  QPDFWriter writer(whole, out.c_str());
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setDeterministicID(true);
  writer.write();
}

}  // namespace twofold::scanner
