#pragma once
// The command line: one call from main. Exit codes: 0 done; 1 done, and the answer is no (a rule blocks, a fault was found, a
// file was quarantined, nothing has that number); 2 not done (wrong usage, no archive, the disk failed).

namespace twofold::app {

int run(int argc, char** argv);

}  // namespace twofold::app
