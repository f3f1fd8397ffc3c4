#pragma once
// What belongs to a volume: cover (案卷封面), spine (卷脊), volume catalogue (卷内文件目录), electronic catalogue (电子文件归档目录) and closing
// note (备考表), columns as the domain page's §4 has them. Each adds its pages to the document.

#include "archive/archive.h"
#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "base/digest.h"
#include "catalog/volumes.h"

namespace twofold::archive {

struct Sealing {
  Sha256 manifest;         // of the signed manifest
  std::string closed_by;
  Date closed_on;
  std::string checked_by = {};   // empty: to be signed by hand
  std::optional<Date> checked_on = {};
};

void draw_cover(Printer& printer, Archive& archive, const catalog::Volume& volume, const Wording& words);
void draw_volume_catalogue(Printer& printer, const catalog::Database& database, const catalog::Volume& volume, const Wording& words);
void draw_electronic_catalogue(Printer& printer, const catalog::Database& database, const catalog::Volume& volume, const Wording& words);
// As things stand now: what has happened to the volume since its closing is counted on the note and listed after it.
void draw_closing_note(Printer& printer, Archive& archive, const catalog::Volume& volume, const Sealing& sealing, const Wording& words);

// All of them, in the order in which they are bound, with the spine behind the cover.
void draw_print_run(Printer& printer, Archive& archive, const catalog::Volume& volume, const Sealing& sealing, const Wording& words);

}  // namespace twofold::archive
