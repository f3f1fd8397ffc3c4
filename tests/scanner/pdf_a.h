#pragma once
// Our own checker of the PDF/A-2u rules (ISO 19005-2) that a PDF made of page pictures and unseen text can break.
// Debian 12 has no validator of PDF/A-2, and this is not one for PDFs of other kinds.

#include <filesystem>
#include <string>
#include <vector>

namespace twofold::scanner::testing {

// One line per broken rule, with the clause of the standard; empty for a file that keeps them all.
std::vector<std::string> faults_of_pdf_a(const std::filesystem::path& pdf);

// Whether the file's metadata says that it is a PDF/A.
bool claims_pdf_a(const std::filesystem::path& pdf);

}  // namespace twofold::scanner::testing
