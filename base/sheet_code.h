#pragma once
// What the QR code on a sheet of paper says: one line of ASCII where the code is, such as
//   TF1*VOLUME*A001-KH.02.2024-D30-C03-001*0*5B0C9E1A
// version, kind, code, expected pages (0: none expected), and the first eight digits of the SHA-256 of all before the last asterisk.
// Upper case, "." for "·" and the asterisk keep it in the small alphabet of QR codes. A later version begins otherwise and is not read.

#include <optional>
#include <string>
#include <string_view>

namespace twofold {

enum class SheetKind {
  Volume,     // the code is a volume's, as in file names
  Container,  // BOX-2024-0031
  Shelf,      // K1-02-05-3-12
  Item,       // 档号, provisional number or storage ID
  Separator,  // SeparatorTarget::text()
  Binder,     // the first page of a binder: a volume's code
  Form,       // the record that a form is about: a transfer, a list, a register
};
std::string_view text(SheetKind kind);  // "VOLUME" …; stable

struct SheetCode {
  SheetKind kind = SheetKind::Form;
  std::string code;
  int pages = 0;

  std::string text() const;
  // Nothing where it is not exactly what text() writes: a torn, foreign or misread code is never guessed at.
  static std::optional<SheetCode> try_parse(std::string_view text);
  friend bool operator==(const SheetCode&, const SheetCode&) = default;
};

// Where the sheets that follow a separator belong: K000001/2/contract_text.
struct SeparatorTarget {
  std::string customer;       // 户号; empty: none, as in categories 5 and 6
  int category = 0;           // 0: a daily record
  std::string document_type;  // a key of the profile

  std::string text() const;
  static std::optional<SeparatorTarget> try_parse(std::string_view text);
  friend bool operator==(const SeparatorTarget&, const SeparatorTarget&) = default;
};

}  // namespace twofold
