#include "archive/transfer.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"

namespace twofold::app {
namespace {

using catalog::Transfer;

Object record_of(const Transfer& transfer) {
  Object record = ordered_object();
  record.set("transfer", transfer.number);
  record.set("receiver", transfer.receiver);
  record.set("nature", transfer.nature);
  record.set("state", transfer.state);
  record.set("drawn_by", transfer.drawn_by);
  record.set("package_sha256", transfer.package_sha256);
  record.set("completed_on", transfer.completed_on ? transfer.completed_on->text() : "");
  Array signatures, volumes;
  for (const auto& signature : transfer.signatures) {
    Object each = ordered_object();
    each.set("side", catalog::text(signature.side));
    each.set("person", signature.person);
    each.set("day", signature.day.text());
    signatures.add(each);
  }
  for (const auto& volume : transfer.volumes) volumes.add(volume.code.text());
  record.set("signatures", signatures);
  record.set("volumes", volumes);
  return record;
}

int tell(const Context& context, const Transfer& transfer) {
  context.say(msg("transfer.state", transfer.number, transfer.receiver, context.words("transfer_state." + transfer.state),
                  transfer.volumes.size(), transfer.signatures.size()));
  context.answer(record_of(transfer));
  return 0;
}

archive::TransferDesk desk_of_transfers(Context& context) { return {context.writing(), context.authority()}; }

}  // namespace

int run_transfer_draw(Context& context) {
  const auto& arguments = context.arguments();
  std::vector<catalog::VolumeCode> volumes;
  for (const auto& code : arguments.operands) volumes.push_back(catalog::VolumeCode::parse(code));
  return tell(context, desk_of_transfers(context).draw(volumes, arguments.get("to"), arguments.get("reason")));
}

int run_transfer_sign(Context& context) {
  const auto side = catalog::try_parse_transfer_side(context.arguments().get("as"));
  if (!side) throw Error(ErrorKind::Usage, msg("transfer.unknown_side", context.arguments().get("as")));
  return tell(context, desk_of_transfers(context).sign(context.arguments().operands[0], *side, person_given(context)));
}

int run_transfer_pack(Context& context) {
  const std::string& number = context.arguments().operands[0];
  const std::string out = context.arguments().get("out");
  const auto package = desk_of_transfers(context).pack(number, out, context.progress());
  context.say(msg("transfer.packed", number, package.files, package.bytes, out));
  Object answer = ordered_object();
  answer.set("transfer", number);
  answer.set("files", package.files);
  answer.set("bytes", package.bytes);
  answer.set("out", out);
  context.answer(answer);
  return 0;
}

int run_transfer_complete(Context& context) { return tell(context, desk_of_transfers(context).complete(context.arguments().operands[0])); }

int run_transfer_cancel(Context& context) {
  return tell(context, desk_of_transfers(context).cancel(context.arguments().operands[0], context.arguments().get("reason")));
}

int run_transfer_list(Context& context) {
  Array transfers;
  std::vector<std::vector<std::string>> rows;
  std::int64_t next = 0;
  for (const auto& transfer : catalog::list_transfers(context.reading().database(), after_id(context), context.arguments().limit(100))) {
    next = transfer.id;
    transfers.add(record_of(transfer));
    rows.push_back({transfer.number, transfer.receiver, context.words("transfer_state." + transfer.state),
                    std::to_string(transfer.volumes.size()), std::to_string(transfer.signatures.size()),
                    transfer.completed_on ? transfer.completed_on->text() : ""});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"number", "receiver", "state", "volume", "signatures", "date"}) heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("transfers", transfers);
  answer.set("next", next);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
