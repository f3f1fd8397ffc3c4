#include "samples/manifest.h"

#include "base/text.h"

#include <Poco/JSON/Object.h>
#include <fmt/format.h>

#include <sstream>

namespace twofold::samples {
namespace {

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return "\"" + replace_all(text, "\"", "\"\"") + "\"";
}

std::string row(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + cell(cells[i]);
  return line + "\r\n";
}

std::string document_row(const Document& document) {
  const Manager& manager = managers()[document.manager];
  const Customer* customer = document.customer;
  const bool good = document.signed_off;
  const std::string signer = customer == nullptr ? "免签" : customer->representative;
  return row({document.path, customer == nullptr ? "" : customer->number, customer == nullptr ? "" : customer->name,
              std::to_string(document.category), manager.chapter, manager.name, document.type, document.title,
              document.number, document.party, document.date, document.place, good ? manager.name : "",
              good ? signer : "", good ? kHandler : "", good ? kLeader : ""});
}

}  // namespace

std::string manifest(const std::vector<Document>& documents) {
  std::string all = "\xEF\xBB\xBF";
  all += row({"文件", "户号", "客户", "类别", "卷章", "客户经理", "材料类型", "题名", "文号", "责任者", "日期", "纸质库位",
              "校对", "客户签名", "经办人", "领导"});
  for (const auto& document : documents) all += document_row(document);
  return all;
}

std::string truth_lines(const std::vector<Truth>& pages) {
  std::ostringstream out;
  for (const auto& page : pages) {
    Poco::JSON::Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    object.set("file", page.file);
    object.set("page", page.page);
    object.set("text", page.text);
    object.set("angle", page.angle);
    object.set("upside_down", page.upside_down);
    object.set("blank", page.blank);
    object.set("kind", page.kind);
    object.stringify(out);
    out << "\n";
  }
  return out.str();
}

}  // namespace twofold::samples
