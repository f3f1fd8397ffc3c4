#include "bench/search/paper.h"

namespace twofold::bench {

std::string text_of(const Paper& paper) {
  const auto& made = paper.document;
  std::string text;
  for (const auto* field :
       {&made.title, &made.customer_number, &made.customer_name, &made.manager, &made.document_type_name,
        &made.document_number, &made.responsible, &made.number, &made.storage_id})
    if (!field->empty()) text += *field + "\n";
  for (const auto& page : made.pages) text += page.text + "\n";
  return text;
}

}  // namespace twofold::bench
