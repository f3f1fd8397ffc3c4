#include "app/commands/page_facts.h"

#include "app/commands/records.h"

#include <cmath>
#include <fmt/format.h>

namespace twofold::app {
namespace {

double rounded(double value, double parts) { return std::round(value * parts) / parts; }

Object cpu_record(const scanner::CpuMilliseconds& cpu) {
  Object record = ordered_object();
  record.set("decode", rounded(cpu.decode, 10));
  record.set("analyse", rounded(cpu.analyse, 10));
  record.set("straighten", rounded(cpu.straighten, 10));
  record.set("recognise", rounded(cpu.recognise, 10));
  record.set("write", rounded(cpu.write, 10));
  record.set("total", rounded(cpu.total(), 10));
  return record;
}

Object word_record(const scanner::Word& word) {
  Object record = ordered_object();
  record.set("text", word.text);
  record.set("left", word.box.left);
  record.set("top", word.box.top);
  record.set("width", word.box.width);
  record.set("height", word.box.height);
  record.set("confidence", rounded(static_cast<double>(word.confidence), 10));
  record.set("line", word.line);
  return record;
}

}  // namespace

std::string angle_text(double degrees) { return fmt::format("{:+.2f}°", degrees); }

std::string language_text(const scanner::Page& page, Language language) {
  return page.language.empty() ? "" : render(Message{"language." + page.language, {}}, language);
}

std::vector<std::string> page_facts(const scanner::Page& page, Language language) {
  const auto words = [&](const Message& message) { return render(message, language); };
  std::vector<std::string> facts;
  if (page.blank) facts.push_back(words(msg("scan.blank")));
  const bool picture = page.width > 0;
  if (!picture) facts.push_back(words(msg("scan.electronic")));
  else if (page.skew_unknown) facts.push_back(words(msg("scan.angle_unknown")));
  else if (!page.blank) facts.push_back(words(msg("scan.angle", angle_text(page.skew_degrees), fmt::format("{:.2f}", page.skew_confidence))));
  if (page.quarter_turns > 0) facts.push_back(words(msg("scan.turned", 90 * page.quarter_turns)));
  if (page.turn_unknown) facts.push_back(words(msg("scan.turn_unknown")));
  if (!page.language.empty()) facts.push_back(language_text(page, language));
  if (page.recognised) facts.push_back(words(msg("scan.confidence", fmt::format("{:.0f}", page.confidence))));
  if (picture) facts.push_back(fmt::format("{}×{}, {:.0f} dpi", page.width, page.height, page.dpi));
  if (page.cpu.total() > 0) facts.push_back(words(msg("scan.cpu", fmt::format("{:.0f}", page.cpu.total()))));
  return facts;
}

Object angle_record(const scanner::Page& page) {
  Object record = ordered_object();
  record.set("page", page.number);
  record.set("angle", rounded(page.skew_degrees, 1e4));
  record.set("confidence", rounded(page.skew_confidence, 1e4));
  record.set("abstained", page.skew_unknown);
  record.set("cpu_ms", rounded(page.cpu.analyse, 100));
  record.set("decode_ms", rounded(page.cpu.decode, 100));
  record.set("width", page.width);
  record.set("height", page.height);
  record.set("dpi", rounded(page.dpi, 10));
  return record;
}

Object page_record(const scanner::Page& page) {
  Object record = ordered_object();
  record.set("page", page.number);
  record.set("blank", page.blank);
  record.set("recognised", page.recognised);
  record.set("language", page.language);
  record.set("confidence", rounded(page.confidence, 10));
  record.set("angle", rounded(page.skew_degrees, 1e4));
  record.set("angle_confidence", rounded(page.skew_confidence, 1e4));
  record.set("angle_unknown", page.skew_unknown);
  record.set("quarter_turns", page.quarter_turns);
  record.set("turn_unknown", page.turn_unknown);
  record.set("width", page.width);
  record.set("height", page.height);
  record.set("dpi", rounded(page.dpi, 10));
  record.set("cpu_ms", cpu_record(page.cpu));
  record.set("text", page.text);
  Array words;
  for (const auto& word : page.words) words.add(word_record(word));
  record.set("words", words);
  return record;
}

}  // namespace twofold::app
