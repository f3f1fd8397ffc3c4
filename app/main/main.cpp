#include "app/cli/run.h"

int main(int argc, char** argv) { return twofold::app::run(argc, argv); }
