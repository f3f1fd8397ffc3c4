#include "scanner/reader.h"

namespace twofold::scanner {

namespace {

// Raised whenever the same picture would give another text.
constexpr const char* kWay = "3";

}  // namespace

// The parent does not link Tesseract: the build asks for its version and hands it in.
std::string recogniser_version(Accuracy accuracy) {
  return "tesseract " TWOFOLD_TESSERACT_VERSION " HanS+eng " + std::string(name_of(accuracy)) + " " + kWay;
}

}  // namespace twofold::scanner
