#include "catalog/fonds_file.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"

namespace twofold::app {
namespace {

catalog::FondsDocumentKind kind_of(const std::string& name) {
  const auto kind = catalog::try_parse_fonds_document_kind(name);
  if (!kind) throw Error(ErrorKind::Usage, msg("fonds_file.unknown_kind", name));
  return *kind;
}

Object record_of(const catalog::FondsDocument& document) {
  Object record = ordered_object();
  record.set("kind", catalog::text(document.kind));
  record.set("number", document.number);
  record.set("title", document.title);
  record.set("date", document.day.text());
  record.set("item", document.item_number);
  record.set("recorded_by", document.recorded_by);
  return record;
}

}  // namespace

int run_fonds_file_add(Context& context) {
  const auto& arguments = context.arguments();
  const std::string item = arguments.operands.empty() ? "" : arguments.operands[0];
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto document = catalog::add_fonds_document(transaction, kind_of(arguments.get("kind")), arguments.get("title"), day_given(context), item);
  transaction.commit();
  context.say(msg("fonds_file.added", context.words("fonds_kind." + catalog::text(document.kind)), document.number, document.title));
  context.answer(record_of(document));
  return 0;
}

int run_fonds_file_list(Context& context) {
  const auto& arguments = context.arguments();
  std::optional<catalog::FondsDocumentKind> kind;
  if (!arguments.operands.empty()) kind = kind_of(arguments.operands[0]);
  Array documents;
  std::vector<std::vector<std::string>> rows;
  for (const auto& document : catalog::list_fonds_file(context.reading().database(), kind,
                                                       static_cast<std::size_t>(arguments.number("offset").value_or(0)), arguments.limit(100))) {
    documents.add(record_of(document));
    rows.push_back({context.words("fonds_kind." + catalog::text(document.kind)), document.number == 0 ? "" : std::to_string(document.number),
                    document.title, document.day.text(), document.item_number, document.recorded_by});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"kind", "number", "title", "date", "target", "actor"}) heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("documents", documents);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
