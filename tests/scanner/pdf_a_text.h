#pragma once
// The rules of PDF/A-2u about a page's operators, its fonts and the characters of its text.

#include <qpdf/QPDFObjectHandle.hh>

#include <string>
#include <vector>

namespace twofold::scanner::testing {

// One line per broken rule, with the clause of the standard.
std::vector<std::string> faults_of_text(QPDFObjectHandle page);

}  // namespace twofold::scanner::testing
