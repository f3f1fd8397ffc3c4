#pragma once
// Holds what the server answers against the OpenAPI document that it serves: the status, the media type, every field.

#include "tests/app/server/api/served_archive.h"

#include <set>

namespace twofold::app::api {

class Contract {
 public:
  explicit Contract(Object::Ptr document) : document_(std::move(document)) {}

  // Fails the test where an answer below /api/v1 is none that the document promises. `path` without its query.
  void check(const std::string& method, const std::string& path, const Answered& answer);
  // The same of what a job of that address has made.
  void check_result(const std::string& method, const std::string& path, const Object::Ptr& result) const;
  // "GET /items": the operations whose answer came that is promised where all is well, and those of the document.
  const std::set<std::string>& kept() const { return kept_; }
  std::set<std::string> promised() const;

 private:
  std::string template_of(const std::string& method, const std::string& path) const;
  void faults(const Poco::Dynamic::Var& value, const Object& schema, const std::string& at,
              std::vector<std::string>& found) const;
  void object_faults(const Object& value, const Object& schema, const std::string& at,
                     std::vector<std::string>& found) const;

  const Object::Ptr document_;
  std::set<std::string> kept_;
};

}  // namespace twofold::app::api
