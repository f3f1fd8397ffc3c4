#pragma once
// Tesseract, wrapped: words of a clean grey picture, and which way up a page is. Internal to the worker.

#include "scanner/reader.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>
#include <vector>

namespace twofold::scanner {

enum class Script { Han, Latin };

// A word, and the number of the block of the page that the layout analysis put it in.
struct ReadWord : Word {
  int block = 0;
};

struct Recognised {
  std::vector<ReadWord> words;  // boxes in pixels of the picture that was given
  double confidence = 0;    // mean over the words, weighted by their letters, 0 … 100
  int quarter_turns = 0;    // clockwise turns that bring most words upright, as the layout analysis sees it
};

struct Orientation {
  int quarter_turns = 0;    // clockwise turns that bring the page upright, 0 … 3
  double confidence = 0;    // Tesseract's own scale; 7 and above is to be trusted
};

// One thread's recogniser; models load at first use and stay.
class Recogniser {
 public:
  explicit Recogniser(const std::filesystem::path& tessdata);
  ~Recogniser();
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;

  void warm();  // loads all models now

  // A whole page, its layout found automatically. Throws std::runtime_error when the model is missing.
  Recognised read_page(const cv::Mat& grey, double dpi, Script script);
  // A few lines of it, as one block; one line of it.
  Recognised read_block(const cv::Mat& grey, double dpi, Script script);
  Recognised read_line(const cv::Mat& grey, double dpi, Script script);
  Orientation find_orientation(const cv::Mat& grey, double dpi);

  const std::filesystem::path& tessdata() const;
  double milliseconds() const { return milliseconds_; }  // CPU spent inside Tesseract so far

 private:
  Recognised read(const cv::Mat& grey, double dpi, Script script, int mode);

  struct State;
  std::unique_ptr<State> state_;
  double milliseconds_ = 0;
};

// CPU milliseconds of the calling thread.
double thread_milliseconds();

}  // namespace twofold::scanner
