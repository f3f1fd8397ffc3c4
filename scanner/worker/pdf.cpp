#include "scanner/worker/pdf.h"

#include "base/text.h"
#include "scanner/worker/failure.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <qpdf/ClosedFileInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>

namespace twofold::scanner {
namespace {

constexpr std::size_t kLeastLetters = 8;        // fewer are a page number or a stamp on a scan
constexpr std::size_t kMostText = 64U << 20U;   // of one document

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return scrub_utf8({bytes.data(), bytes.size()});
}

// Text that a person could read: fonts without a character map give control characters, private use and U+FFFD.
bool readable_text(const std::string& text) {
  std::size_t letters = 0, junk = 0;
  for (const char32_t c : to_code_points(text)) {
    if (c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c < 0x20 && c != '\n' && c != '\t' && c != '\f')) ++junk;
    else letters += c > 0x20 && c != 0x3000 && c != 0xA0;
  }
  return letters >= kLeastLetters && junk * 5 < letters;
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

std::string page_text(poppler::page& page) {
  std::string text = utf8(page.text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
  std::erase(text, '\f');
  std::erase(text, '\r');
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.empty() ? text : text + '\n';
}

}  // namespace

Answer probe_pdf(const Job& job) {
  const auto document = open_document(job);
  Answer answer;
  answer.title = std::string(trim(utf8(document->get_title())));
  std::size_t total = 0;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (!page) throw ReadFailure(Failure::Corrupt, "a page of the PDF cannot be read");
    std::string text = page_text(*page);
    if (!readable_text(text)) {
      answer.image_pages.push_back(i + 1);
      continue;
    }
    total += text.size();
    if (total > kMostText) throw ReadFailure(Failure::TooLarge, "too much text");
    Page made;
    made.number = i + 1;
    made.text = std::move(text);
    answer.pages.push_back(std::move(made));
  }
  return answer;
}

void assemble_mixed(const Job& job, const std::filesystem::path& out) try {
  QPDF original, whole;
  original.setSuppressWarnings(true);
  original.processFile(job.source.c_str());
  whole.emptyPDF();
  const auto own = QPDFPageDocumentHelper(original).getAllPages();
  QPDFPageDocumentHelper pages(whole);
  std::vector<std::unique_ptr<QPDF>> pieces;  // must outlive the writing
  for (const int number : job.pages) {
    const std::filesystem::path piece = piece_path(job.scratch, number);
    if (!std::filesystem::exists(piece)) {
      pages.addPage(own.at(static_cast<std::size_t>(number) - 1), false);
      continue;
    }
    pieces.push_back(std::make_unique<QPDF>());
    pieces.back()->processInputSource(std::make_shared<ClosedFileInputSource>(piece.c_str()));
    pages.addPage(QPDFPageDocumentHelper(*pieces.back()).getAllPages().at(0), false);
  }
  QPDFWriter writer(whole, out.c_str());
  writer.setDeterministicID(true);
  writer.write();
} catch (const QPDFExc& error) {
  throw ReadFailure(Failure::Corrupt, error.what());
} catch (const std::out_of_range&) {
  throw ReadFailure(Failure::Corrupt, "the PDF's page tree is damaged");
}

}  // namespace twofold::scanner
