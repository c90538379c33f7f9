// Trees without crossing arcs, as nearly all of English has. Private to reader/.
#pragma once

#include <cstdint>
#include <vector>

namespace demarche {

// Does an arc cross another, the root standing in front of the first word? `heads`: of each word, the number of words for the root.
bool has_crossing(const std::vector<std::uint32_t>& heads);

// The best tree of those without crossing arcs and with one word on the root (Eisner 1996); scores and heads as in spanning_tree.h.
// Time grows with the third power of `words`.
std::vector<std::uint32_t> best_projective_tree(const std::vector<float>& scores, std::uint32_t words);

// The best tree, or where arcs of it cross the best one without: four of five crossings are mistakes (development parts of EWT and GUM).
// Very long sentences keep the best tree, for its time.
std::vector<std::uint32_t> likely_tree(const std::vector<float>& scores, std::uint32_t words);

}  // namespace demarche
