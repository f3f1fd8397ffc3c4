// Pages into a PDF, by QPDF; pictures become pages of one by Leptonica.
#include "scanner/worker/page/take_pages.h"

#include "scanner/worker/failure.h"

#include <leptonica/allheaders.h>
#include <qpdf/ClosedFileInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <map>
#include <memory>

namespace twofold::scanner {
namespace {

struct Free {
  void operator()(void* memory) const { lept_free(memory); }
};

// A PDF of one page that holds the picture.
struct PackedPicture {
  std::unique_ptr<l_uint8, Free> bytes;
  std::size_t size = 0;
};

PackedPicture packed(const std::filesystem::path& file, const Pick& pick) {
  setMsgSeverity(L_SEVERITY_NONE);
  l_uint8* bytes = nullptr;
  PackedPicture made;
  if (pick.type == FileType::Tiff) {
    Pix* pix = pixReadTiff(file.c_str(), pick.page - 1);
    if (pix == nullptr) throw ReadFailure(Failure::Corrupt, "a TIFF page cannot be decoded");
    const int how = pixGetDepth(pix) == 1 ? L_G4_ENCODE : L_FLATE_ENCODE;
    pixConvertToPdfData(pix, how, 0, &bytes, &made.size, 0, 0, pixGetXRes(pix), nullptr, nullptr, 0);
    pixDestroy(&pix);
  } else {
    convertUnscaledToPdfData(file.c_str(), nullptr, &bytes, &made.size);
  }
  made.bytes.reset(bytes);
  if (!made.bytes) throw ReadFailure(Failure::Corrupt, "a picture cannot become a page");
  return made;
}

// The files that pages come from; all of it must outlive the writing.
class PdfSources {
 public:
  explicit PdfSources(const std::filesystem::path& scratch) : scratch_(scratch) {}

  QPDFPageObjectHelper page(const Pick& pick) {
    const auto key = pick.type == FileType::Pdf ? std::pair(pick.file, 0) : std::pair(pick.file, pick.page);
    auto& source = sources_[key];
    if (!source.document) open(source, pick);
    const std::size_t index = pick.type == FileType::Pdf ? static_cast<std::size_t>(pick.page) - 1 : 0;
    if (index >= source.pages.size()) throw ReadFailure(Failure::Corrupt, "the file lacks a page");
    return source.pages[index];
  }

 private:
  struct Source {
    PackedPicture picture;
    std::unique_ptr<QPDF> document;
    std::vector<QPDFPageObjectHelper> pages;
  };

  void open(Source& source, const Pick& pick) {
    const auto file = enclosed_path(scratch_, static_cast<std::size_t>(pick.file));
    source.document = std::make_unique<QPDF>();
    source.document->setSuppressWarnings(true);
    if (pick.type == FileType::Pdf) {
      source.document->processInputSource(std::make_shared<ClosedFileInputSource>(file.c_str()));
    } else {
      source.picture = packed(file, pick);
      source.document->processMemoryFile("picture", reinterpret_cast<const char*>(source.picture.bytes.get()), source.picture.size);
    }
    QPDFPageDocumentHelper pages(*source.document);
    pages.pushInheritedAttributesToPage();
    pages.removeUnreferencedResources();  // a page must not bring along the pictures of all the others
    source.pages = pages.getAllPages();
  }

  const std::filesystem::path scratch_;
  std::map<std::pair<int, int>, Source> sources_;
};

}  // namespace

void take_pdf_pages(const Job& job) try {
  PdfSources sources(job.scratch);
  QPDF whole;
  whole.emptyPDF();
  QPDFPageDocumentHelper pages(whole);
  for (const Pick& pick : job.picks) {
    pages.addPage(sources.page(pick), false);
    if (pick.quarter_turns != 0) pages.getAllPages().back().rotatePage(90 * pick.quarter_turns, true);
  }
  QPDFWriter writer(whole, taken_path(job.scratch, FileType::Pdf).c_str());
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setDeterministicID(true);
  writer.write();
} catch (const QPDFExc& error) {
  throw ReadFailure(Failure::Corrupt, error.what());
}

Answer take_pages(const Job& job) {
  if (job.type == FileType::Tiff) take_tiff_pages(job);
  else take_pdf_pages(job);
  return {};
}

}  // namespace twofold::scanner
