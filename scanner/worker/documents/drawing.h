#pragma once
// Shapes of DrawingML, as slides and the drawings of sheets hold them.

#include "scanner/worker/documents/office_xml.h"
#include "scanner/worker/documents/pictures.h"

#include <string>

namespace twofold::scanner {

enum class Shapes { All, NotesOnly };  // NotesOnly: of a notes page, what was written there

// The text of a part's shapes in their order, a title first; tables as rows of cells apart by tabs, charts and diagrams
// with their words, pictures as marks.
std::string drawing_text(const Parts& parts, const std::string& part, PictureList& pictures,
                         Shapes shapes = Shapes::All);
// Titles, series and categories of a chart.
std::string chart_text(const std::string& xml);
// Every text of a part, paragraphs as lines: diagrams, comments.
std::string plain_text(const std::string& xml);

}  // namespace twofold::scanner
