#include "scanner/worker/page/recogniser.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <stdexcept>

namespace twofold::scanner {
namespace {

std::filesystem::path default_tessdata() {
  const char* prefix = std::getenv("TESSDATA_PREFIX");
  return prefix != nullptr ? prefix : "/usr/share/tesseract-ocr/5/tessdata";
}

using Engine = tesseract::TessBaseAPI;

std::unique_ptr<Engine> load(const std::filesystem::path& tessdata, const char* model, tesseract::OcrEngineMode mode) {
  auto engine = std::make_unique<Engine>();
  if (engine->Init(tessdata.c_str(), model, mode) != 0) {
    throw std::runtime_error("Tesseract cannot load its model " + std::string(model) + " from " + tessdata.string());
  }
  engine->SetVariable("debug_file", "/dev/null");
  return engine;
}

void show(Engine& engine, const cv::Mat& grey, double dpi) {
  engine.SetImage(grey.data, grey.cols, grey.rows, 1, static_cast<int>(grey.step[0]));
  engine.SetSourceResolution(std::max(70, static_cast<int>(dpi)));
}

// Clockwise turns that undo the orientation of the block that a word stands in.
int turns_of(const tesseract::ResultIterator& at) {
  tesseract::Orientation orientation = tesseract::ORIENTATION_PAGE_UP;
  tesseract::WritingDirection direction{};
  tesseract::TextlineOrder order{};
  float deskew = 0;
  at.Orientation(&orientation, &direction, &order, &deskew);
  return (4 - static_cast<int>(orientation)) % 4;
}

Recognised collect(Engine& engine) {
  Recognised result;
  const std::unique_ptr<tesseract::ResultIterator> at(engine.GetIterator());
  int line = -1, block = -1;
  double sum = 0, letters = 0;
  std::array<double, 4> letters_by_turns{};
  if (!at) return result;
  do {
    if (at->Empty(tesseract::RIL_WORD)) continue;
    if (line < 0 || at->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) ++line;
    if (block < 0 || at->IsAtBeginningOf(tesseract::RIL_BLOCK)) ++block;
    const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
    int left = 0, top = 0, right = 0, bottom = 0;
    if (!text || text[0] == '\0' || !at->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) continue;
    ReadWord word{{text.get(), {left, top, right - left, bottom - top}, at->Confidence(tesseract::RIL_WORD), line}, block};
    const auto weight = static_cast<double>(word.text.size());
    sum += weight * static_cast<double>(word.confidence);
    letters += weight;
    letters_by_turns.at(static_cast<std::size_t>(turns_of(*at))) += weight;
    result.words.push_back(std::move(word));
  } while (at->Next(tesseract::RIL_WORD));
  result.confidence = letters > 0 ? sum / letters : 0;
  result.quarter_turns = static_cast<int>(std::max_element(letters_by_turns.begin(), letters_by_turns.end()) -
                                          letters_by_turns.begin());
  return result;
}

}  // namespace

struct Recogniser::State {
  std::filesystem::path tessdata;
  std::array<std::unique_ptr<Engine>, 2> readers;
  std::unique_ptr<Engine> orienter;

  Engine& reader(Script script) {
    auto& engine = readers.at(script == Script::Han ? 0 : 1);
    if (!engine) engine = load(tessdata, script == Script::Han ? "HanS" : "eng", tesseract::OEM_LSTM_ONLY);
    return *engine;
  }

  Engine& orientation() {
    if (!orienter) orienter = load(tessdata, "osd", tesseract::OEM_TESSERACT_ONLY);
    return *orienter;
  }

  Recognised read(const cv::Mat& grey, double dpi, Script script, tesseract::PageSegMode mode) {
    Engine& engine = reader(script);
    engine.SetPageSegMode(mode);
    show(engine, grey, dpi);
    Recognised result;
    if (engine.Recognize(nullptr) == 0) result = collect(engine);
    engine.Clear();
    return result;
  }
};

Recogniser::Recogniser(const std::filesystem::path& tessdata) : state_(std::make_unique<State>()) {
  state_->tessdata = tessdata.empty() ? default_tessdata() : tessdata;
}

Recogniser::~Recogniser() = default;

void Recogniser::warm() {
  for (const Script script : {Script::Han, Script::Latin}) state_->reader(script);
  state_->orientation();
}

const std::filesystem::path& Recogniser::tessdata() const { return state_->tessdata; }

Recognised Recogniser::read(const cv::Mat& grey, double dpi, Script script, int mode) {
  const double before = thread_milliseconds();
  Recognised result = state_->read(grey, dpi, script, static_cast<tesseract::PageSegMode>(mode));
  milliseconds_ += thread_milliseconds() - before;
  return result;
}

Recognised Recogniser::read_page(const cv::Mat& grey, double dpi, Script script) {
  return read(grey, dpi, script, tesseract::PSM_AUTO);
}

Recognised Recogniser::read_block(const cv::Mat& grey, double dpi, Script script) {
  return read(grey, dpi, script, tesseract::PSM_SINGLE_BLOCK);
}

Recognised Recogniser::read_line(const cv::Mat& grey, double dpi, Script script) {
  return read(grey, dpi, script, tesseract::PSM_SINGLE_LINE);
}

Orientation Recogniser::find_orientation(const cv::Mat& grey, double dpi) {
  const double before = thread_milliseconds();
  Engine& engine = state_->orientation();
  engine.SetPageSegMode(tesseract::PSM_OSD_ONLY);
  show(engine, grey, dpi);
  int degrees = 0;
  float confidence = 0, script_confidence = 0;
  const char* script = nullptr;
  Orientation result;
  if (engine.DetectOrientationScript(&degrees, &confidence, &script, &script_confidence)) {
    result = {(360 - degrees) / 90 % 4, static_cast<double>(confidence)};
  }
  engine.Clear();
  milliseconds_ += thread_milliseconds() - before;
  return result;
}

double thread_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace twofold::scanner
