// Pages of TIFFs into a new TIFF, by libtiff: what describes a page's pixels is copied, and its strips or tiles as they are.
#include "scanner/worker/failure.h"
#include "scanner/worker/page/take_pages.h"

#include <tiffio.h>

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace twofold::scanner {
namespace {

struct Close {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffPtr = std::unique_ptr<TIFF, Close>;

constexpr tmsize_t kLargestPiece = tmsize_t{256} << 20U;

template <class Value>
void copy(TIFF* from, TIFF* to, ttag_t tag) {
  Value value{};
  if (TIFFGetField(from, tag, &value) == 1) TIFFSetField(to, tag, value);
}

void copy_description(TIFF* from, TIFF* to) {
  for (const ttag_t tag : {TIFFTAG_IMAGEWIDTH, TIFFTAG_IMAGELENGTH, TIFFTAG_ROWSPERSTRIP, TIFFTAG_TILEWIDTH, TIFFTAG_TILELENGTH}) {
    copy<std::uint32_t>(from, to, static_cast<ttag_t>(tag));
  }
  // The compression goes first: it brings tags of its own.
  for (const ttag_t tag :
       {TIFFTAG_COMPRESSION, TIFFTAG_BITSPERSAMPLE, TIFFTAG_SAMPLESPERPIXEL, TIFFTAG_PHOTOMETRIC, TIFFTAG_FILLORDER,
        TIFFTAG_ORIENTATION, TIFFTAG_PLANARCONFIG, TIFFTAG_RESOLUTIONUNIT, TIFFTAG_SAMPLEFORMAT, TIFFTAG_MINSAMPLEVALUE,
        TIFFTAG_MAXSAMPLEVALUE, TIFFTAG_THRESHHOLDING, TIFFTAG_YCBCRPOSITIONING}) {
    copy<std::uint16_t>(from, to, static_cast<ttag_t>(tag));
  }
  for (const ttag_t tag : {TIFFTAG_XRESOLUTION, TIFFTAG_YRESOLUTION}) copy<float>(from, to, static_cast<ttag_t>(tag));
  for (const ttag_t tag : {TIFFTAG_SOFTWARE, TIFFTAG_DATETIME, TIFFTAG_ARTIST, TIFFTAG_MAKE, TIFFTAG_MODEL}) {
    copy<char*>(from, to, static_cast<ttag_t>(tag));
  }
}

// What only some compressions and kinds of pixels have.
void copy_particulars(TIFF* from, TIFF* to) {
  std::uint16_t compression = COMPRESSION_NONE, bits = 1, count = 0, across = 0, down = 0;
  TIFFGetField(from, TIFFTAG_COMPRESSION, &compression);
  TIFFGetFieldDefaulted(from, TIFFTAG_BITSPERSAMPLE, &bits);
  if (compression == COMPRESSION_OJPEG) throw ReadFailure(Failure::Unsupported, "JPEG of the old kind within a TIFF");
  if (compression == COMPRESSION_CCITTFAX3) copy<std::uint32_t>(from, to, TIFFTAG_GROUP3OPTIONS);
  if (compression == COMPRESSION_CCITTFAX4) copy<std::uint32_t>(from, to, TIFFTAG_GROUP4OPTIONS);
  if (compression == COMPRESSION_LZW || compression == COMPRESSION_ADOBE_DEFLATE || compression == COMPRESSION_DEFLATE) {
    copy<std::uint16_t>(from, to, TIFFTAG_PREDICTOR);
  }
  std::uint32_t length = 0;
  void* bytes = nullptr;
  if (compression == COMPRESSION_JPEG) {
    if (TIFFGetField(from, TIFFTAG_YCBCRSUBSAMPLING, &across, &down) == 1) TIFFSetField(to, TIFFTAG_YCBCRSUBSAMPLING, across, down);
    if (TIFFGetField(from, TIFFTAG_JPEGTABLES, &length, &bytes) == 1) TIFFSetField(to, TIFFTAG_JPEGTABLES, length, bytes);
  }
  if (TIFFGetField(from, TIFFTAG_ICCPROFILE, &length, &bytes) == 1) TIFFSetField(to, TIFFTAG_ICCPROFILE, length, bytes);
  std::uint16_t *extra = nullptr, *red = nullptr, *green = nullptr, *blue = nullptr;
  if (TIFFGetField(from, TIFFTAG_EXTRASAMPLES, &count, &extra) == 1) TIFFSetField(to, TIFFTAG_EXTRASAMPLES, count, extra);
  if (TIFFGetField(from, TIFFTAG_COLORMAP, &red, &green, &blue) == 1) TIFFSetField(to, TIFFTAG_COLORMAP, red, green, blue);
}

// The way up, turned clockwise: 1 → 6 → 3 → 8, and the mirrored ones 2 → 7 → 4 → 5.
void turn(TIFF* page, int quarter_turns) {
  constexpr std::array<std::uint16_t, 9> next{6, 6, 7, 8, 5, 2, 3, 4, 1};
  std::uint16_t orientation = ORIENTATION_TOPLEFT;
  TIFFGetField(page, TIFFTAG_ORIENTATION, &orientation);
  for (int i = 0; i < quarter_turns; ++i) orientation = next.at(orientation < next.size() ? orientation : 1);
  TIFFSetField(page, TIFFTAG_ORIENTATION, orientation);
}

void copy_pixels(TIFF* from, TIFF* to) {
  const bool tiled = TIFFIsTiled(from) != 0;
  const std::uint32_t pieces = tiled ? TIFFNumberOfTiles(from) : TIFFNumberOfStrips(from);
  std::vector<unsigned char> piece;
  for (std::uint32_t i = 0; i < pieces; ++i) {
    const auto length = static_cast<tmsize_t>(TIFFGetStrileByteCount(from, i));
    if (length < 0 || length > kLargestPiece) throw ReadFailure(Failure::TooLarge, "a piece of a TIFF page is too large");
    piece.resize(static_cast<std::size_t>(length));
    const tmsize_t got = tiled ? TIFFReadRawTile(from, i, piece.data(), length) : TIFFReadRawStrip(from, i, piece.data(), length);
    if (got != length) throw ReadFailure(Failure::Corrupt, "a TIFF page is cut short");
    const tmsize_t put = tiled ? TIFFWriteRawTile(to, i, piece.data(), length) : TIFFWriteRawStrip(to, i, piece.data(), length);
    if (put != length) throw ReadFailure(Failure::TooLarge, "the new TIFF cannot be written");
  }
}

}  // namespace

void take_tiff_pages(const Job& job) {
  TIFFSetErrorHandler(nullptr);
  TIFFSetWarningHandler(nullptr);
  std::map<int, TiffPtr> sources;
  TiffPtr made;
  bool big_endian = false;
  for (const Pick& pick : job.picks) {
    TiffPtr& from = sources[pick.file];
    if (!from) from.reset(TIFFOpen(enclosed_path(job.scratch, static_cast<std::size_t>(pick.file)).c_str(), "r"));
    if (!from || TIFFSetDirectory(from.get(), static_cast<tdir_t>(pick.page - 1)) == 0) {
      throw ReadFailure(Failure::Corrupt, "the TIFF lacks a page");
    }
    if (!made) {
      big_endian = TIFFIsBigEndian(from.get()) != 0;
      made.reset(TIFFOpen(taken_path(job.scratch, FileType::Tiff).c_str(), big_endian ? "wb" : "wl"));
    }
    if (!made) throw ReadFailure(Failure::TooLarge, "the new TIFF cannot be written");
    // Pixels of more than a byte lie in the order of their file.
    if ((TIFFIsBigEndian(from.get()) != 0) != big_endian) throw ReadFailure(Failure::Unsupported, "TIFFs of two byte orders");
    copy_description(from.get(), made.get());
    copy_particulars(from.get(), made.get());
    turn(made.get(), pick.quarter_turns);
    copy_pixels(from.get(), made.get());
    if (TIFFWriteDirectory(made.get()) == 0) throw ReadFailure(Failure::TooLarge, "the new TIFF cannot be written");
  }
}

}  // namespace twofold::scanner
