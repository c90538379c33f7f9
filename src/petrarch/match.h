// Finds the elements of a verb's pattern in the words around the verb. Inside of petrarch/ only.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "petrarch/scene.h"

namespace demarche::petrarch {

// Where a verb may look: atoms (indices of Scene::atoms) before it and behind it, the nearest first.
struct Field {
  std::vector<std::uint32_t> before, behind;
  std::uint32_t end = 0;  // the first atom behind the verb phrase
};

// Who a pattern names; indices of Scene::parts, -1 where it doesn't.
struct Bound {
  std::int32_t source = -1, target = -1, compound = -1;
  bool compound_before = false;        // the compound stands before the verb
  std::vector<std::uint32_t> matched;  // words (indices in Reading::words) that the pattern's words were found at
  std::size_t words = 0;               // how many elements were found, those of sets counted one by one
};

std::optional<Bound> match(const Scene& scene, const Field& field, const Pattern& pattern);

}  // namespace demarche::petrarch
