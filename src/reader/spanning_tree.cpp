#include "reader/spanning_tree.h"

#include <algorithm>
#include <limits>

namespace demarche {
namespace {

constexpr float never = -std::numeric_limits<float>::infinity();
constexpr std::uint32_t none = 0xFFFFFFFF;

// Nodes of a cycle in the graph of heads, or nothing.
std::vector<std::uint32_t> find_cycle(const std::vector<std::uint32_t>& head, std::uint32_t root) {
  std::vector<std::uint32_t> seen(head.size(), none);
  for (std::uint32_t start = 0; start < head.size(); ++start) {
    std::uint32_t at = start;
    while (at != root && seen[at] == none) {
      seen[at] = start;
      at = head[at];
    }
    if (at == root || seen[at] != start) continue;
    std::vector<std::uint32_t> cycle{at};
    for (std::uint32_t next = head[at]; next != at; next = head[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// Nodes 0…n−1 and the root n; `score[d * (n + 1) + h]`.
std::vector<std::uint32_t> contract(const std::vector<float>& score, std::uint32_t n) {
  std::vector<std::uint32_t> head(n);
  for (std::uint32_t d = 0; d < n; ++d) {
    std::uint32_t best = n;
    for (std::uint32_t h = 0; h <= n; ++h)
      if (h != d && score[d * (n + 1) + h] > score[d * (n + 1) + best]) best = h;
    head[d] = best;
  }
  const auto cycle = find_cycle(head, n);
  if (cycle.empty()) return head;

  // The cycle becomes one node, the last of the smaller graph before its root.
  std::vector<bool> in_cycle(n, false);
  for (const auto node : cycle) in_cycle[node] = true;
  std::vector<std::uint32_t> outside;
  for (std::uint32_t node = 0; node < n; ++node)
    if (!in_cycle[node]) outside.push_back(node);
  const auto m = static_cast<std::uint32_t>(outside.size()) + 1;
  const std::uint32_t merged = m - 1;
  std::vector<float> smaller(std::size_t{m} * (m + 1), never);
  std::vector<std::uint32_t> entered(m + 1, none), left(m, none);  // which node of the cycle an arc enters, or leaves
  const auto name = [&](std::uint32_t h) { return h < merged ? outside[h] : n; };
  for (std::uint32_t d = 0; d < merged; ++d) {
    const float* row = score.data() + std::size_t{outside[d]} * (n + 1);
    for (std::uint32_t h = 0; h <= m; ++h)
      if (h != d && h != merged) smaller[d * (m + 1) + h] = row[name(h)];
    for (const auto node : cycle)
      if (left[d] == none || row[node] > row[left[d]]) left[d] = node;
    smaller[d * (m + 1) + merged] = row[left[d]];
  }
  for (std::uint32_t h = 0; h <= m; ++h) {
    if (h == merged) continue;
    float best = never;
    for (const auto node : cycle) {
      const float* row = score.data() + std::size_t{node} * (n + 1);
      const float gain = row[name(h)] - row[head[node]];
      if (entered[h] == none || gain > best) {
        best = gain;
        entered[h] = node;
      }
    }
    smaller[merged * (m + 1) + h] = best;
  }
  const auto rest = contract(smaller, m);
  for (std::uint32_t d = 0; d < merged; ++d) {
    head[outside[d]] = rest[d] == merged ? left[d] : name(rest[d]);
  }
  head[entered[rest[merged]]] = name(rest[merged]);
  return head;
}

}  // namespace

std::vector<std::uint32_t> best_tree(const std::vector<float>& scores, std::uint32_t words) {
  if (words == 0) return {};
  std::vector<std::uint32_t> head(words);
  std::uint32_t roots = 0;
  for (std::uint32_t d = 0; d < words; ++d) {
    std::uint32_t best = words;
    for (std::uint32_t h = 0; h <= words; ++h)
      if (h != d && scores[d * (words + 1) + h] > scores[d * (words + 1) + best]) best = h;
    head[d] = best;
    roots += best == words;
  }
  if (roots == 1 && find_cycle(head, words).empty()) return head;
  // So high a price on the root's arcs that one is enough, which one is left to the scores.
  float lowest = 0, highest = 0;
  for (const float score : scores) {
    lowest = std::min(lowest, score);
    highest = std::max(highest, score);
  }
  const float price = (highest - lowest + 1) * static_cast<float>(words);
  std::vector<float> priced = scores;
  for (std::uint32_t d = 0; d < words; ++d) priced[d * (words + 1) + words] -= price;
  return contract(priced, words);
}

}  // namespace demarche
