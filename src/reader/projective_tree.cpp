#include "reader/projective_tree.h"

#include <algorithm>
#include <limits>

#include "reader/spanning_tree.h"

namespace demarche {
namespace {

constexpr std::uint32_t longest = 256;  // words; beyond it the best tree is taken as it is

// Spans of Eisner's algorithm, words first…last.
struct Chart {
  std::uint32_t words;
  std::vector<float> right, left;          // scores of complete spans: the head first; last
  std::vector<float> right_arc, left_arc;  // with an arc between both ends, from the first; from the last
  std::vector<std::uint32_t> right_split, left_split, arc_split;
  std::vector<std::uint32_t> heads;

  explicit Chart(std::uint32_t n) : words(n), heads(n, n) {
    for (auto* scores : {&right, &left, &right_arc, &left_arc}) scores->assign(std::size_t{n} * n, 0);
    for (auto* splits : {&right_split, &left_split, &arc_split}) splits->assign(std::size_t{n} * n, 0);
  }

  std::size_t at(std::uint32_t first, std::uint32_t last) const { return std::size_t{first} * words + last; }

  void fill(const std::vector<float>& scores, std::uint32_t n) {
    const auto arc = [&](std::uint32_t head, std::uint32_t dependent) { return scores[std::size_t{dependent} * (n + 1) + head]; };
    constexpr float least = -std::numeric_limits<float>::max();
    for (std::uint32_t width = 1; width < n; ++width)
      for (std::uint32_t first = 0, last = width; last < n; ++first, ++last) {
        const std::size_t here = at(first, last);
        float best = least;
        for (std::uint32_t k = first; k < last; ++k) {
          const float sum = right[at(first, k)] + left[at(k + 1, last)];
          if (sum > best) best = sum, arc_split[here] = k;
        }
        right_arc[here] = best + arc(first, last);
        left_arc[here] = best + arc(last, first);
        best = least;
        for (std::uint32_t k = first + 1; k <= last; ++k) {
          const float sum = right_arc[at(first, k)] + right[at(k, last)];
          if (sum > best) best = sum, right_split[here] = k;
        }
        right[here] = best;
        best = least;
        for (std::uint32_t k = first; k < last; ++k) {
          const float sum = left[at(first, k)] + left_arc[at(k, last)];
          if (sum > best) best = sum, left_split[here] = k;
        }
        left[here] = best;
      }
  }

  void read_right(std::uint32_t first, std::uint32_t last) {
    if (first == last) return;
    const auto k = right_split[at(first, last)];
    heads[k] = first;
    read_inside(first, k);
    read_right(k, last);
  }
  void read_left(std::uint32_t first, std::uint32_t last) {
    if (first == last) return;
    const auto k = left_split[at(first, last)];
    heads[k] = last;
    read_left(first, k);
    read_inside(k, last);
  }
  // Below an arc between both ends.
  void read_inside(std::uint32_t first, std::uint32_t last) {
    const auto k = arc_split[at(first, last)];
    read_right(first, k);
    read_left(k + 1, last);
  }
};

}  // namespace

bool has_crossing(const std::vector<std::uint32_t>& heads) {
  const auto n = static_cast<std::uint32_t>(heads.size());
  // Arcs by their ends, the root being 0 and words 1…n.
  const auto ends = [&](std::uint32_t d) { return std::minmax({d + 1, heads[d] == n ? 0 : heads[d] + 1}); };
  for (std::uint32_t a = 0; a < n; ++a) {
    const auto [first, last] = ends(a);
    for (std::uint32_t b = first; b + 1 < last; ++b) {  // words between both ends
      const auto [low, high] = ends(b);
      if (low < first || high > last) return true;
    }
  }
  return false;
}

std::vector<std::uint32_t> best_projective_tree(const std::vector<float>& scores, std::uint32_t words) {
  if (words == 0) return {};
  Chart chart(words);
  chart.fill(scores, words);
  std::uint32_t top = 0;
  float best = -std::numeric_limits<float>::max();
  for (std::uint32_t word = 0; word < words; ++word) {
    const float sum =
        chart.left[chart.at(0, word)] + chart.right[chart.at(word, words - 1)] + scores[std::size_t{word} * (words + 1) + words];
    if (sum > best) best = sum, top = word;
  }
  chart.read_left(0, top);
  chart.read_right(top, words - 1);
  return std::move(chart.heads);
}

std::vector<std::uint32_t> likely_tree(const std::vector<float>& scores, std::uint32_t words) {
  auto heads = best_tree(scores, words);
  return words <= longest && has_crossing(heads) ? best_projective_tree(scores, words) : heads;
}

}  // namespace demarche
