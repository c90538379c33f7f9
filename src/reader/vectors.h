// Products of float vectors in the processor's vectors, the additions in an order that is the same on all of them.
#pragma once

#include <cstddef>
#include <cstring>

namespace demarche {

// Both of `size` floats, aligned or not.
inline float dot(const float* a, const float* b, std::size_t size) {
  using Eight = float __attribute__((vector_size(32)));
  using Four = float __attribute__((vector_size(16)));
  // By hand, since compilers make a detour of the sum over the lanes that takes longer than the products.
  const auto eight = [](const float* from) {
    Eight values;
    std::memcpy(&values, from, sizeof values);
    return values;
  };
  Eight low{}, high{};
  std::size_t i = 0;
  for (; i + 16 <= size; i += 16) {
    low += eight(a + i) * eight(b + i);
    high += eight(a + i + 8) * eight(b + i + 8);
  }
  float rest = 0;
  for (; i < size; ++i) rest += a[i] * b[i];
  const Eight sums = low + high;
  Four halves[2];
  std::memcpy(halves, &sums, sizeof sums);
  const Four four = halves[0] + halves[1];
  return rest + ((four[0] + four[2]) + (four[1] + four[3]));
}

}  // namespace demarche
