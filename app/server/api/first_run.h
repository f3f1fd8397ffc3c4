#pragma once
// Where nobody is entered yet, the first administrator is made by whoever reads the server's terminal.

#include "app/server/api/call.h"

#include <mutex>

namespace twofold::app::api {

class FirstRun {
 public:
  explicit FirstRun(SharedArchive& shared);
  // Empty where people are entered, and once it was used.
  std::string code() const;
  // Error{Refused, "session.bad_code"}; after ten wrong ones none is right until the server starts again.
  void require(const std::string& given);
  void used();

 private:
  mutable std::mutex mutex_;
  std::string code_;
  int wrong_ = 0;
};

http::Response make_administrator(Call& call);

}  // namespace twofold::app::api
