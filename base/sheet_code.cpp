#include "base/sheet_code.h"

#include "base/digest.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace twofold {
namespace {

constexpr std::string_view kVersion = "TF1";
constexpr char kBetween = '*';
constexpr std::size_t kCheckDigits = 8;
constexpr std::array<std::string_view, 7> kKinds = {"VOLUME", "CONTAINER", "SHELF", "ITEM", "SEPARATOR", "BINDER", "FORM"};

std::string check_of(std::string_view before) {
  std::string digits = sha256(before).text().substr(0, kCheckDigits);
  for (char& digit : digits)
    if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
  return digits;
}

// Plain decimal digits alone: no sign, no space, no leading zero.
std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return std::nullopt;
  if (std::to_string(value) != digits) return std::nullopt;
  return value;
}

}  // namespace

std::string_view text(SheetKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::string SheetCode::text() const {
  std::string before = std::string(kVersion) + kBetween + std::string(twofold::text(kind)) + kBetween + code + kBetween +
                       std::to_string(pages);
  return before + kBetween + check_of(before);
}

std::optional<SheetCode> SheetCode::try_parse(std::string_view text) {
  const auto check_at = text.rfind(kBetween);
  if (check_at == std::string_view::npos || text.substr(check_at + 1) != check_of(text.substr(0, check_at))) return std::nullopt;
  std::string_view rest = text.substr(0, check_at);
  if (!rest.starts_with(kVersion) || rest.size() <= kVersion.size() || rest[kVersion.size()] != kBetween) return std::nullopt;
  rest.remove_prefix(kVersion.size() + 1);
  const auto kind_end = rest.find(kBetween), pages_at = rest.rfind(kBetween);
  if (kind_end == std::string_view::npos || pages_at == kind_end) return std::nullopt;
  const auto kind = std::ranges::find(kKinds, rest.substr(0, kind_end));
  const auto pages = whole_number(rest.substr(pages_at + 1));
  if (kind == kKinds.end() || !pages) return std::nullopt;
  return SheetCode{static_cast<SheetKind>(kind - kKinds.begin()), std::string(rest.substr(kind_end + 1, pages_at - kind_end - 1)), *pages};
}

std::string SeparatorTarget::text() const { return customer + '/' + std::to_string(category) + '/' + document_type; }

std::optional<SeparatorTarget> SeparatorTarget::try_parse(std::string_view text) {
  const auto type_at = text.rfind('/');
  if (type_at == std::string_view::npos || type_at + 1 == text.size()) return std::nullopt;
  const auto category_at = text.rfind('/', type_at == 0 ? 0 : type_at - 1);
  if (category_at == std::string_view::npos || category_at >= type_at) return std::nullopt;
  const auto category = whole_number(text.substr(category_at + 1, type_at - category_at - 1));
  if (!category) return std::nullopt;
  return SeparatorTarget{std::string(text.substr(0, category_at)), *category, std::string(text.substr(type_at + 1))};
}

}  // namespace twofold
