#pragma once
// How far long work on records is: to whoever may not know of them all without what is in hand.

#include "app/context.h"

namespace twofold::app {

class RecordProgress final : public ProgressSink {
 public:
  explicit RecordProgress(Context& context)
      : to_(context.progress()), tells_records_(context.authority().everywhere(catalog::Action::Describe)) {}

  void report(const Progress& progress) override {
    to_.report(tells_records_ ? progress : Progress{progress.stage, progress.done, progress.total, ""});
  }
  bool cancelled() const override { return to_.cancelled(); }
  bool tells_records() const { return tells_records_; }

 private:
  ProgressSink& to_;
  const bool tells_records_;
};

}  // namespace twofold::app
