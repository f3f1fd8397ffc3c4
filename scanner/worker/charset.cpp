#include "scanner/worker/charset.h"

#include "base/text.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_set>

namespace twofold::scanner {
namespace {

using namespace std::literals;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string converted(std::string_view bytes, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  std::string made;
  if (U_SUCCESS(status)) wide.toUTF8String(made);
  return made;
}

// The commonest characters of modern Chinese writing, in both scripts, with those of business letters and contracts.
const std::unordered_set<char32_t>& common_characters() {
  static const std::u32string kCommon =
      U"的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后"
      U"小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长"
      U"知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最"
      U"间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市"
      U"眼体别处总才场师书比住员九笑性通目华报立合同协议客户编号签订日期地址电话金额元付款还欠甲乙双方公司有"
      U"限责任银行账号规定条款表姓名登记备注档案会议這個來國說們為時會過對學後麼還發當與將現進實種問機給幾業"
      U"間電門東動兩長無開頭從點經樣話關體處場師書華報總協議戶編號簽訂日期電話額銀帳規條單檔記備註務產價貨約"
      U"責資訊簡繁廣車馬員買賣變應該,。、:;()《》“”";
  static const std::unordered_set<char32_t> set(kCommon.begin(), kCommon.end());
  return set;
}

// How well a decoding reads as Chinese: common characters count for it, rare and broken ones against.
double plausibility(const std::string& utf8) {
  double score = 0;
  std::size_t beyond = 0;
  for (const char32_t c : to_code_points(utf8)) {
    if (c < 0x80) continue;
    ++beyond;
    if (c == 0xFFFD) score -= 5;
    else if (common_characters().contains(c)) score += 1;
    else if (c >= 0x4E00 && c <= 0x9FFF) score -= 0.05;
    else if ((c >= 0xE000 && c <= 0xF8FF) || (c < 0xA0)) score -= 3;
    else if (c < 0x3000 || c > 0xFFEF) score -= 0.5;
  }
  return beyond == 0 ? 0 : score / static_cast<double>(beyond);
}

// Chinese comes in pairs of bytes, some of them both beyond ASCII; an accent among Latin letters stands alone.
bool only_accents(std::string_view bytes) {
  return std::ranges::adjacent_find(bytes, [](char a, char b) {
           return static_cast<signed char>(a) < 0 && static_cast<signed char>(b) < 0;
         }) == bytes.end();
}

std::string best_of_all(std::string_view bytes) {
  constexpr std::size_t kSample = 64U << 10U;
  if (only_accents(bytes)) return converted(bytes, "windows-1252");
  std::string best;
  double best_score = -1e9;
  for (const char* name : {"gb18030", "big5-hkscs", "windows-1252"}) {
    const double score = plausibility(converted(bytes.substr(0, kSample), name));
    if (score > best_score) {
      best_score = score;
      best = name;
    }
  }
  return converted(bytes, best);
}

// UTF-8 but for a cut at the end or a stray byte in a long text.
bool nearly_utf8(std::string_view bytes) {
  if (is_utf8(bytes)) return true;
  for (std::size_t cut = 1; cut < 4 && cut < bytes.size(); ++cut) {
    const std::string_view shorter = bytes.substr(0, bytes.size() - cut);
    if (is_utf8(shorter)) return std::ranges::any_of(shorter, [](char c) { return static_cast<signed char>(c) < 0; });
  }
  const std::u32string scrubbed = to_code_points(scrub_utf8(bytes));
  std::size_t good = 0, bad = 0;
  for (const char32_t c : scrubbed) (c == 0xFFFD ? bad : good) += c >= 0x80;
  return bad * 20 < good;
}

// Without a mark: every second byte of UTF-16 text in Latin letters is zero.
std::string_view unmarked_utf16(std::string_view bytes) {
  std::array<std::size_t, 2> zeros{};
  const std::size_t looked = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  for (std::size_t i = 0; i < looked; ++i) zeros[i % 2] += bytes[i] == '\0';
  if (looked < 8) return {};
  if (zeros[1] * 5 > looked && zeros[0] * 50 < looked) return "utf-16le";
  if (zeros[0] * 5 > looked && zeros[1] * 50 < looked) return "utf-16be";
  return {};
}

std::string with_plain_line_ends(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  return replace_all(replace_all(std::move(text), "\r\n", "\n"), "\r", "\n");
}

// Every byte is a letter of Latin-1, and programs declare it without looking.
bool says_nothing(std::string_view declared) {
  std::string name(declared);
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" || name == "windows-1252";
}

std::string decoded(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return scrub_utf8(bytes.substr(3));
  if (bytes.starts_with("\xFF\xFE")) return converted(bytes.substr(2), "utf-16le");
  if (bytes.starts_with("\xFE\xFF")) return converted(bytes.substr(2), "utf-16be");
  if (bytes.starts_with("\x84\x31\x95\x33")) return converted(bytes.substr(4), "gb18030");
  if (const std::string_view wide = unmarked_utf16(bytes); !wide.empty()) return converted(bytes, std::string(wide));
  if (nearly_utf8(bytes)) return scrub_utf8(bytes);
  if (!declared.empty() && !says_nothing(declared)) {
    std::string as_declared = converted(bytes, std::string(declared));
    if (!as_declared.empty() && as_declared.find("\xEF\xBF\xBD") == std::string::npos) return as_declared;
  }
  return best_of_all(bytes);
}

}  // namespace

std::string decode_text(std::string_view bytes, std::string_view declared) {
  return with_plain_line_ends(decoded(bytes, declared));
}

}  // namespace twofold::scanner
