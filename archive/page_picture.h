#pragma once
// The picture of a page as people look at it: where it comes from, and the cache of pictures made before.

#include "archive/archive.h"
#include "catalog/items.h"
#include "scanner/page_view.h"
#include "scanner/reader.h"

namespace twofold::archive {

struct PictureSource {
  Sha256 digest;           // of the file that it is made from
  int page = 1;            // in that file
  scanner::PageView view;  // how it is to be turned; the width is whoever asks's
};

// From the reading copy where the page is in it, upright already, else from the original. Nothing where the item has no
// such page or the page is no picture (electronic text).
std::optional<PictureSource> picture_source(Archive& archive, const catalog::Item& item, int page);

// Widths come in steps, so that few pictures are kept: the next one up.
int picture_width(int wanted);
std::filesystem::path picture_path(const Layout& layout, const PictureSource& source, int width);

// The pictures that reading left in `scratch` (scanner::Pictures::Shown) are kept, so that whoever looks at a page first does not
// wait for one. `reading_copy` is where most pages are looked at, if there is one.
void keep_shown_pictures(const Layout& layout, const std::filesystem::path& scratch, const scanner::Reading& reading,
                         const Sha256& original, const std::optional<Sha256>& reading_copy);

struct KeptPicture {
  std::filesystem::path path;
  std::filesystem::file_time_type made;
  std::uintmax_t bytes = 0;
};
// What they may take of the disk: a tenth of what they show, and so much that small archives never make one twice.
std::uintmax_t room_for_pictures(const catalog::Database& database);
std::vector<KeptPicture> kept_pictures(const Layout& layout);
// Until no more than so many bytes are left; returns how many are.
std::uintmax_t drop_oldest_pictures(const Layout& layout, std::uintmax_t most_bytes);
// What was made of these bytes goes with them.
void forget_pictures(const Layout& layout, const Sha256& digest);

}  // namespace twofold::archive
