#pragma once
// Electronic documents whose every line is known, and what somebody may have changed on their paper twin.

#include "samples/random.h"

#include <filesystem>
#include <string>
#include <vector>

namespace twofold::bench {

struct Block {
  enum class Kind { Heading, Paragraph, Line, Row, Signature } kind = Kind::Line;
  std::vector<std::string> texts;  // of a row its cells; of a signature the party and, once signed, the name
};
using FilePage = std::vector<Block>;

struct PaperFile {
  std::vector<FilePage> pages;
  int look = 0;  // typeface and size
};

enum class Tampering { None, Digit, Amount, Letter, MissingPage, SwappedPages, SignatureAdded, SignatureLineMissing };
inline constexpr Tampering kTamperings[] = {Tampering::Digit, Tampering::Amount, Tampering::Letter, Tampering::MissingPage,
                                            Tampering::SwappedPages, Tampering::SignatureAdded, Tampering::SignatureLineMissing};
std::string_view name_of(Tampering tampering);

PaperFile make_paper_file(int pages, samples::Random& random);
// Never the same as before.
PaperFile tampered(PaperFile file, Tampering tampering, samples::Random& random);
// As a PDF with text, A4.
void write_pdf(const PaperFile& file, const std::filesystem::path& out);

}  // namespace twofold::bench
