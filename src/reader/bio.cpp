#include "reader/bio.h"

#include <algorithm>
#include <limits>

namespace demarche {

std::vector<std::uint8_t> best_tags(const std::vector<float>& scores, std::size_t length, std::size_t tags, std::int64_t fixed,
                                    std::size_t fixed_tag) {
  constexpr float never = -std::numeric_limits<float>::infinity();
  std::vector<std::uint8_t> path(length);
  if (length == 0) return path;
  std::vector<std::uint8_t> from(length * tags, 0);
  std::vector<float> before(tags), now(tags);
  const auto allowed = [&](std::size_t i, std::size_t t) { return static_cast<std::int64_t>(i) != fixed || t == fixed_tag; };
  for (std::size_t t = 0; t < tags; ++t) before[t] = is_inside(t) || !allowed(0, t) ? never : scores[t];
  for (std::size_t i = 1; i < length; ++i) {
    const auto best = static_cast<std::size_t>(std::max_element(before.begin(), before.end()) - before.begin());
    for (std::size_t t = 0; t < tags; ++t) {
      std::size_t previous = best;
      if (is_inside(t)) previous = before[t - 1] >= before[t] ? t - 1 : t;
      now[t] = allowed(i, t) ? before[previous] + scores[i * tags + t] : never;
      from[i * tags + t] = static_cast<std::uint8_t>(previous);
    }
    std::swap(before, now);
  }
  auto tag = static_cast<std::size_t>(std::max_element(before.begin(), before.end()) - before.begin());
  for (std::size_t i = length; i-- > 0;) {
    path[i] = static_cast<std::uint8_t>(tag);
    tag = from[i * tags + tag];
  }
  return path;
}

}  // namespace demarche
