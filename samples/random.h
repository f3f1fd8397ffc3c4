#pragma once
// Chance that repeats: the same seed gives the same sequence on every machine and with every standard library.

#include <cstdint>
#include <string_view>
#include <vector>

namespace twofold::samples {

class Random {
 public:
  // A stream of its own for each name, so that documents can be made in any order and by several threads.
  Random(std::uint64_t seed, std::string_view name) : state_(seed ^ 0x9e3779b97f4a7c15ULL) {
    for (const char letter : name) state_ = (state_ ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
  }
  std::uint64_t next() {  // SplitMix64
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  int between(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
  double real(double low, double high) { return low + (high - low) * static_cast<double>(next() >> 11) * 0x1.0p-53; }
  bool chance(double probability) { return real(0, 1) < probability; }
  template <class Value>
  const Value& pick(const std::vector<Value>& values) {
    return values[static_cast<std::size_t>(next() % values.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace twofold::samples
