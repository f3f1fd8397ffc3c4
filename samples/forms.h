#pragma once
// The pages of each document type (R7). The key is the profile's; `document` gives customer, date, number and title.

#include "samples/document.h"

namespace twofold::samples {

// Category 1, 3 and 4: printed forms filled in by hand, tables of debts, approvals.
std::vector<PagePlan> form_pages(const Document& document);
// Category 2: contracts of several pages with seals and signatures, and the record of signing.
std::vector<PagePlan> contract_pages(const Document& document);
// Category 5 and 6, and letters: running text, tables, pictures.
std::vector<PagePlan> report_pages(const Document& document);

}  // namespace twofold::samples
