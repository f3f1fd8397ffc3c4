#include "catalog/numbers.h"

#include "base/error.h"
#include "base/text.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace twofold::catalog {
namespace {

// The same for ASCII and "·", which is how the catalogue writes numbers: read by the million, and nothing else to fold.
std::optional<std::string> canonical_as_written(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i, 2) == "·") {
      out += '.';
      ++i;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      return std::nullopt;
    } else {
      out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return std::string(trim(out));
}

// Half width, capital letters, "." for every middle dot, no space around: what a person means whatever the keyboard gave.
std::string canonical(std::string_view text) {
  if (auto written = canonical_as_written(text)) return *std::move(written);
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
  auto folded = nfkc->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size()))), status);
  folded.toUpper();
  std::string out;
  folded.toUTF8String(out);
  for (const std::string_view dot : {"·", "・", "•", "‧", "∙", "⋅"}) out = replace_all(out, dot, ".");
  for (const std::string_view dash : {"‐", "‑", "–", "—", "−"}) out = replace_all(out, dash, "-");
  return std::string(trim(out));
}

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads a number of the field from the left, piece by piece; once something does not fit, it stays failed.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : canonical_(canonical(text)), rest_(canonical_) {}

  void expect(std::string_view token) {
    if (rest_.starts_with(token)) rest_.remove_prefix(token.size());
    else failed_ = true;
  }
  // Digits, at least `least` and at most `most` of them, worth at least 1.
  std::int64_t digits(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    std::int64_t value = 0;
    while (length < rest_.size() && length < most && is_digit(rest_[length])) value = value * 10 + (rest_[length++] - '0');
    if (length < least || value < 1) failed_ = true;
    rest_.remove_prefix(length);
    return value;
  }
  int small(std::size_t least, std::size_t most) { return static_cast<int>(digits(least, most)); }
  // A capital letter and letters or digits, up to the next separator.
  std::string word(std::size_t most) {
    std::size_t length = 0;
    while (length < rest_.size() && (is_letter(rest_[length]) || is_digit(rest_[length]))) ++length;
    const std::string found(rest_.substr(0, length));
    if (length == 0 || length > most || !is_letter(found[0])) failed_ = true;
    rest_.remove_prefix(length);
    return found;
  }
  std::optional<char> character() {
    if (rest_.empty()) return std::nullopt;
    const char c = rest_[0];
    rest_.remove_prefix(1);
    return c;
  }
  void fail() { failed_ = true; }
  bool ok() const { return !failed_; }
  bool done() const { return !failed_ && rest_.empty(); }

 private:
  std::string canonical_;
  std::string_view rest_;
  bool failed_ = false;
};

std::optional<FondsCode> scan_fonds(Scanner& scanner) {
  const std::string word = scanner.word(8);
  return scanner.ok() && word.size() >= 2 ? FondsCode::try_parse(word) : std::nullopt;
}

int scan_category(Scanner& scanner) {
  const int category = scanner.small(1, 2);
  if (category > 6) scanner.fail();
  return category;
}

std::optional<ChapterCode> scan_chapter(Scanner& scanner) {
  scanner.expect("C");
  const int number = scanner.small(2, 3);
  return scanner.ok() ? std::optional(ChapterCode(number)) : std::nullopt;
}

Retention scan_retention(Scanner& scanner) {
  const std::string word = scanner.word(3);
  const auto retention = try_parse_retention(word);
  if (!retention) scanner.fail();
  return retention.value_or(Retention::Permanent);
}

std::optional<VolumeCode> scan_volume(Scanner& scanner) {
  const auto fonds = scan_fonds(scanner);
  scanner.expect("-KH.");
  const int category = scan_category(scanner);
  scanner.expect(".");
  const int year = scanner.small(4, 4);
  scanner.expect("-");
  const Retention retention = scan_retention(scanner);
  scanner.expect("-");
  const auto chapter = scan_chapter(scanner);
  scanner.expect("-");
  const int number = scanner.small(3, 3);
  if (!scanner.ok() || !fonds || !chapter) return std::nullopt;
  return VolumeCode{*fonds, category, year, retention, *chapter, number};
}

template <class Number>
Number parse_or_throw(std::string_view text, std::string_view form) {
  if (auto number = Number::try_parse(text)) return *std::move(number);
  throw Error(ErrorKind::Usage, msg("number.malformed", text, form));
}

}  // namespace

std::string text(Retention retention) {
  switch (retention) {
    case Retention::Permanent: return "Y";
    case Retention::Years30: return "D30";
    case Retention::Years10: break;
  }
  return "D10";
}

std::optional<Retention> try_parse_retention(std::string_view text) {
  if (text == "Y" || text == "永久") return Retention::Permanent;
  if (text == "D30" || text == "30年") return Retention::Years30;
  if (text == "D10" || text == "10年") return Retention::Years10;
  return std::nullopt;
}

std::optional<FondsCode> FondsCode::try_parse(std::string_view text) {
  Scanner scanner(text);
  std::string word = scanner.word(8);
  if (!scanner.done() || word.size() < 2) return std::nullopt;
  return FondsCode(std::move(word));
}
FondsCode FondsCode::parse(std::string_view text) { return parse_or_throw<FondsCode>(text, "A001"); }

ChapterCode::ChapterCode(int number) : number_(number) {
  if (number < 1 || number > 999) throw Error(ErrorKind::Usage, msg("number.malformed", number, "C03"));
}
std::optional<ChapterCode> ChapterCode::try_parse(std::string_view text) {
  Scanner scanner(text);
  const auto chapter = scan_chapter(scanner);
  return scanner.done() ? chapter : std::nullopt;
}
ChapterCode ChapterCode::parse(std::string_view text) { return parse_or_throw<ChapterCode>(text, "C03"); }
std::string ChapterCode::text() const { return fmt::format("C{:02}", number_); }

