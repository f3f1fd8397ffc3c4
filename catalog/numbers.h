#pragma once
// The numbers of the field (domain page §3). Each is a type that parses, prints and refuses: parse() throws
// Error{Usage, "number.malformed"} with the form expected; try_parse() gives nothing. Both "·" and "." are accepted as
// input; text() prints "·", file_name() prints ".". Letters are accepted in either case and full width is folded.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace twofold::catalog {

enum class Retention { Permanent, Years30, Years10 };  // Y, D30, D10
std::string text(Retention retention);
std::optional<Retention> try_parse_retention(std::string_view text);

// A001: a capital letter and 1–7 letters or digits.
class FondsCode {
 public:
  static FondsCode parse(std::string_view text);
  static std::optional<FondsCode> try_parse(std::string_view text);
  const std::string& text() const { return text_; }
  friend auto operator<=>(const FondsCode&, const FondsCode&) = default;

 private:
  explicit FondsCode(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

// C03: 1 … 99 (C100 … C999 where a fonds has more).
class ChapterCode {
 public:
  static ChapterCode parse(std::string_view text);
  static std::optional<ChapterCode> try_parse(std::string_view text);
  explicit ChapterCode(int number);
  int number() const { return number_; }
  std::string text() const;
  friend auto operator<=>(const ChapterCode&, const ChapterCode&) = default;

 private:
  int number_;
};

// A001-KH·02·2024-D30-C03-001
struct VolumeCode {
  FondsCode fonds;
  int category;  // 1 … 6
  int year;
  Retention retention;
  ChapterCode chapter;
  int number;    // 1 … 999
  static VolumeCode parse(std::string_view text);
  static std::optional<VolumeCode> try_parse(std::string_view text);
  std::string text() const;
  std::string file_name() const;
  friend auto operator<=>(const VolumeCode&, const VolumeCode&) = default;
};

// 档号: the volume's code and the 件号, A001-KH·02·2024-D30-C03-001-0007
struct ReferenceCode {
  VolumeCode volume;
  int item;  // 1 … 9999
  static ReferenceCode parse(std::string_view text);
  static std::optional<ReferenceCode> try_parse(std::string_view text);
  std::string text() const;
  std::string file_name() const;
  std::string page_file_name(int page, std::string_view extension) const;  // …-0007_001.tif
  friend auto operator<=>(const ReferenceCode&, const ReferenceCode&) = default;
};

// T-A001-02-C03-000418
struct ProvisionalNumber {
  FondsCode fonds;
  int category;
  ChapterCode chapter;
  std::int64_t receipt;
  static ProvisionalNumber parse(std::string_view text);
  static std::optional<ProvisionalNumber> try_parse(std::string_view text);
  std::string text() const;
  friend auto operator<=>(const ProvisionalNumber&, const ProvisionalNumber&) = default;
};

// EA001-2024-00000123-L; the last character is ISO 7064 MOD 37,36 over the letters and digits before it, "E" included.
struct StorageId {
  FondsCode fonds;
  int year;
  std::int64_t serial;
  static StorageId parse(std::string_view text);  // a wrong check character is refused
  static std::optional<StorageId> try_parse(std::string_view text);
  std::string text() const;
  std::string address() const;  // store:01/A001/2024/00000123
  friend auto operator<=>(const StorageId&, const StorageId&) = default;
};
char check_character(std::string_view letters_and_digits);  // ISO 7064 MOD 37,36

// K1-02-05-3-12: room, row, bay, shelf, slot
struct ShelfCode {
  std::string room;
  int row, bay, shelf, slot;
  static ShelfCode parse(std::string_view text);
  static std::optional<ShelfCode> try_parse(std::string_view text);
  std::string text() const;
  friend auto operator<=>(const ShelfCode&, const ShelfCode&) = default;
};

// BOX-2024-0031
struct ContainerNumber {
  int year;
  int serial;
  static ContainerNumber parse(std::string_view text);
  static std::optional<ContainerNumber> try_parse(std::string_view text);
  std::string text() const;
  friend auto operator<=>(const ContainerNumber&, const ContainerNumber&) = default;
};

}  // namespace twofold::catalog
