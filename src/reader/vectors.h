// Products of float vectors, written so that the compiler can use the processor's vectors without changing the order of additions.
#pragma once

#include <cstddef>

namespace demarche {

inline float dot(const float* a, const float* b, std::size_t size) {
  constexpr std::size_t lanes = 16;
  float sums[lanes] = {};
  std::size_t i = 0;
  for (; i + lanes <= size; i += lanes)
    for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  float rest = 0;
  for (; i < size; ++i) rest += a[i] * b[i];
  // in halves: an addition that waits for the one before it would take longer than all the products
  for (std::size_t half = lanes / 2; half > 0; half /= 2)
    for (std::size_t lane = 0; lane < half; ++lane) sums[lane] += sums[lane + half];
  return rest + sums[0];
}

}  // namespace demarche
