#include "app/cli/progress_bar.h"

#include "app/cli/terminal.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

namespace twofold::app {
namespace {

using std::chrono::steady_clock;

std::atomic<bool> stop_asked{false};

extern "C" void ask_to_stop(int signal) {
  if (stop_asked.exchange(true)) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
}

std::string clock_text(double seconds) {
  const auto whole = static_cast<long>(std::max(0.0, seconds));
  return whole >= 3600 ? fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60)
                       : fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string bar(const Progress& progress, std::size_t width) {
  const double share = progress.total == 0 ? 0 : static_cast<double>(progress.done) / static_cast<double>(progress.total);
  const auto full = static_cast<std::size_t>(share * static_cast<double>(width));
  std::string out;
  for (std::size_t i = 0; i < width; ++i) out += i < full ? "█" : "░";
  return out;
}

}  // namespace

ProgressBar::ProgressBar(Language language, bool visible)
    : language_(language), visible_(visible), terminal_(is_terminal(STDERR_FILENO)), started_(steady_clock::now()) {
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGTERM, ask_to_stop);
}

ProgressBar::~ProgressBar() {
  if (drew_ && terminal_) std::cerr << '\n';
}

bool ProgressBar::cancelled() const { return stop_asked.load(); }

void ProgressBar::report(const Progress& progress) {
  if (!visible_) return;
  const std::lock_guard guard(mutex_);
  const auto now = steady_clock::now();
  if (progress.stage != stage_) {
    stage_ = progress.stage;
    started_ = now;
    drawn_ = {};
  }
  const auto pause = terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(10'000);
  if (now - drawn_ < pause && progress.done != progress.total) return;
  drawn_ = now;
  draw(progress, std::chrono::duration<double>(now - started_).count());
}

void ProgressBar::draw(const Progress& progress, double seconds) {
  const double rate = seconds > 0 ? static_cast<double>(progress.done) / seconds : 0;
  std::string line = render(Message{progress.stage, {}}, language_);
  if (progress.total > 0) line += fmt::format(" {} {}/{}", bar(progress, 24), progress.done, progress.total);
  else if (progress.done > 0) line += fmt::format(" {}", progress.done);
  if (rate > 0) line += fmt::format("  {:.1f}/s", rate);
  if (progress.total > progress.done && rate > 0)
    line += "  " + render(msg("progress.left", clock_text(static_cast<double>(progress.total - progress.done) / rate)), language_);
  line += "  " + progress.subject;
  drew_ = true;
  if (terminal_) std::cerr << '\r' << cut_to_width(line, terminal_width() - 1) << "\033[K" << std::flush;
  else std::cerr << line << '\n';
}

}  // namespace twofold::app
