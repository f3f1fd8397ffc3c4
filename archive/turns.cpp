#include "archive/turns.h"

namespace twofold::archive {

void aside(ProgressSink& progress, const std::function<void()>& work) {
  if (auto* turns = dynamic_cast<TakesTurns*>(&progress)) turns->aside(work);
  else work();
}

bool others_wait(const ProgressSink& progress) {
  const auto* turns = dynamic_cast<const TakesTurns*>(&progress);
  return turns && turns->others_wait();
}

void between_steps(ProgressSink& progress) {
  if (auto* turns = dynamic_cast<TakesTurns*>(&progress)) turns->between_steps();
}

void give_way(ProgressSink& progress) {
  between_steps(progress);
  if (others_wait(progress)) aside(progress, [] {});
}

}  // namespace twofold::archive
