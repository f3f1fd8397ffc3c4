#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"

namespace twofold::app {

int run_init(Context& context) {
  const auto& arguments = context.arguments();
  const std::filesystem::path root = arguments.operands[0];
  const std::string fonds = arguments.get("fonds");
  archive::Archive::init(root, fonds, arguments.get("fonds-name", fonds), arguments.get("profile", "club"), context.actor(),
                         context.clock(), arguments.has("rehearsal"));
  context.say(msg("init.done", root.string()));
  Object answer = ordered_object();
  answer.set("archive", root.string());
  answer.set("fonds", fonds);
  answer.set("profile", arguments.get("profile", "club"));
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
