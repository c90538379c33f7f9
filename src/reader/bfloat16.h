// Floats in half of their memory: the upper 16 bits of a float, rounded to nearest, ties to even (bfloat16). Two to three decimals are
// kept, which is more than a network of 8-bit numbers looks at.
#pragma once

#include <bit>
#include <cstdint>

namespace demarche {

using Bfloat16 = std::uint16_t;

// Of finite numbers.
constexpr Bfloat16 to_bfloat16(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  return static_cast<Bfloat16>((bits + 0x7fffU + ((bits >> 16U) & 1U)) >> 16U);
}

constexpr float from_bfloat16(Bfloat16 value) { return std::bit_cast<float>(std::uint32_t{value} << 16U); }

}  // namespace demarche
