#pragma once
// XML in one pass: no entities, no network, no tree. Names come without their prefix.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::scanner {

// The element under the reader; valid during the call it is given to.
class XmlElement {
 public:
  explicit XmlElement(void* reader) : reader_(reader) {}
  std::string_view name() const;
  // The namespace it belongs to; empty when none.
  std::string_view space() const;
  // By its local name, whatever the prefix; empty when absent.
  std::string attribute(std::string_view name) const;
  // The values of all attributes of that local name: `id` and `r:id` may stand side by side.
  std::vector<std::string> attributes(std::string_view name) const;

 private:
  void* reader_;
};

struct XmlHandler {
  // False: this element and all inside it are skipped; `end` is not called for it.
  std::function<bool(const XmlElement&)> start;
  std::function<void(std::string_view name)> end;
  std::function<void(std::string_view text)> text;
};

// Throws ReadFailure{Corrupt} when it is not well-formed, TooLarge when nested absurdly.
void read_xml(std::string_view xml, const XmlHandler& handler);

}  // namespace twofold::scanner
