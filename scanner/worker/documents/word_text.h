#pragma once
// The running text of WordprocessingML.

#include "scanner/worker/documents/office_xml.h"
#include "scanner/worker/documents/pictures.h"
#include "scanner/worker/documents/word_numbering.h"

#include <map>
#include <string>

namespace twofold::scanner {

// What is written outside of the running text, by its identifier, and taken from here when it is placed.
struct WordNotes {
  std::map<std::string, std::string> footnotes, endnotes, comments;
};

struct WordContext {
  const Parts& parts;
  PictureList& pictures;
  WordNumbering& numbering;
  WordNotes& notes;
};

// The text of a part: paragraphs as lines with their list numbers, table rows as lines with cells apart by tabs.
// Inserted text is shown, deleted text is not. A note follows the line that refers to it as "[1] text", a comment as
// "[author] text", a text box the line it is anchored in; pictures are marks.
std::string word_text(const WordContext& context, const std::string& part);

// The notes of a part by identifier: every `element` ("footnote", "endnote", "comment") with its text; comments begin
// with their author.
std::map<std::string, std::string> word_notes(const WordContext& context, const std::string& part,
                                              std::string_view element);

}  // namespace twofold::scanner
