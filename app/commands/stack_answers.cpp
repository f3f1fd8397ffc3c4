#include "app/commands/stack_answers.h"

#include "app/commands/records.h"

namespace twofold::app {

void say_with_remedy(const Context& context, const std::string& before, const Message& message) {
  context.say(before + render(message, context.language()));
  const std::string remedy = render_remedy(message, context.language());
  if (!remedy.empty()) context.say("    → " + remedy);
}

int answer_volume(Context& context, const catalog::VolumeCode& code) {
  const auto volume = require_volume(context.writing().database(), code.text());
  const std::string place = volume.shelf.empty() ? "—" : volume.shelf;
  context.say(msg("shelf.stands", volume.code, volume.container.empty() ? place : place + " " + volume.container));
  context.answer(volume_record(volume));
  return 0;
}

}  // namespace twofold::app
