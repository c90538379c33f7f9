#include <algorithm>

#include "speech/speech.h"

namespace demarche {
namespace {

bool holds(const Statement& statement, std::uint32_t word) {
  return std::any_of(statement.content.begin(), statement.content.end(), [&](WordRange part) { return part.contains(word); });
}

}  // namespace

VoiceTable::VoiceTable(const Coding& coding) : offsets_(coding.reading.words.size() + 1, 0) {
  const auto n = static_cast<std::uint32_t>(coding.reading.words.size());
  auto each = [&](auto&& visit) {
    for (std::uint32_t s = 0; s < coding.statements.size(); ++s)
      for (const auto part : coding.statements[s].content)
        for (auto i = part.first; i < std::min(part.last, n); ++i) visit(i, s);
  };
  each([&](std::uint32_t word, std::uint32_t) { ++offsets_[word + 1]; });
  for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
  statements_.resize(offsets_.back());
  std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
  each([&](std::uint32_t word, std::uint32_t s) { statements_[next[word]++] = s; });
}

std::span<const std::uint32_t> VoiceTable::of(std::uint32_t word) const {
  if (word + 1 >= offsets_.size()) return {};
  return {statements_.data() + offsets_[word], statements_.data() + offsets_[word + 1]};
}

std::vector<std::uint32_t> voices_of(const Coding& coding, std::uint32_t word) {
  std::vector<std::uint32_t> voices;
  for (std::uint32_t s = 0; s < coding.statements.size(); ++s)
    if (holds(coding.statements[s], word)) voices.push_back(s);
  return voices;
}

}  // namespace demarche
