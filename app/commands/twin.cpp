#include "archive/twin_press.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/scans.h"
#include "archive/ingest.h"

namespace twofold::app {

int run_print_twin(Context& context) {
  auto& archive = context.writing();
  const auto& number = context.arguments().operands[0];
  const std::string out = context.arguments().get("out");
  const auto item = require_item(archive.database(), number);
  context.authority().require(catalog::Action::Print, catalog::access_of(archive.database(), item), number);
  if (!item.paper) context.authority().require(catalog::Action::Submit);  // it gains a sheet in its volume
  const auto report = archive::print_twin(archive, item, out, context.progress());
  clear_progress_line();
  archive::index_pending(archive);
  context.say(msg("twin.printed", item.number(), report.pages, out));
  if (report.twin.copy > 1) context.say(msg("twin.printed_again", item.number(), report.twin.copy));
  Array findings;
  for (const auto& finding : report.findings) {
    context.say("  " + render(finding, context.language()));
    findings.add(render(finding, context.language()));
  }
  Object answer = ordered_object();
  answer.set("number", item.number());
  answer.set("out", out);
  answer.set("pages", report.pages);
  answer.set("copy", report.twin.copy);
  answer.set("findings", findings);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
