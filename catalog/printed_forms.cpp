#include "catalog/printed_forms.h"

#include "catalog/sql.h"

namespace twofold::catalog {

int record_print(Transaction& transaction, std::string_view form, std::string_view subject, Details details) {
  Statement counted(transaction.database(),
                    "INSERT INTO printed_form(form, subject, copies) VALUES (?, ?, 1) "
                    "ON CONFLICT (form, subject) DO UPDATE SET copies = copies + 1 RETURNING copies");
  counted.bind(form).bind(subject);
  counted.step();
  const int copy = static_cast<int>(counted.integer(0));
  details.insert(details.begin(), {{"form", std::string(form)}, {"copy", std::to_string(copy)}});
  record_event(transaction, copy == 1 ? "form.printed" : "form.reprinted", subject, details);
  return copy;
}

}  // namespace twofold::catalog
