#include "scanner/worker/documents/office_xml.h"

#include "base/text.h"
#include "scanner/worker/containers/unpack.h"
#include "scanner/worker/documents/xml.h"
#include "scanner/worker/failure.h"

#include <fstream>
#include <vector>

namespace twofold::scanner {
namespace {

std::string first_bytes(const std::filesystem::path& file) {
  std::string head(4, '\0');
  std::ifstream(file, std::ios::binary).read(head.data(), 4);
  return head;
}

}  // namespace

Parts read_xml_parts(const std::filesystem::path& file, const ReaderLimits& limits, const std::string& main_part) {
  if (first_bytes(file).starts_with("\xD0\xCF\x11\xE0")) {
    throw ReadFailure(Failure::Encrypted, "the document asks for a password");  // then it is wrapped in OLE2
  }
  Parts parts = read_package(file, limits, [](const std::string& name) {
    return name.ends_with(".xml") || name.ends_with(".rels");
  });
  if (!parts.contains(main_part)) throw ReadFailure(Failure::Corrupt, "the document has no main part");
  return parts;
}

std::string title_of(const Parts& parts, const std::string& part) {
  const auto found = parts.find(part);
  if (found == parts.end()) return {};
  std::string title;
  bool inside = false;
  read_xml(found->second, {[&](const XmlElement& element) {
                             inside = element.name() == "title";
                             return true;
                           },
                           [&](std::string_view) { inside = false; },
                           [&](std::string_view text) {
                             if (inside) title += text;
                           }});
  return title;
}

std::map<std::string, std::string> relations_of(const Parts& parts, const std::string& part) {
  std::map<std::string, std::string> relations;
  const std::filesystem::path path(part);
  const auto found = parts.find((path.parent_path() / "_rels" / (path.filename().string() + ".rels")).string());
  if (found == parts.end()) return relations;
  read_xml(found->second, {[&](const XmlElement& element) {
                             const bool external = element.attribute("TargetMode") == "External";
                             if (element.name() != "Relationship" || external) return true;
                             const std::filesystem::path target(element.attribute("Target"));
                             const auto full = target.is_absolute() ? target.relative_path()
                                                                    : path.parent_path() / target;
                             relations[element.attribute("Id")] = full.lexically_normal().string();
                             return true;
                           },
                           nullptr, nullptr});
  return relations;
}

std::vector<ListedPart> listed_parts(const Parts& parts, const std::string& main_part,
                                     std::string_view element_name) {
  const auto relations = relations_of(parts, main_part);
  std::vector<ListedPart> listed;
  const auto start = [&](const XmlElement& element) {
    if (element.name() != element_name) return true;
    // A slide has an id of its own beside that of its relation.
    for (const std::string& id : element.attributes("id")) {
      const auto found = relations.find(id);
      if (found != relations.end() && parts.contains(found->second)) {
        listed.push_back({element.attribute("name"), found->second});
        break;
      }
    }
    return true;
  };
  read_xml(parts.at(main_part), {start, nullptr, nullptr});
  return listed;
}

}  // namespace twofold::scanner
