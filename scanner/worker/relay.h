#pragma once
// The answer of a job's process on its way through the worker to the owner. The job has read foreign bytes and is not
// trusted: exactly one line passes, so that nothing of it can be taken for the next answer.

#include <string_view>

namespace twofold::scanner {

// The job's side: the length, then the line, which ends in '\n'. False when nobody listens any more.
bool write_answer(int to, std::string_view line);

enum class Relayed {
  Whole,
  Nothing,  // the job ended without saying anything, and the owner has heard nothing
  Torn,     // it broke off or said other than one line; the owner may have heard a part
  Unheard,  // the owner is gone
};

// The worker's side: passes the answer from the pipe `from` on to the socket `channel` as it comes.
Relayed relay(int from, int channel);

// All of it to a socket; false when the other end is gone.
bool send_all(int channel, std::string_view bytes);

}  // namespace twofold::scanner
