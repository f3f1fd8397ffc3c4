#include "archive/forms/volume/volume_forms.h"

#include "archive/forms/volume/spine.h"

namespace twofold::archive {

void draw_print_run(Printer& printer, Archive& archive, const catalog::Volume& volume, const Sealing& sealing, const Wording& words) {
  draw_cover(printer, archive, volume, words);
  draw_spines(printer, {spine_of(volume)}, spine_width_for(volume.page_count), words);
  draw_volume_catalogue(printer, archive.database(), volume, words);
  draw_electronic_catalogue(printer, archive.database(), volume, words);
  draw_closing_note(printer, archive, volume, sealing, words);
}

}  // namespace twofold::archive
