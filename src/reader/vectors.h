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
  float sum = 0;
  for (; i < size; ++i) sum += a[i] * b[i];
  for (const float part : sums) sum += part;
  return sum;
}

}  // namespace demarche
