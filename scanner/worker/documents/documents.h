#pragma once
// Electronic documents into text: one page per slide or sheet; flowing text in pages of about 3000 characters that end
// where a paragraph ends. All throw ReadFailure.

#include "scanner/protocol.h"
#include "scanner/worker/documents/pictures.h"

#include <string>
#include <string_view>
#include <vector>

namespace twofold::scanner {

// What a format's reader finds: `parts` are slides or sheets, or one single part when `flowing`.
struct DocumentText {
  std::string title;
  std::vector<std::string> parts;
  bool flowing = true;
  PictureList pictures;             // their marks stand in the parts
};

// By job.type: OOXML, ODF, HTML, text, CSV or mail.
Answer extract_document(const Job& job);
// DOC, XLS, PPT and RTF by way of the office suite; runs in the converter alone.
Answer convert_document(const Job& job);
// JobKind::Typeset: any office document as a PDF, at typeset_path(job.scratch); runs in the converter alone.
Answer typeset_document(const Job& job);

DocumentText read_docx(const std::filesystem::path& file, const ReaderLimits& limits);
DocumentText read_xlsx(const std::filesystem::path& file, const ReaderLimits& limits);
DocumentText read_pptx(const std::filesystem::path& file, const ReaderLimits& limits);
// ODT, ODS and ODP: each sheet or slide is a part.
DocumentText read_odf(const std::filesystem::path& file, const ReaderLimits& limits, FileType type);
DocumentText read_html(std::string_view bytes);
// The text alone of a page inside a mail; `declared` is the charset the mail says, `pictures` gets those inside.
std::string html_text(std::string_view bytes, std::string_view declared, PictureList& pictures);
// Lines of cells apart by tabs.
std::string read_csv(std::string_view text);
// Text and title of the mail; attachments go to enclosed_path(job.scratch, n).
Answer read_mail(const Job& job);

// Title and numbered pages with tidy text; empty parts stay pages so that slide and sheet numbers hold. The pictures of
// `package` are left for the recogniser.
Answer to_answer(const DocumentText& document, const Job& job, const std::filesystem::path& package);
// Lines without trailing white space, at most one empty line in a row, none at either end.
std::string tidy(std::string_view text);
// The bytes of a text file, up to a bound; throws ReadFailure{TooLarge} beyond.
std::string read_bounded(const std::filesystem::path& file);

}  // namespace twofold::scanner
