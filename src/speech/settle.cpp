// The last step: which findings stay, in which order, and which stands inside of which.
#include <algorithm>

#include "speech/merge.h"

namespace demarche {
namespace {

constexpr float least_confidence = 0.40f;  // of what a rule alone says

bool holds(const std::vector<WordRange>& parts, std::uint32_t word) {
  return std::any_of(parts.begin(), parts.end(), [&](WordRange part) { return part.contains(word); });
}

}  // namespace

std::vector<Statement> settle(const SpeechLexicon& lexicon, std::vector<Found> found) {
  std::erase_if(found, [&](const Found& f) {
    return f.statement.content.empty() || f.statement.confidence < (f.judged ? lexicon.trust.least : least_confidence);
  });
  struct Item {
    Statement statement;
    std::uint32_t begin, end, size, key;
  };
  std::vector<Item> items;
  items.reserve(found.size());
  for (auto& f : found) {
    const auto& parts = f.statement.content;
    const auto key = f.statement.cue ? f.statement.cue->first : parts.front().first;
    items.push_back({std::move(f.statement), 0, 0, 0, key});
    auto& item = items.back();
    item.begin = item.statement.content.front().first;
    item.end = item.statement.content.back().last;
    item.size = words_of(item.statement.content);
  }
  // Whatever holds another stands before it: it holds more words, and starts no later.
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.size != b.size) return a.size > b.size;
    return a.key < b.key;
  });
  std::vector<Statement> statements;
  statements.reserve(items.size());
  std::vector<std::uint32_t> open;  // indices of statements whose content may still hold the next ones
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    auto& item = items[i];
    std::erase_if(open, [&](std::uint32_t o) { return items[o].end <= item.begin; });
    auto& s = item.statement;
    s.inside = no_statement;
    // the innermost of those that hold this one's cue (or source) and content
    for (auto o = open.rbegin(); o != open.rend(); ++o) {
      const auto& outer = statements[*o].content;
      const bool cue_inside = s.cue ? holds(outer, s.cue->first) : s.source && holds(outer, s.source->first);
      if (cue_inside && holds_all(outer, s.content)) {
        s.inside = static_cast<std::int32_t>(*o);
        break;
      }
    }
    if (open.size() < 64) open.push_back(i);
    statements.push_back(s);
  }
  return statements;
}

}  // namespace demarche
