#include "archive/forms/label/label_desk.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"

namespace twofold::app {

int run_label(Context& context) {
  const auto& arguments = context.arguments();
  const std::string out = arguments.get("out"), stock = arguments.get("stock", archive::kLabelStocks[0].key);
  archive::LabelOrder order{arguments.operands, stock, arguments.number("first").value_or(1),
                            arguments.has("by-shelf")};
  if (arguments.has("from"))
    for (auto& number : archive::numbers_in(arguments.get("from"))) order.numbers.push_back(std::move(number));
  const auto result = archive::LabelDesk(context.writing(), context.authority()).print(order, out);
  Object answer = ordered_object();
  answer.set("stock", stock);
  answer.set("labels", result.labels);
  answer.set("printed_again", result.again);
  answer.set("pages", result.pages);
  answer.set("out", out);
  context.answer(answer);
  context.say(msg("label.printed", result.labels, result.pages, out));
  if (result.again > 0) context.say(msg("label.printed_again", result.again));
  return 0;
}

}  // namespace twofold::app
