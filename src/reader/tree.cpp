#include "reader/tree.h"

#include <algorithm>

namespace demarche {

Tree::Tree(const Reading& reading) : offsets_(reading.words.size() + 1, 0), children_(reading.words.size()) {
  for (const Word& word : reading.words)
    if (word.head != no_word) ++offsets_[static_cast<std::size_t>(word.head) + 1];
  for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
  std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
  for (std::uint32_t i = 0; i < reading.words.size(); ++i)
    if (const auto head = reading.words[i].head; head != no_word) children_[next[static_cast<std::size_t>(head)]++] = i;
}

Tree::Children Tree::children(std::uint32_t word) const {
  return {children_.data() + offsets_[word], children_.data() + offsets_[word + 1]};
}

std::string_view base(std::string_view deprel) { return deprel.substr(0, deprel.find(':')); }

std::string_view feature(const Word& word, std::string_view name) {
  for (std::string_view rest = word.feats; !rest.empty();) {
    const auto bar = rest.find('|');
    const auto pair = rest.substr(0, bar);
    if (pair.size() > name.size() && pair[name.size()] == '=' && pair.starts_with(name)) return pair.substr(name.size() + 1);
    if (bar == std::string_view::npos) break;
    rest.remove_prefix(bar + 1);
  }
  return {};
}

std::int32_t child(const Reading& reading, const Tree& tree, std::uint32_t word, std::string_view deprel) {
  const bool exact = deprel.find(':') != std::string_view::npos;
  for (const auto c : tree.children(word)) {
    const auto label = reading.words[c].deprel;
    if (label == deprel || (!exact && base(label) == deprel)) return static_cast<std::int32_t>(c);
  }
  return no_word;
}

bool dominates(const Reading& reading, std::uint32_t ancestor, std::uint32_t word) {
  for (auto at = static_cast<std::int32_t>(word); at != no_word; at = reading.words[static_cast<std::size_t>(at)].head)
    if (at == static_cast<std::int32_t>(ancestor)) return true;
  return false;
}

WordRange subtree(const Tree& tree, std::uint32_t word) {
  WordRange range{word, word + 1};
  std::vector<std::uint32_t> open{word};
  while (!open.empty()) {
    const auto at = open.back();
    open.pop_back();
    for (const auto c : tree.children(at)) {
      range.first = std::min(range.first, c);
      range.last = std::max(range.last, c + 1);
      open.push_back(c);
    }
  }
  return range;
}

std::uint32_t head_of(const Reading& reading, WordRange words) {
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const auto head = reading.words[i].head;
    if (head == no_word || !words.contains(static_cast<std::uint32_t>(head))) {
      if (reading.words[i].deprel != "punct") return i;
    }
  }
  return words.first;
}

Span span_of(const Reading& reading, WordRange words) {
  if (words.empty()) return {};
  return {reading.words[words.first].span.begin, reading.words[words.last - 1].span.end};
}

}  // namespace demarche
