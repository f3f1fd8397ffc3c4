#pragma once
// Jobs become answers; every exception becomes a typed failure.

#include "scanner/protocol.h"

#include <memory>
#include <string>

namespace twofold::scanner {

class PagePipeline;

class Desk {
 public:
  Desk();
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  // Loads what all jobs of this kind share, such as the recogniser's models. Reads no foreign byte. Throws
  // std::runtime_error when it is not there.
  void prepare(JobKind kind);
  Answer work(const Job& job);

 private:
  Answer dispatch(const Job& job);
  Answer page(const Job& job);

  std::unique_ptr<PagePipeline> pipeline_;
};

Answer failed(Failure failure, const std::string& detail);

}  // namespace twofold::scanner