std::optional<VolumeCode> VolumeCode::try_parse(std::string_view text) {
  Scanner scanner(text);
  const auto volume = scan_volume(scanner);
  return scanner.done() ? volume : std::nullopt;
}
VolumeCode VolumeCode::parse(std::string_view text) { return parse_or_throw<VolumeCode>(text, "A001-KH·02·2024-D30-C03-001"); }
std::string VolumeCode::text() const {
  return fmt::format("{}-KH·{:02}·{:04}-{}-{}-{:03}", fonds.text(), category, year, catalog::text(retention), chapter.text(), number);
}
std::string VolumeCode::file_name() const { return replace_all(text(), "·", "."); }

std::optional<ReferenceCode> ReferenceCode::try_parse(std::string_view text) {
  Scanner scanner(text);
  const auto volume = scan_volume(scanner);
  scanner.expect("-");
  const int item = scanner.small(4, 4);
  if (!scanner.done() || !volume) return std::nullopt;
  return ReferenceCode{*volume, item};
}
ReferenceCode ReferenceCode::parse(std::string_view text) {
  return parse_or_throw<ReferenceCode>(text, "A001-KH·02·2024-D30-C03-001-0007");
}
std::string ReferenceCode::text() const { return fmt::format("{}-{:04}", volume.text(), item); }
std::string ReferenceCode::file_name() const { return replace_all(text(), "·", "."); }
std::string ReferenceCode::page_file_name(int page, std::string_view extension) const {
  return fmt::format("{}_{:03}.{}", file_name(), page, extension);
}

std::optional<ProvisionalNumber> ProvisionalNumber::try_parse(std::string_view text) {
  Scanner scanner(text);
  scanner.expect("T-");
  const auto fonds = scan_fonds(scanner);
  scanner.expect("-");
  const int category = scan_category(scanner);
  scanner.expect("-");
  const auto chapter = scan_chapter(scanner);
  scanner.expect("-");
  const auto receipt = scanner.digits(6, 9);
  if (!scanner.done() || !fonds || !chapter) return std::nullopt;
  return ProvisionalNumber{*fonds, category, *chapter, receipt};
}
ProvisionalNumber ProvisionalNumber::parse(std::string_view text) {
  return parse_or_throw<ProvisionalNumber>(text, "T-A001-02-C03-000418");
}
std::string ProvisionalNumber::text() const {
  return fmt::format("T-{}-{:02}-{}-{:06}", fonds.text(), category, chapter.text(), receipt);
}

char check_character(std::string_view letters_and_digits) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::size_t product = 36;
  for (const char c : letters_and_digits) {
    std::size_t sum = (product + alphabet.find(c)) % 36;
    if (sum == 0) sum = 36;
    product = sum * 2 % 37;
  }
  return alphabet[(37 - product) % 36];
}

namespace {
std::string storage_body(const FondsCode& fonds, int year, std::int64_t serial) {
  return fmt::format("E{}{:04}{:08}", fonds.text(), year, serial);
}
}  // namespace

std::optional<StorageId> StorageId::try_parse(std::string_view text) {
  Scanner scanner(text);
  scanner.expect("E");
  const auto fonds = scan_fonds(scanner);
  scanner.expect("-");
  const int year = scanner.small(4, 4);
  scanner.expect("-");
  const auto serial = scanner.digits(8, 8);
  scanner.expect("-");
  const auto check = scanner.character();
  if (!scanner.done() || !fonds || !check) return std::nullopt;
  if (check_character(storage_body(*fonds, year, serial)) != *check) return std::nullopt;
  return StorageId{*fonds, year, serial};
}
StorageId StorageId::parse(std::string_view text) { return parse_or_throw<StorageId>(text, "EA001-2024-00000123-L"); }
std::string StorageId::text() const {
  return fmt::format("E{}-{:04}-{:08}-{}", fonds.text(), year, serial, check_character(storage_body(fonds, year, serial)));
}
std::string StorageId::address() const { return fmt::format("store:01/{}/{:04}/{:08}", fonds.text(), year, serial); }

std::optional<ShelfCode> ShelfCode::try_parse(std::string_view text) {
  Scanner scanner(text);
  ShelfCode code{};
  code.room = scanner.word(4);
  for (int* part : {&code.row, &code.bay, &code.shelf, &code.slot}) {
    scanner.expect("-");
    *part = scanner.small(1, 3);
  }
  return scanner.done() ? std::optional(code) : std::nullopt;
}
ShelfCode ShelfCode::parse(std::string_view text) { return parse_or_throw<ShelfCode>(text, "K1-02-05-3-12"); }
std::string ShelfCode::text() const { return fmt::format("{}-{:02}-{:02}-{}-{:02}", room, row, bay, shelf, slot); }

std::optional<ContainerNumber> ContainerNumber::try_parse(std::string_view text) {
  Scanner scanner(text);
  scanner.expect("BOX-");
  const int year = scanner.small(4, 4);
  scanner.expect("-");
  const int serial = scanner.small(4, 4);
  return scanner.done() ? std::optional(ContainerNumber{year, serial}) : std::nullopt;
}
ContainerNumber ContainerNumber::parse(std::string_view text) { return parse_or_throw<ContainerNumber>(text, "BOX-2024-0031"); }
std::string ContainerNumber::text() const { return fmt::format("BOX-{:04}-{:04}", year, serial); }

}  // namespace twofold::catalog
