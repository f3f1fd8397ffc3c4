#include "base/message.h"

#include "base/nested_message.h"

#include <unordered_map>

namespace twofold {
namespace {

constexpr CatalogueEntry kEntries[] = {
#include "base/messages/base.inc"
#include "base/messages/catalog.inc"
#include "base/messages/scanner.inc"
#include "base/messages/indexer.inc"
#include "base/messages/access.inc"
#include "base/messages/changes.inc"
#include "base/messages/supervision.inc"
#include "base/messages/compare.inc"
#include "base/messages/customers.inc"
#include "base/messages/loans.inc"
#include "base/messages/archive.inc"
#include "base/messages/closing.inc"
#include "base/messages/forms.inc"
#include "base/messages/api.inc"
#include "base/messages/printing.inc"
#include "base/messages/app.inc"
#include "base/messages/http.inc"
#include "base/messages/samples.inc"
#include "base/messages/stacks.inc"
#include "base/messages/stocktake.inc"
#include "base/messages/sheets.inc"
#include "base/messages/upkeep.inc"
};

const CatalogueEntry* find_entry(std::string_view key) {
  static const auto index = [] {
    std::unordered_map<std::string_view, const CatalogueEntry*> map;
    for (const auto& entry : kEntries) map.emplace(entry.key, &entry);
    return map;
  }();
  const auto found = index.find(key);
  return found == index.end() ? nullptr : found->second;
}

// Between the messages of a list; each of them begins with the other mark.
constexpr char kListMark = '\x1e';

// An argument that begins with this is a message itself, said in the reader's language: its key, then its arguments, each behind
// another mark.
constexpr char kKeyMark = '\x1f';

std::string argument(const std::string& arg, Language language) {
  if (arg.empty() || arg.front() != kKeyMark) return arg;
  if (const auto comma = arg.find(kListMark); comma != std::string::npos)
    return argument(arg.substr(0, comma), language) + (language == Language::Chinese ? "、" : ", ") +
           argument(arg.substr(comma + 1), language);
  Message message;
  for (std::size_t begin = 1, end = 0; end != std::string::npos; begin = end + 1) {
    end = arg.find(kKeyMark, begin);
    const std::string part = arg.substr(begin, end == std::string::npos ? end : end - begin);
    if (begin == 1) message.key = part;
    else message.args.push_back(part);
  }
  return render(message, language);
}

// What stands between the braces: "0", or "0:page|pages", which is the word for as many.
std::string filled(std::string_view inside, const std::vector<std::string>& args, Language language) {
  const auto number = static_cast<std::size_t>(inside[0] - '0');
  if (number >= args.size()) return "";
  if (inside.size() == 1) return argument(args[number], language);
  const auto bar = inside.find('|');
  return std::string(args[number] == "1" ? inside.substr(2, bar - 2) : inside.substr(bar + 1));
}

bool is_placeholder(std::string_view inside) {
  if (inside.empty() || inside[0] < '0' || inside[0] > '9') return false;
  return inside.size() == 1 || (inside[1] == ':' && inside.find('|') != std::string_view::npos);
}

std::string fill(std::string_view pattern, const std::vector<std::string>& args, Language language) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const auto end = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    const auto inside = end == std::string_view::npos ? std::string_view() : pattern.substr(i + 1, end - i - 1);
    if (is_placeholder(inside)) {
      out += filled(inside, args, language);
      i = end;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

}  // namespace

std::string nested(const Message& message) {
  std::string arg = kKeyMark + message.key;
  for (const auto& each : message.args) arg += kKeyMark + each;
  return arg;
}

std::string nested(const std::vector<Message>& messages) {
  std::string list;
  for (const auto& message : messages) {
    if (!list.empty()) list += kListMark;
    list += nested(message);
  }
  return list;
}

std::string render(const Message& message, Language language) {
  const auto* entry = find_entry(message.key);
  if (entry) return fill(language == Language::Chinese ? entry->chinese : entry->english, message.args, language);
  std::string out = message.key;
  for (const auto& arg : message.args) out += ' ' + arg;
  return out;
}

std::string render_remedy(const Message& message, Language language) {
  const auto* entry = find_entry(message.key);
  if (!entry) return {};
  return fill(language == Language::Chinese ? entry->chinese_remedy : entry->english_remedy, message.args, language);
}

const std::vector<CatalogueEntry>& message_catalogue() {
  static const std::vector<CatalogueEntry> entries(std::begin(kEntries), std::end(kEntries));
  return entries;
}

}  // namespace twofold
