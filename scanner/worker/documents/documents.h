#pragma once
// Electronic documents into text: one page per slide or sheet; flowing text in pages of about 3000 characters that end
// where a paragraph ends. All throw ReadFailure.

#include "scanner/protocol.h"

#include <string>
#include <string_view>
#include <vector>

namespace twofold::scanner {

// What a format's reader finds: `parts` are slides or sheets, or one single part when `flowing`.
struct DocumentText {
  std::string title;
  std::vector<std::string> parts;
  bool flowing = true;
};

// By job.type: OOXML, ODF, HTML, text, CSV or mail.
Answer extract_document(const Job& job);
// DOC, XLS and RTF by way of the office suite; runs in the converter alone.
Answer convert_document(const Job& job);

DocumentText read_docx(const std::filesystem::path& file, const ReaderLimits& limits);
DocumentText read_xlsx(const std::filesystem::path& file, const ReaderLimits& limits);
DocumentText read_pptx(const std::filesystem::path& file, const ReaderLimits& limits);
// ODT and ODS; `sheets` makes each table a part.
DocumentText read_odf(const std::filesystem::path& file, const ReaderLimits& limits, bool sheets);
DocumentText read_html(std::string_view bytes);
// Text and title of the mail; attachments go to enclosed_path(job.scratch, n).
Answer read_mail(const Job& job);

// Numbered pages with tidy text; empty parts stay pages so that slide and sheet numbers hold.
std::vector<Page> to_pages(const DocumentText& document);
// The bytes of a text file, up to a bound; throws ReadFailure{TooLarge} beyond.
std::string read_bounded(const std::filesystem::path& file);

}  // namespace twofold::scanner
