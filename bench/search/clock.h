#pragma once
// CPU time of this process and time on the wall. Machines are shared: CPU time is what is compared.

#include <vector>

namespace twofold::bench {

struct Seconds {
  double cpu = 0, wall = 0;
  Seconds operator-(const Seconds& earlier) const { return {cpu - earlier.cpu, wall - earlier.wall}; }
  Seconds& operator+=(const Seconds& more) {
    cpu += more.cpu;
    wall += more.wall;
    return *this;
  }
};

Seconds now();

// The value that so many percent do not exceed; 0 of nothing.
double percentile(std::vector<double> values, int percent);

}  // namespace twofold::bench
