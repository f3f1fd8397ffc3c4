#include "archive/forms/print_desk.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"

namespace twofold::app {
namespace {

archive::PrintOrder order_of(const Context& context) {
  const auto& arguments = context.arguments();
  archive::PrintOrder order;
  order.form = arguments.command.substr(std::string_view("print ").size());
  order.operands = arguments.operands;
  order.bilingual = arguments.has("bilingual");
  order.year = arguments.number("year");
  if (arguments.has("width")) {
    order.width = archive::try_parse_spine_width(arguments.get("width"));
    if (!order.width) throw Error(ErrorKind::Usage, msg("print.bad_width", arguments.get("width")));
  }
  order.pages = arguments.number("pages").value_or(0);
  if (order.pages < 0) throw Error(ErrorKind::Usage, msg("cli.not_a_number", "pages", arguments.get("pages")));
  return order;
}

}  // namespace

int run_print(Context& context) {
  const auto order = order_of(context);
  const std::string out = context.arguments().get("out");
  const auto result = archive::PrintDesk(context.writing(), context.authority()).print(order, out);
  Object answer = ordered_object();
  answer.set("form", order.form);
  answer.set("out", out);
  answer.set("pages", result.pages);
  Array printed;
  for (const auto& form : result.forms) {
    Object record = ordered_object();
    record.set("number", form.subject);
    record.set("copy", form.copy);
    printed.add(record);
    context.say(form.copy == 1 ? msg("print.printed", form.subject) : msg("print.reprinted", form.subject, form.copy));
  }
  answer.set("printed", printed);
  context.answer(answer);
  context.say(msg("print.written", result.pages, out));
  return 0;
}

}  // namespace twofold::app
