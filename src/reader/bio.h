// Best sequences of BIO tags (Viterbi): I-x only behind B-x or I-x. Tags: 0 is O, then B-x, I-x for each kind x.
#pragma once

#include <cstdint>
#include <vector>

namespace demarche {

// `scores[i * tags + t]`; `fixed` (if not negative) is a position that must have the tag `fixed_tag`. Returns the tag of each position.
std::vector<std::uint8_t> best_tags(const std::vector<float>& scores, std::size_t length, std::size_t tags, std::int64_t fixed = -1,
                                    std::size_t fixed_tag = 0);

inline bool is_begin(std::size_t tag) { return tag % 2 == 1; }
inline bool is_inside(std::size_t tag) { return tag > 0 && tag % 2 == 0; }

}  // namespace demarche
