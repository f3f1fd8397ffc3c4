#pragma once
// Lines as they come, from a file, a pipe or a keyboard: what has arrived by now is one batch. A typed line is a batch
// of its own, a file's are thousands; so that each is acknowledged as soon as it can be, and a long file costs few
// commits.

#include <functional>
#include <string>
#include <vector>

namespace twofold::app {

class LineBatches {
 public:
  // "-": standard input. `pausing` is called when nothing has come for a while, before waiting on. Throws Error{Io,
  // "file.cannot_read"}.
  LineBatches(const std::string& file, std::function<void()> pausing);
  ~LineBatches();
  LineBatches(const LineBatches&) = delete;
  LineBatches& operator=(const LineBatches&) = delete;

  // The lines that have come since, without their ends; waits for the first, once whatever was said stands on the
  // screen. Empty at the end. What is no text, such as a picture, is refused before any of its lines is handed on:
  // Error{Usage, "file.not_text"}.
  std::vector<std::string> next();

 private:
  void wait() const;

  std::string file_;
  std::function<void()> pausing_;
  int descriptor_;
  bool ended_ = false;
  std::string rest_;  // of a line that has not ended yet
};

}  // namespace twofold::app
