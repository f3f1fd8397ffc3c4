#include "archive/forms/print_desk.h"

#include "archive/forms/form_table.h"
#include "base/files.h"
#include "catalog/printed_forms.h"

namespace twofold::archive {

PrintResult PrintDesk::print(const PrintOrder& order, const std::filesystem::path& out) {
  authority_.require(catalog::Action::PrintForms);
  Printer printer;
  const auto subjects = find_form(order.form).draw(printer, archive_, order, Wording(order.bilingual));
  PrintResult result{printer.pages(), {}};
  const std::string pdf = printer.finish();
  catalog::Transaction transaction(archive_.database(), authority_.actor().name, archive_.clock());
  for (const auto& subject : subjects)
    result.forms.push_back({subject, catalog::record_print(transaction, order.form, subject, {{"sha256", sha256(pdf).text()}})});
  write_durably(out, pdf);
  transaction.commit();
  return result;
}

}  // namespace twofold::archive
