#include "scanner/survey_json.h"

#include "scanner/json_fields.h"
#include "scanner/type_table.h"

#include <algorithm>
#include <array>

namespace twofold::scanner {
namespace {

using Poco::JSON::Array;

constexpr std::array<std::string_view, 3> kCodeFormats{"qr", "code128", "code39"};
constexpr std::size_t kPageFields = 8, kCodeFields = 2, kPickFields = 4;
constexpr double kMostSurveyDpi = 1e6;

Array encode_codes(const std::vector<BarCode>& codes) {
  Array all;
  for (const BarCode& code : codes) {
    Array one;
    one.add(code.format);
    one.add(printable(code.text));
    all.add(one);
  }
  return all;
}

BarCode decode_code(const Array& array) {
  BarCode code{text(array.get(0)), text(array.get(1))};
  if (std::ranges::find(kCodeFormats, code.format) == kCodeFormats.end()) refuse("no such format of bar codes");
  return code;
}

std::vector<BarCode> decode_codes(const Array& array) {
  std::vector<BarCode> codes;
  for (std::size_t i = 0; i < array.size(); ++i) {
    codes.push_back(decode_code(inner_list(array, i, kCodeFields)));
  }
  return codes;
}

SurveyedPage decode_page(const Array& array) {
  SurveyedPage page;
  page.number = whole(array.get(0), 1, kMostPageNumber);
  page.width = whole(array.get(1), 0, kMostSide);
  page.height = whole(array.get(2), 0, kMostSide);
  page.dpi = real(array.get(3), 0, kMostSurveyDpi);
  page.patch_t = truth(array.get(4));
  page.unread_code = truth(array.get(5));
  page.blank = truth(array.get(6));
  const Array::Ptr codes = array.getArray(7);
  if (codes.isNull()) refuse("not a list");
  page.codes = decode_codes(*codes);
  return page;
}

}  // namespace

Array encode_surveyed(const std::vector<SurveyedPage>& pages) {
  Array all;
  for (const SurveyedPage& page : pages) {
    Array one;
    for (const int value : {page.number, page.width, page.height}) one.add(value);
    one.add(bounded(page.dpi, 0, kMostSurveyDpi));
    for (const bool value : {page.patch_t, page.unread_code, page.blank}) one.add(value);
    one.add(encode_codes(page.codes));
    all.add(one);
  }
  return all;
}

std::vector<SurveyedPage> decode_surveyed(const Array& array) {
  std::vector<SurveyedPage> pages;
  for (std::size_t i = 0; i < array.size(); ++i) pages.push_back(decode_page(inner_list(array, i, kPageFields)));
  return pages;
}

Array encode_picks(const std::vector<Pick>& picks) {
  Array all;
  for (const Pick& pick : picks) {
    Array one;
    one.add(pick.file);
    one.add(std::string(name_of(pick.type)));
    one.add(pick.page);
    one.add(pick.quarter_turns);
    all.add(one);
  }
  return all;
}

std::vector<Pick> decode_picks(const Array& array) {
  std::vector<Pick> picks;
  for (std::size_t i = 0; i < array.size(); ++i) {
    const Array& pick = inner_list(array, i, kPickFields);
    picks.push_back({whole(pick.get(0), 0, kMostPageNumber), type_named(text(pick.get(1))),
                     whole(pick.get(2), 1, kMostPageNumber), whole(pick.get(3), 0, 3)});
  }
  return picks;
}

FileType type_named(std::string_view name) {
  for (const TypeRow& row : kTypes) {
    if (row.name == name) return row.type;
  }
  refuse("no such type");
}

}  // namespace twofold::scanner
