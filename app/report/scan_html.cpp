#include "app/report/scan_html.h"

#include "app/commands/page_facts.h"
#include "app/report/scan_style.h"
#include "base/files.h"
#include "base/text.h"

#include <Poco/Base64Encoder.h>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <ostream>

namespace twofold::app {
namespace fs = std::filesystem;
namespace {

// How sure a word is, as the legend explains it.
struct Sureness {
  float from;
  std::string_view style, label;
};
constexpr std::array kSureness = std::to_array<Sureness>({{90, "sure", "report.sure"},
                                                          {75, "fair", "report.fair"},
                                                          {50, "weak", "report.weak"},
                                                          {0, "poor", "report.poor"}});

const Sureness& sureness_of(float confidence) {
  const auto found = std::ranges::find_if(kSureness, [&](const Sureness& step) { return confidence >= step.from; });
  return found == kSureness.end() ? kSureness.back() : *found;
}

struct Step {
  double scanner::CpuMilliseconds::*time;
  std::string_view colour, label;
};
constexpr std::array kSteps = std::to_array<Step>({{&scanner::CpuMilliseconds::decode, "#9db4c8", "report.decode"},
                                                   {&scanner::CpuMilliseconds::analyse, "#5b8db5", "report.analyse"},
                                                   {&scanner::CpuMilliseconds::straighten, "#e0a458", "report.straighten"},
                                                   {&scanner::CpuMilliseconds::recognise, "#3d7a5f", "report.recognise"},
                                                   {&scanner::CpuMilliseconds::write, "#b9a7c9", "report.write"}});

bool allowed_in_html(char32_t c) {
  if (c == '\n' || c == '\t') return true;
  return c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !(c >= 0xFDD0 && c <= 0xFDEF) && (c & 0xFFFE) != 0xFFFE;
}

void put_base64(std::ostream& out, const std::string& bytes) {
  Poco::Base64Encoder encoder(out);
  encoder.rdbuf()->setLineLength(0);
  encoder.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  encoder.close();
}

bool unsure(const scanner::Page& page) { return page.skew_unknown || page.turn_unknown; }

std::string boxes(const scanner::Page& page) {
  std::string svg = fmt::format("<svg viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\">\n", page.width, page.height);
  for (const auto& word : page.words)
    svg += fmt::format("<rect class=\"w {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{} · {:.0f} %</title></rect>\n",
                       sureness_of(word.confidence).style, word.box.left, word.box.top, word.box.width, word.box.height,
                       html_text(word.text), word.confidence);
  return svg + "</svg>";
}

}  // namespace

std::string html_text(std::string_view text) {
  std::u32string clean = to_code_points(scrub_utf8(text));
  std::ranges::replace_if(clean, [](char32_t c) { return !allowed_in_html(c); }, U'\uFFFD');
  std::string out;
  for (const char c : to_utf8(clean)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

ScanHtml::ScanHtml(std::ostream& out, Language language, const std::string& title, const std::string& made_on,
                   const std::string& recogniser)
    : out_(out), language_(language) {
  const std::string heading = words(msg("report.title", title));
  out_ << "<!DOCTYPE html>\n<html lang=\"" << (language_ == Language::Chinese ? "zh-CN" : "en") << "\">\n<head>\n<meta charset=\"utf-8\">\n"
       << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
       << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" << heading << "</title>\n<style>"
       << kScanStyle << "</style>\n</head>\n<body>\n<main>\n<h1>" << heading << "</h1>\n<p class=\"sub\">"
       << words(msg("report.made", made_on, recogniser)) << "</p>\n";
  legend();
}

void ScanHtml::legend() {
  out_ << "<ul class=\"legend\">";
  for (const auto& step : kSureness)
    out_ << "<li><i class=\"" << step.style << "\"></i>" << words(Message{std::string(step.label), {}}) << "</li>";
  out_ << "<li>" << words(msg("report.hover")) << "</li></ul>\n";
}

void ScanHtml::add(const std::string& shown, const scanner::Reading& reading, const fs::path& scratch) {
  ++files_;
  out_ << "<h2>" << html_text(shown) << "</h2>\n";
  if (!reading.enclosed.empty()) {
    out_ << "<p class=\"sub\">" << words(msg("scan.encloses", reading.enclosed.size())) << "</p>\n<ul class=\"inside\">";
    for (const auto& enclosed : reading.enclosed) out_ << "<li>" << html_text(enclosed.name) << "</li>";
    out_ << "</ul>\n";
  }
  if (!reading.pages.empty()) overview(reading);
  for (const auto& one : reading.pages) page(one, reading.pages.size(), scratch);
}

void ScanHtml::add_failure(const std::string& shown, const Message& trouble) {
  ++files_;
  out_ << "<h2>" << html_text(shown) << "</h2>\n<section class=\"page failed\"><h3>" << words(trouble) << "</h3><p>"
       << html_text(render_remedy(trouble, language_)) << "</p></section>\n";
}

void ScanHtml::finish() { out_ << "</main>\n</body>\n</html>\n"; }

void ScanHtml::overview(const scanner::Reading& reading) {
  out_ << "<table>\n<tr>";
  for (const char* key : {"report.page", "report.angle", "report.angle_confidence", "report.turns", "report.language",
                          "report.words", "report.word_confidence", "report.cpu"})
    out_ << "<th>" << words(Message{key, {}}) << "</th>";
  out_ << "</tr>\n";
  for (const auto& one : reading.pages) {
    const bool told = one.width > 0 && !one.skew_unknown && !one.blank;
    const std::string dash = "–";
    out_ << "<tr><td><a href=\"#" << anchor(one.number) << "\">" << one.number << "</a>"
         << (one.blank ? " · " + words(msg("scan.blank")) : "") << "</td><td>" << (told ? angle_text(one.skew_degrees) : dash)
         << "</td><td>" << (told ? fmt::format("{:.2f}", one.skew_confidence) : dash) << "</td><td>"
         << (one.turn_unknown ? "?" : fmt::format("{}°", 90 * one.quarter_turns)) << "</td><td>"
         << html_text(language_text(one, language_)) << "</td><td>" << one.words.size() << "</td><td>"
         << (one.recognised ? fmt::format("{:.0f} %", one.confidence) : dash) << "</td><td>"
         << fmt::format("{:.0f}", one.cpu.total()) << "</td></tr>\n";
  }
  out_ << "</table>\n";
}

void ScanHtml::page(const scanner::Page& page, std::size_t pages, const fs::path& scratch) {
  out_ << "<section class=\"page\" id=\"" << anchor(page.number) << "\">\n<div class=\"bar\"><h3>"
       << words(msg("scan.page", page.number, pages)) << "</h3><ul class=\"facts\">";
  for (const auto& fact : page_facts(page, language_)) out_ << "<li>" << html_text(fact) << "</li>";
  if (unsure(page)) out_ << "<li class=\"flag\">" << words(msg("report.look")) << "</li>";
  out_ << "</ul></div>\n";
  if (page.cpu.total() > 0) cpu(page);
  views(page, scratch);
  out_ << "</section>\n";
}

void ScanHtml::cpu(const scanner::Page& page) {
  const double total = page.cpu.total();
  std::string bars, labels;
  double at = 0;
  for (const auto& step : kSteps) {
    const double share = page.cpu.*step.time / total * 100;
    bars += fmt::format("<rect x=\"{:.2f}\" y=\"0\" width=\"{:.2f}\" height=\"1\" fill=\"{}\"/>", at, share, step.colour);
    labels += fmt::format("<span><b style=\"background:{}\"></b>{}</span>", step.colour,
                          words(Message{std::string(step.label), {fmt::format("{:.0f}", page.cpu.*step.time)}}));
    at += share;
  }
  out_ << "<div class=\"cpu\">" << labels << "<svg viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\">" << bars << "</svg></div>\n";
}

void ScanHtml::views(const scanner::Page& page, const fs::path& scratch) {
  const fs::path before = scanner::picture_path(scratch, page.number, scanner::PictureKind::Before);
  const fs::path after = scanner::picture_path(scratch, page.number, scanner::PictureKind::After);
  const bool pictures = fs::exists(before) && fs::exists(after);
  const auto sheet = [&](std::string_view label, const fs::path& picture, const std::string& overlay) {
    const std::string caption = words(Message{std::string(label), {}});
    out_ << "<figure><figcaption>" << caption << "</figcaption><div class=\"sheet\"><img alt=\"" << caption
         << "\" src=\"data:image/jpeg;base64,";
    put_base64(out_, read_file(picture));
    out_ << "\">" << overlay << "</div></figure>\n";
  };
  out_ << "<div class=\"views" << (pictures ? "" : " words") << "\">\n";
  if (pictures) {
    sheet("report.before", before, "");
    sheet("report.after", after, boxes(page));
  }
  out_ << "<div class=\"read\"><p class=\"caption\">" << words(msg("report.text")) << "</p>";
  const std::string text(trim(page.text));
  if (text.empty()) out_ << "<p class=\"note\">" << words(msg("report.no_text")) << "</p>";
  else out_ << "<pre class=\"text\">" << html_text(text) << "</pre>";
  out_ << "</div>\n</div>\n";
}

std::string ScanHtml::words(const Message& message) const { return html_text(render(message, language_)); }

std::string ScanHtml::anchor(int page) const { return fmt::format("f{}p{}", files_, page); }

}  // namespace twofold::app
