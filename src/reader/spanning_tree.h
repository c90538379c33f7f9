// The dependency tree with the highest score (Chu and Liu 1965, Edmonds 1967), with exactly one word on the root.
#pragma once

#include <cstdint>
#include <vector>

namespace demarche {

// `scores[d * (words + 1) + h]`: of head h for dependent d; h == words is the root. Larger is better; the diagonal is ignored. Returns the
// head of each word, `words` for the root. O(words²) for each cycle of the greedy choice; meant for sentences of some hundred words.
std::vector<std::uint32_t> best_tree(const std::vector<float>& scores, std::uint32_t words);

}  // namespace demarche
