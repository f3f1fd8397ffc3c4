#include "scanner/reader.h"

namespace twofold::scanner {

// The parent does not link Tesseract: the build asks for its version and hands it in.
std::string recogniser_version() { return "tesseract " TWOFOLD_TESSERACT_VERSION " HanS+eng"; }

}  // namespace twofold::scanner
