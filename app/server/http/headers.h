#pragma once
// Header fields of a request or an answer: few, in their order, looked up without regard to case.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace twofold::app::http {

class Headers {
 public:
  Headers() = default;
  Headers(std::initializer_list<std::pair<std::string, std::string>> fields) : fields_(fields) {}

  // The first value of that name; empty where there is none.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const;
  std::size_t count(std::string_view name) const;
  void add(std::string name, std::string value);       // beside others of the name
  void set(std::string_view name, std::string value);  // in place of all others of the name
  void set_if_absent(std::string_view name, std::string value);
  void remove(std::string_view name);

  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }
  std::size_t size() const { return fields_.size(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// ASCII only, as in header names, methods and media types.
bool same_word(std::string_view a, std::string_view b);

}  // namespace twofold::app::http
