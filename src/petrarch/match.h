// Finds the elements of a verb's pattern in the words around the verb. Inside of petrarch/ only.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "petrarch/scene.h"

namespace demarche::petrarch {

// Where a verb may look: atoms [first, verb_first) before it and [verb_last, last) behind it (indices of Scene::atoms).
struct Field {
  std::uint32_t first = 0, verb_first = 0, verb_last = 0, last = 0;
};

// Who a pattern names; indices of Scene::parts, -1 where it doesn't.
struct Bound {
  std::int32_t source = -1, target = -1, compound = -1;
  bool compound_before = false;  // the compound stands before the verb
  std::size_t words = 0;         // how many elements were found, those of sets counted one by one
};

std::optional<Bound> match(const Scene& scene, const Field& field, const Pattern& pattern);

}  // namespace demarche::petrarch
