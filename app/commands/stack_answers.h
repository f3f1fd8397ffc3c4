#pragma once
// What the commands of the stacks say alike.

#include "app/context.h"
#include "catalog/numbers.h"

namespace twofold::app {

// What is wrong or was done, and below it what can be done now.
void say_with_remedy(const Context& context, const std::string& before, const Message& message);
// Where a volume stands now, with its record; the exit code.
int answer_volume(Context& context, const catalog::VolumeCode& code);

}  // namespace twofold::app
